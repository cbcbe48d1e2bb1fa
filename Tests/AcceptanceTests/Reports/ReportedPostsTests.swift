import Model
import Postgres
import Support
import Testing

/// Posts put into reports and taken out of them.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ReportedPostsTests {
    @Test(arguments: [MastodonRelease.v4_2, .newest])
    func `posts are reported, more of them, and fewer again`(release: MastodonRelease) async throws {
        let stage = try await Stage.make(release)
        let posts = try await stage.texts(
            """
            select id::text from statuses
            where visibility = 0 and deleted_at is null and account_id = (
                select account_id from statuses where visibility = 0 and deleted_at is null
                group by account_id having count(*) >= 3 order by account_id limit 1)
            order by id limit 3
            """)
        try #require(posts.count == 3)
        let reports: Statement = "select count(*) from reports"
        let before = try await stage.number(reports)
        let made = try await stage.consequences(of: "statuses", "report", posts[0], posts[1], "--format", "json")
        #expect(made.status == 0, "\(made.conversation)")
        let id = try #require(try await stage.figure("facts.id", of: made))
        #expect(try await stage.number(reports) == before + 1)
        let state: Statement = """
            select concat_ws(' ', array_to_string(status_ids, ','), action_taken_at is null, category, uri <> '',
                target_account_id = (select account_id from statuses where id = \(Int64(posts[0]) ?? 0)))
            from reports where id = \(Int64(id) ?? 0)
            """
        #expect(try await stage.texts(state) == ["\(posts[0]),\(posts[1]) t 0 t t"])
        let more = try await stage.consequences(
            of: "statuses", "report", posts[1], posts[2], "--report-id", id, "--format", "json")
        #expect(try await stage.figure("changed", of: more) == "1", "\(more.conversation)")
        #expect(try await stage.texts(state) == ["\(posts.joined(separator: ",")) t 0 t t"])
        let fewer = try await stage.consequences(
            of: "statuses", "unreport", posts[0], "--report-id", id, "--format", "json")
        #expect(try await stage.figure("changed", of: fewer) == "1", "\(fewer.conversation)")
        #expect(try await stage.texts(state) == ["\(posts[1]),\(posts[2]) t 0 t t"])
        let again = try await stage.consequences(
            of: "statuses", "unreport", posts[0], "--report-id", id, "--format", "json")
        #expect(try await stage.figure("changed", of: again) == "0", "\(again.conversation)")
    }

    @Test func `posts of two accounts, of another account than the report's and not for everybody are refused`()
        async throws
    {
        let stage = try await Stage.make()
        let two = try await stage.texts(
            "select min(id)::text from statuses where visibility = 0 group by account_id order by 1 limit 2")
        try #require(two.count == 2)
        let before = try await stage.texts("select md5(string_agg(reports::text, '' order by id)) from reports")
        let mixed = try await stage.consequences(of: "statuses", "report", two[0], two[1])
        #expect(mixed.status == 65 && mixed.conversation.contains("not of one account"), "\(mixed.conversation)")
        let report = try #require(
            try await stage.texts(
                """
                select id::text from reports
                where target_account_id <> (select account_id from statuses where id = \(Int64(two[0]) ?? 0)) limit 1
                """
            ).first)
        let other = try await stage.consequences(of: "statuses", "report", two[0], "--report-id", report)
        #expect(other.status == 65 && other.conversation.contains("about another account"), "\(other.conversation)")
        try await stage.execute("update statuses set visibility = 2 where id = \(Int64(two[0]) ?? 0)")
        let hidden = try await stage.consequences(of: "statuses", "report", two[0])
        #expect(hidden.status == 77 && hidden.conversation.contains("not for everybody"), "\(hidden.conversation)")
        let unknown = try await stage.consequences(of: "statuses", "report", "999999999")
        #expect(unknown.status == 66, "\(unknown.conversation)")
        let nowhere = try await stage.consequences(of: "statuses", "report", two[1], "--report-id", "999999999")
        #expect(nowhere.status == 66, "\(nowhere.conversation)")
        #expect(
            try await stage.texts("select md5(string_agg(reports::text, '' order by id)) from reports") == before)
    }
}
