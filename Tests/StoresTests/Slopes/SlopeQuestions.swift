import Model
import Postgres

@testable import Stores

extension SlopeTests {
    /// The lists of the server's pages, every page of each.
    static let records: [Question] = [
        list("accounts notes list", ModerationNotes(about: .id(500))),
        list("announcements list", Announcements()),
        list("fasp list", FASPProviders()), list("relays list", Relays()),
        list("roles list", Roles()), list("rules list", Rules()),
        list("statuses show", Posts<ShownPostShape>("500")),
        list("statuses authors", PostAuthors(PostQuery())),
        list("statuses similar", SimilarPosts(to: "500", since: UTCTime(0), by: Set(SimilarPosts.Likeness.allCases))),
        list("tags list", Tags()), list("terms list", Terms()),
        list("trends links list", Trends<TrendingLinkShape>(.links)),
        list("trends statuses list", Trends<TrendingPostShape>(.statuses)),
        list("trends tags list", Trends<TrendingTagShape>(.tags)), list("webhooks list", Webhooks()),
        Question(name: "emoji list") { connection, instance in
            let emoji = EmojiStore(EmojiSelection(.everywhere), schema: instance.schema)
            var last: Int64? = 0
            while let after = last { last = try await emoji.page(after: after, size: 1_000, over: connection).last?.id }
        },
        Question(name: "settings list") { connection, instance in
            _ = try await ServerSettings(instance).all(over: connection)
        },
        Question(name: "accounts dossier") { connection, instance in
            let held = HeldRows(of: 500, user: 500, on: instance.schema)
            for place in try await held.places(over: connection) {
                var last: Int64? = .min
                while let after = last { last = try await held.page(of: place, after: after, over: connection).last }
            }
        },
        // The month's figures are one reading of each table.
        list("stats", MonthlyFigures(months: 12)),
    ]

    /// Read as the command reads it, page by page.
    private static func list(_ name: String, _ source: some RecordSource) -> Question {
        Question(name: name) { connection, instance in
            if source.since != nil, !instance.schema.has(table: source.table) { return }
            var source = source
            try await source.resolve(at: instance, over: connection)
            let size = source.isWhole ? 1_000_000 : 1_000
            var last: Int64? = source.isNewestFirst ? .max : .min
            while let after = last {
                let ids = try await connection.rows(source.rows(after: after, limit: size, on: instance.schema)) {
                    try $0.value(0, as: Int64.self)
                }
                last = source.isWhole || ids.count < size || source.most != nil ? nil : ids.last
            }
        }
    }
}
