import Faults
import Model
import Stores

/// Deletes archives that users asked for, at once instead of after the days the server keeps them.
package struct ArchiveDeletion: Operation {
    /// Whose; nil for everybody's.
    let names: [AccountName]?
    let before: UTCTime

    package init(of names: [AccountName]?, before: UTCTime) {
        self.names = names
        self.before = before
    }

    package var card: Card {
        Card(
            "accounts delete-archives", of: "archives", "deleted", risk: .moderate, tables: ["backups"],
            touchesFiles: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        var accounts: [Int64]?
        if let names { accounts = try await ChosenAccounts(names: names).named(at: site).map(\.id) }
        let (whose, before) = (accounts, before)
        let batches = Batches<Item>(pagesOf: 100, by: \.archive.id) { after in
            try await site.database.read {
                try await $0.archives.page(of: whose, before: before, after: after, limit: 100)
            }.map { Item(archive: $0) }
        }
        return Prepared(Survey(count: nil), batches) { items, site in
            let (removed, gone) = try await site.changeWithFiles { connection in
                let (removed, files) = try await connection.archives.remove(items.map(\.archive.id))
                return (removed, files, Aftermath())
            }
            var outcome = Outcome(
                changed: removed, skipped: items.count - removed, bytes: items.reduce(0) { $0 + $1.bytes })
            outcome.add(gone)
            return outcome
        }
    }

    package struct Item: WorkItem {
        var archive: Archive
        package var label: String? { "\(archive.id) of \(archive.handle ?? "a user who is gone")" }
        package var bytes: Int64 { archive.bytes }
    }
}
