import Faults
import Model
import Stores

/// The accounts a command is about: named one by one, listed in a file, or described.
///
/// Who is named on the command line must be there, or nothing is done. A line of a file that names nobody is a finding:
/// the others are acted on, and the run does not end well.
package struct ChosenAccounts: Sendable {
    package var names: [AccountName]
    package var list: AccountList?
    package var filter: AccountFilter?

    package init(names: [AccountName] = [], list: AccountList? = nil, filter: AccountFilter? = nil) {
        self.names = names
        self.list = list
        self.filter = filter
    }

    /// How many there are at most: one account may be meant in several ways.
    package func count(at site: Site<ReadOnly>) async throws -> Int {
        let listing = filter.map { FilteredAccounts($0, at: site.instance) }
        let described = try await site.database.read { connection in
            try await listing?.count(over: connection) ?? 0
        }
        return names.count + (list?.entries.count ?? 0) + described
    }

    /// The accounts named on the command line.
    ///
    /// - Throws: `Fault(.noSuch)` or `Fault(.badData)` for one nobody has, or that may be several.
    package func named(at site: Site<ReadOnly>) async throws -> [AccountReference] {
        let directory = AccountDirectory(site.instance)
        let names = names
        return try await site.database.read { try await directory.accounts(names, over: $0) }
    }

    /// All of them, for an answer about them: in memory.
    ///
    /// - Throws: `Fault(.noSuch)` for a line of the file that names nobody, and as `named`.
    package func all(at site: Site<ReadOnly>) async throws -> [AccountReference] {
        var all = try await named(at: site)
        for try await batch in others(than: all, by: 1_000, at: site) {
            if let line = batch.tally.findings.first { throw Fault(.noSuch, "line \(line.id): \(line.item)") }
            all += batch.items
        }
        return all
    }

    /// Those not named on the command line, so many a batch, each only once. A line that names nobody is a problem.
    package func others(
        than named: [AccountReference], by size: Int, at site: Site<ReadOnly>
    ) -> Batches<AccountReference> {
        let selection = self
        return Batches {
            var seen = Set(named.map(\.id))
            var rest = (selection.list?.entries ?? [])[...]
            let listing = selection.filter.map { FilteredAccounts($0, at: site.instance) }
            var last: Int64? = listing == nil ? nil : Int64.min
            return {
                if !rest.isEmpty {
                    let entries = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    var batch = try await Self.look(up: entries, at: site)
                    batch.items = batch.items.filter { seen.insert($0.id).inserted }
                    return batch
                }
                guard let listing, let after = last else { return nil }
                let accounts = try await site.database.read {
                    try await listing.page(after: after, limit: size, over: $0)
                }
                last = accounts.count < size ? nil : accounts.last?.id
                // What a filter means it means once, so only what was named before needs to be known.
                return Batch(accounts.filter { !seen.contains($0.id) })
            }
        }
    }

    private static func look(
        up entries: ArraySlice<AccountList.Entry>, at site: Site<ReadOnly>
    ) async throws -> Batch<AccountReference> {
        let directory = AccountDirectory(site.instance)
        return try await site.database.read { connection in
            var accounts: [AccountReference] = []
            var tally = Tally()
            for entry in entries {
                let found = try await directory.accounts(entry.name, over: connection)
                if found.count == 1 {
                    accounts += found
                } else {
                    let trouble = found.isEmpty ? "no account is called" : "several accounts may be called"
                    tally.problems += 1
                    tally.findings.append(
                        Finding(kind: "line", id: "\(entry.line)", item: "\(trouble) \(entry.text)", isLocal: false))
                }
            }
            return Batch(accounts, tally)
        }
    }
}
