import Model
import Postgres

@testable import Stores

extension SlopeTests {
    /// The lists of the server's pages, every page of each.
    static let records: [Question] = [
        list("accounts notes list", NoteList(about: .id(500))),
        list("announcements list", AnnouncementList()),
        list("email-subscriptions list", EmailSubscriptionList()),
        list("fasp list", FASPList()), list("invites list", InviteList()), list("relays list", RelayList()),
        list("roles list", RoleList()), list("rules list", RuleList()),
        list("statuses list", PostList(PostQuery())),
        list("statuses show", ShownPost("500")),
        list("statuses authors", PostAuthorList(PostQuery())),
        list("statuses similar", SimilarPostList(to: "500", since: UTCTime(0), by: Set(PostLikeness.allCases))),
        list("tags list", TagList()), list("terms list", TermsList()),
        list("trends links list", TrendingLinks()),
        list("trends statuses list", TrendingPosts()),
        list("trends tags list", TrendingTags()), list("webhooks list", WebhookList()),
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
            let pages = try await source.pages(on: instance, over: connection)
            let isOne = pages.order == .whole || pages.most != nil
            var last: Int64? = pages.order == .newestFirst ? .max : .min
            while let after = last {
                let ids = try await connection.rows(pages.rows(after, pages.size)) { try $0.value(0, as: Int64.self) }
                last = isOne || ids.count < pages.size ? nil : ids.last
            }
        }
    }
}
