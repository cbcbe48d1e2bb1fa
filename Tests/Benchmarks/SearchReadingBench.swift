import Assembly
import Configuration
import Model
import Postgres
import Sandbox
import Stores
import Support

extension Bench {
    /// The reading side of `search deploy` alone: rows into documents that nobody gets, by two workers, against psql
    /// copying the same columns out, a table after the other.
    func readPosts(of instance: TestInstance) async throws -> [Result] {
        let configuration = try Configuration.load(
            environment: ["MASTOCTL_ENV_FILE": instance.environmentFile], files: SystemFileReader())
        let opening = InstanceOpening(configuration, purpose: "benchmark")
        let site = try await opening.forReading()
        let source = SearchSource(.publicStatuses, site.instance)
        var (rows, bytes, place, underWay) = (0, 0, SearchPlace(), 0)
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Int.self) { group in
            while let next = try await site.database.read({ [place] connection in
                try await source.slice(after: place, size: 2_000, over: connection)
            }) {
                if underWay == 2 {
                    bytes += try await group.next() ?? 0
                    underWay -= 1
                }
                group.addTask {
                    try await source.documents(of: next.slice, at: site).reduce(0) { $0 + $1.body.count }
                }
                underWay += 1
                rows += next.rows
                place = next.place
            }
            for try await size in group { bytes += size }
        }
        let ours = (ContinuousClock.now - start).inSeconds
        await opening.close()
        let copied = try await size(of: instance)
        let copies = Self.copied.map { "-c \"copy (\($0)) to stdout\"" }.joined(separator: " ")
        let floor = shell("\(psql(instance)) -v ON_ERROR_STOP=1 \(copies) >/dev/null")
        if floor.status != 0 { say("psql ended with \(floor.status)") }
        let count = Double(rows)
        let megabytes = Double(bytes) / 1e6
        return [
            Result(
                name: "reading posts for search", value: count / ours, floor: count / floor.wall, bound: 0.05,
                unit: "rows/s",
                note: "\(Result.short(megabytes / ours)) MB/s of documents, psql copied "
                    + "\(Result.short(copied / 1e6 / floor.wall)) MB/s", isLeast: true)
        ]
    }

    /// Bytes that psql copies out, or a few more: a row's text has a comma where a copy has a tab.
    private func size(of instance: TestInstance) async throws -> Double {
        let connection = try await instance.connect()
        var bytes = 0
        for columns in Self.copied {
            let sum: Statement =
                "select coalesce(sum(length(line::text)), 0)::int8 from (\(fragment: .init(stringLiteral: columns))) as line"
            bytes += try await connection.first(sum) { try $0.value(0, as: Int.self) } ?? 0
        }
        await connection.close()
        return Double(bytes)
    }

    private static let copied: [StaticString] = [
        """
        select id, account_id, spoiler_text, text, local, language, sensitive, reply, in_reply_to_id, created_at, \
        ordered_media_attachment_ids, poll_id from statuses order by id
        """,
        "select status_id, coalesce(display_name, name) from statuses_tags join tags on tags.id = tag_id",
        "select status_id, id, type, description from media_attachments",
        "select status_id, type from preview_cards_statuses join preview_cards on preview_cards.id = preview_card_id",
        "select status_id from quotes",
    ]
}
