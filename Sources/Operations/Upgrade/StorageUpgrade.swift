import Model
import Stores

/// Moves files that lie where old releases put them to where they belong today.
package struct StorageUpgrade: Operation {
    /// Rows of one transaction.
    private static let batch = 200

    package init() {}

    package var card: Card {
        Card(
            "upgrade storage-schema", of: "records", "upgraded", tables: Set(OldPlaces.tables.map(\.table)),
            touchesFiles: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let places = OldPlaces.tables.indices.map { OldPlaces($0, schema: site.instance.schema) }
        var count = 0
        for place in places { count += try await site.database.read { try await place.count(over: $0) } }
        let batches = Batches<Item> {
            var table = 0
            var last = Int64.min
            return {
                while table < places.count {
                    let (place, after) = (places[table], last)
                    let page = try await site.database.read {
                        try await place.page(after: after, size: Self.batch, over: $0)
                    }
                    guard let end = page.last else {
                        (table, last) = (table + 1, .min)
                        continue
                    }
                    last = end.id
                    let number = table
                    return Batch(page.map { Item(number: number, row: $0) })
                }
                return nil
            }
        }
        return Prepared(Survey(count: count), batches) { items, site in
            var outcome = Outcome()
            for (number, some) in Dictionary(grouping: items, by: \.number) {
                let moved = try await site.moveToCurrentPlaces(some.map(\.row), of: places[number])
                outcome.changed += moved.changed
                outcome.skipped += moved.skipped
                outcome.objects += moved.moved
                outcome.failures += moved.failures
            }
            return outcome
        }
    }

    /// A row whose files move.
    package struct Item: WorkItem {
        let number: Int
        let row: OldPlaces.Row

        package var label: String? { "\(row.table) \(row.id)" }
    }
}
