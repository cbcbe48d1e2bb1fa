import Faults
import Model
import Postgres

/// Makes one remote account of two: what the first has done and what was done to it becomes the second's, and then the
/// first is destroyed.
///
/// What cannot become the second's, because the second has the same already (a follow, a favourite), goes with the first;
/// so do its bookmarks, featured tags and the reports about it, as on the server. Source: Mastodon 4.6.5
/// `app/models/concerns/account/merging.rb`.
package struct AccountMerging: Sendable {
    package let from: AccountReference
    package let to: AccountReference
    private let instance: Instance
    /// Rows of a table changed in one transaction.
    package static let batch = 2_000

    package init(_ from: AccountReference, into to: AccountReference, _ instance: Instance) {
        self.from = from
        self.to = to
        self.instance = instance
    }

    /// Whether both have the same key, which tells that they are one actor under two names. Since 4.6 keys of other
    /// servers' accounts may be in a table of their own, and nothing in the account.
    package func shareKey(over connection: Transaction<some Access>) async throws -> Bool {
        func keys(_ account: Int64) -> Statement {
            let own: Statement = "select public_key from accounts where id = \(account) and public_key <> ''"
            guard instance.schema.has(table: "keypairs") else { return own }
            return own + " union select public_key from keypairs where account_id = \(account)"
        }
        return try await connection.first(
            """
            select exists (
                select
                from (\(fragment: keys(from.id))) as one
                join (\(fragment: keys(to.id))) as other on other.public_key = one.public_key)
            """
        ) { try $0.value(0, as: Bool.self) } ?? false
    }

    /// How many rows may have to change their account.
    package func count(over connection: Transaction<some Access>) async throws -> Int {
        var count = 0
        for part in MergedColumn.of(instance.schema) {
            count +=
                try await connection.first(
                    """
                    select count(*)
                    from \(identifier: part.table) as item
                    where item.\(identifier: part.column) = \(from.id)\(fragment: part.kept)
                    """
                ) { try $0.value(0, as: Int.self) } ?? 0
        }
        return count
    }

    /// What one transaction has done.
    package struct Progress: Sendable {
        package var moved = 0
        /// Whether the first account is gone; false when there is more to move.
        package var isDone = false
    }

    /// Moves the next rows, and destroys the first account once nothing is left to move. In a transaction of the
    /// caller's.
    func go(
        over connection: Transaction<ReadWrite>
    ) async throws -> (Progress, [StoredFile], Aftermath) {
        let both = try await connection.rows(
            "select id from accounts where id = any(\([from.id, to.id])) and domain is not null order by id for update"
        ) { try $0.value(0, as: Int64.self) }
        guard both.count == 2 else {
            throw Fault(.noSuch, "\(both.contains(from.id) ? to.handle : from.handle) is gone")
        }
        var progress = Progress()
        var aftermath = Aftermath()
        var isComplete = true
        for part in MergedColumn.of(instance.schema) {
            let count = try await move(part, &aftermath, over: connection)
            progress.moved += count
            if count >= Self.batch { isComplete = false }
        }
        forget(&aftermath)
        guard isComplete else { return (progress, [], aftermath) }
        let removed = try await AccountDestruction(instance).remove([from.id], over: connection)
        aftermath.append(removed.aftermath)
        progress.isDone = true
        return (progress, removed.files, aftermath)
    }

    private func move(
        _ part: MergedColumn, _ aftermath: inout Aftermath, over connection: Transaction<ReadWrite>
    ) async throws -> Int {
        let duplicate: Statement =
            part.uniqueWith.map { others in
                let same = others.map { name -> Statement in
                    "twin.\(identifier: name) = item.\(identifier: name)"
                }
                let more: Statement = others.isEmpty ? "" : " and " + .joined(same, separator: " and ")
                return """

                    and not exists (
                        select from \(identifier: part.table) as twin
                        where twin.\(identifier: part.column) = \(to.id)\(fragment: more))
                    """
            } ?? ""
        var assignments: [Statement] = ["\(identifier: part.column) = \(to.id)"]
        if instance.schema.has(column: "updated_at", in: part.table) {
            assignments.append("updated_at = now() at time zone 'utc'")
        }
        if part.table == "polls" { assignments.append("lock_version = item.lock_version + 1") }
        let changed = try await connection.rows(
            """
            update \(identifier: part.table) as item
            set \(fragment: .joined(assignments))
            where item.id in (
                select item.id
                from \(identifier: part.table) as item
                where item.\(identifier: part.column) = \(from.id)\(fragment: part.kept)\(fragment: duplicate)
                order by item.id
                limit \(Self.batch))
            returning \(fragment: part.concerns)
            """
        ) { try $0.value(0, as: Int64?.self) }
        part.tell(of: changed.compactMap { $0 }, in: &aftermath, on: instance)
        return changed.count
    }

    /// Drops what is cached about the one that stays; nobody asks for the other's any more.
    private func forget(_ aftermath: inout Aftermath) {
        let keys = RelationshipKeys(instance.schema.release)
        keys.all(of: to.id).forEach { aftermath.forget(matching: $0) }
        for account in [from.id, to.id] { aftermath.forget(RelationshipKeys.hidden(from: account)) }
    }
}

extension Site where Mode == ReadWrite {
    /// Merges in as many transactions as it takes, each of them bounded.
    ///
    /// - Parameter tell: told after each what it has done; false ends it early.
    /// - Returns: what became of the files of the first account.
    package func merge(
        _ merging: AccountMerging, tell: (AccountMerging.Progress) async -> Bool
    ) async throws -> FilesGone {
        while true {
            let (progress, files) = try await changeWithFiles { try await merging.go(over: $0) }
            guard await tell(progress), !progress.isDone else { return files }
        }
    }
}
