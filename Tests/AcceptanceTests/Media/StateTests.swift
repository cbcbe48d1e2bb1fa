import Model
import Postgres
import Support
import Testing

/// The state after each command equals what SQL written for the tests says it should be.
@Suite(.enabled(if: TestServers.areInstalled))
struct StateTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var words: [String]
        var ledger: @Sendable (MastodonRelease) -> Ledger
        var testDescription: String { words.joined(separator: " ") }
    }

    private static func media(_ release: MastodonRelease, where condition: Statement) -> Ledger {
        Ledger(
            "media_attachments",
            [
                .init(
                    "file", "media_attachments/files", isRemote: "item.remote_url <> ''",
                    version: "item.file_storage_schema_version"),
                .init(
                    "thumbnail", "media_attachments/thumbnails", isRemote: "item.remote_url <> ''",
                    version: release >= .v4_6 ? "item.thumbnail_storage_schema_version" : "0"),
            ], where: "item.remote_url <> '' and item.file_file_name <> '' and \(fragment: condition)")
    }

    private static func accounts(_ names: [String], where condition: Statement) -> Ledger {
        let hasAny: [Statement] = names.map { "item.\(identifier: "\($0)_file_name") <> ''" }
        return Ledger(
            "accounts",
            names.map {
                .init(
                    $0, "accounts/\($0)s", isRemote: "item.domain is not null",
                    version: "item.\(identifier: "\($0)_storage_schema_version")")
            },
            where: """
                item.domain is not null and (\(fragment: .joined(hasAny, separator: " or ")))
                    and \(fragment: condition)
                """)
    }

    private static func older(_ days: Double, _ column: Statement) -> Statement {
        "\(fragment: column) <= (now() at time zone 'utc') - make_interval(secs => \(days * 86_400))"
    }

    static let cases: [Case] = [
        Case(words: ["media", "remove"]) { media($0, where: older(7, "item.created_at")) },
        Case(words: ["media", "remove", "--days", "0"]) { media($0, where: older(0, "item.created_at")) },
        Case(words: ["media", "remove", "--days", "30", "--keep-interacted"]) { release in
            let quoted: Statement = """
                and not exists (
                    select from quotes join statuses as s on s.id = quotes.status_id
                    where quotes.quoted_status_id = item.status_id and (s.local or s.uri is null) and s.deleted_at is null)
                and not exists (
                    select from quotes join statuses as s on s.id = quotes.quoted_status_id
                    where quotes.status_id = item.status_id and (s.local or s.uri is null) and s.deleted_at is null)
                """
            return media(
                release,
                where: """
                    \(fragment: older(30, "item.created_at"))
                    and (item.status_id is null or not (
                        item.status_id in (select status_id from bookmarks)
                        or item.status_id in (
                            select f.status_id from favourites as f join accounts as a on a.id = f.account_id
                            where a.domain is null)
                        or item.status_id in (
                            select s.in_reply_to_id from statuses as s
                            where s.in_reply_to_id is not null and (s.local or s.uri is null) and s.deleted_at is null)
                        or item.status_id in (
                            select s.reblog_of_id from statuses as s
                            where s.reblog_of_id is not null and (s.local or s.uri is null) and s.deleted_at is null)))
                    \(fragment: release >= .v4_4 ? quoted : "")
                    """)
        },
        Case(words: ["media", "remove", "--prune-profiles", "--days", "2"]) { _ in
            accounts(
                ["header", "avatar"],
                where: """
                    \(fragment: older(2, "item.last_webfingered_at")) and \(fragment: older(2, "item.updated_at"))
                    and item.id not in (select account_id from follows)
                    and item.id not in (select target_account_id from follows)
                    """)
        },
        Case(words: ["media", "remove", "--remove-headers", "--include_follows", "--days", "2"]) { _ in
            accounts(
                ["header"],
                where: "\(fragment: older(2, "item.last_webfingered_at")) and \(fragment: older(2, "item.updated_at"))")
        },
        Case(words: ["preview_cards", "remove", "--days", "20"]) { _ in
            Ledger(
                "preview_cards",
                [
                    .init(
                        "image", "preview_cards/images", isRemote: "true",
                        version: "item.image_storage_schema_version")
                ], where: "item.image_file_name <> '' and \(fragment: older(20, "item.updated_at"))")
        },
    ]

    @Test(arguments: MastodonRelease.allCases.filter { $0 >= .v4_3 }, cases)
    func `rows and files afterwards are as expected`(release: MastodonRelease, item: Case) async throws {
        let stage = try await Stage.make(release)
        try await Self.check(item.words, item.ledger(release), on: stage)
    }

    @Test(.enabled(if: TestServers.hasS3), arguments: [cases[0], cases[3], cases[5]])
    func `in a bucket too`(item: Case) async throws {
        try await Self.check(item.words, item.ledger(.v4_6), on: Stage.make(on: .bucket))
    }

    @Test(arguments: [
        ("--domain", "domain"), ("--except-domain", "domain"), ("--type", "video"), ("--larger-than", "20KB"),
    ])
    func `a selection takes what it names and nothing else`(option: String, value: String) async throws {
        let stage = try await Stage.make()
        let domain = try await stage.texts(
            """
            select a.domain from media_attachments as m join accounts as a on a.id = m.account_id
            where a.domain is not null and m.file_file_name <> '' group by 1 order by count(*) desc limit 1
            """)[0]
        // An account of a subdomain, and one of a domain that only ends alike.
        try await stage.execute(
            """
            update accounts set domain = case row when 1 then \("sub.\(domain)") else \("not\(domain)") end
            from (
                select a.id, row_number() over (order by a.id) as row from accounts as a
                where a.domain is not null and a.domain <> \(domain)
                    and exists (select from media_attachments as m where m.account_id = a.id and m.file_file_name <> '')
                limit 2) as chosen
            where chosen.id = accounts.id
            """)
        let isOf: Statement = """
            exists (
                select from accounts as a where a.id = item.account_id
                    and (a.domain = \(domain) or a.domain like \("%.\(domain)")))
            """
        let condition: Statement =
            switch option {
            case "--domain": isOf
            case "--except-domain": "not \(fragment: isOf)"
            case "--type": "item.type = 2"
            default: "coalesce(item.file_file_size, 0) + coalesce(item.thumbnail_file_size, 0) > 20000"
            }
        try await Self.check(
            ["media", "remove", option, value == "domain" ? domain.uppercased() : value],
            Self.media(.v4_6, where: "\(fragment: Self.older(7, "item.created_at")) and \(fragment: condition)"),
            on: stage)
    }

    @Test(arguments: MastodonRelease.allCases.filter { $0 >= .v4_3 })
    func `remove-orphans takes what no row owns`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let before = try await stage.snapshot()
        let orphans = stage.orphans
        let young = try await stage.run("media", "remove-orphans", "--format", "json")
        #expect(young.status == 0)
        #expect(try await stage.snapshot() == before)
        let dry = try await stage.run("media", "remove-orphans", "--min-age", "0s", "--dry-run", "--format", "json")
        #expect(try await stage.figure("changed", of: dry) == "\(orphans.count)")
        #expect(try await stage.snapshot() == before)
        let run = try await stage.run("media", "remove-orphans", "--min-age", "0s", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        let after = try await stage.snapshot()
        #expect(after.lost(since: before) == orphans)
        #expect(after.gained(since: before).isEmpty)
        #expect(after.changedTables(from: before).isEmpty)
    }

    private static func check(_ words: [String], _ ledger: Ledger, on stage: Stage) async throws {
        let before = try await stage.snapshot()
        let expected = try await stage.expect(ledger)
        #expect(expected.rows > 0)
        let dry = try await stage.start(words + ["--dry-run", "--format", "json"]).end()
        #expect(dry.status == 0, "\(dry.conversation)")
        #expect(try await stage.figure("changed", of: dry) == "\(expected.rows)")
        #expect(try await stage.snapshot() == before)

        let run = try await stage.start(words + ["--format", "json"]).end()
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "\(expected.rows)")
        let after = try await stage.snapshot()
        #expect(after.lost(since: before) == expected.keys)
        #expect(after.gained(since: before).isEmpty)
        #expect(after.changedTables(from: before) == [ledger.table])
        #expect(try await stage.surprises(ledger) == 0)

        let again = try await stage.start(words + ["--format", "json"]).end()
        #expect(try await stage.figure("changed", of: again) == "0")
        #expect(try await stage.snapshot() == after)
    }
}
