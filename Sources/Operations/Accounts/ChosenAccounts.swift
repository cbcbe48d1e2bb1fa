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

    /// Some of the accounts, each only once in all pages.
    package struct Page: Sendable {
        package var accounts: [AccountReference] = []
        /// Whether they were named on the command line.
        package var areNamed = false
        package var unknown: [Finding] = []
    }

    /// How many there are at most: one account may be meant in several ways.
    package func count(at site: Site<ReadOnly>) async throws -> Int {
        let listing = filter.map { AccountListing($0, at: site.instance) }
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
        var all: [AccountReference] = []
        for try await page in pages(of: 1_000, at: site) {
            if let line = page.unknown.first { throw Fault(.noSuch, "line \(line.id): \(line.item)") }
            all += page.accounts
        }
        return all
    }

    /// The pages, one after the other.
    package func pages(of size: Int, at site: Site<ReadOnly>) -> Steps<Page> {
        let selection = self
        return Steps {
            var seen: Set<Int64> = []
            var isNamedDone = selection.names.isEmpty
            var rest = (selection.list?.entries ?? [])[...]
            let listing = selection.filter.map { AccountListing($0, at: site.instance) }
            var last: Int64? = listing == nil ? nil : Int64.min
            return {
                if !isNamedDone {
                    isNamedDone = true
                    let accounts = try await selection.named(at: site)
                    seen.formUnion(accounts.map(\.id))
                    return Page(accounts: accounts, areNamed: true)
                }
                if !rest.isEmpty {
                    let entries = rest.prefix(size)
                    rest = rest.dropFirst(size)
                    var page = try await Self.look(up: entries, at: site)
                    page.accounts = page.accounts.filter { seen.insert($0.id).inserted }
                    return page
                }
                guard let listing, let after = last else { return nil }
                let accounts = try await site.database.read {
                    try await listing.page(after: after, limit: size, over: $0)
                }
                last = accounts.count < size ? nil : accounts.last?.id
                // What a filter means it means once, so only what was named before needs to be known.
                return Page(accounts: accounts.filter { !seen.contains($0.id) })
            }
        }
    }

    private static func look(
        up entries: ArraySlice<AccountList.Entry>, at site: Site<ReadOnly>
    ) async throws -> Page {
        let directory = AccountDirectory(site.instance)
        return try await site.database.read { connection in
            var page = Page()
            for entry in entries {
                let found = try await directory.accounts(entry.name, over: connection)
                if found.count == 1 {
                    page.accounts += found
                } else {
                    let trouble = found.isEmpty ? "no account is called" : "several accounts may be called"
                    page.unknown.append(
                        Finding(
                            kind: "line", id: "\(entry.line)", item: "\(trouble) \(entry.text)", isLocal: false))
                }
            }
            return page
        }
    }
}
