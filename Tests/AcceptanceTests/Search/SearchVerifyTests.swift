import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: SearchCore.isAvailable))
struct SearchVerifyTests {
    @Test func `missing, extra and different documents are found and put right, and nothing else is`() async throws {
        let stage = try await Stage.make().searching("odd")
        #expect(try await stage.run("search", "deploy").status == 0)
        let account = try await stage.texts(
            "select id::text from accounts where domain is not null and suspended_at is null limit 1")[0]
        let tag = try await stage.texts("select id::text from tags where coalesce(listable, true) limit 1")[0]
        // A post whose author may not be found any more keeps its row, so that a look at rows alone would leave it.
        let post = try await stage.texts(
            """
            select statuses.id::text
            from statuses
            join accounts on accounts.id = statuses.account_id
            where not accounts.indexable and statuses.deleted_at is null
            limit 1
            """)[0]
        _ = try await stage.ask(
            "POST", "/odd_accounts/_update/\(account)?refresh=true", #"{"doc": {"display_name": "Someone else"}}"#)
        _ = try await stage.ask("DELETE", "/odd_tags/_doc/\(tag)?refresh=true")
        _ = try await stage.ask(
            "PUT", "/odd_public_statuses/_doc/\(post)?refresh=true", #"{"id": \#(post), "text": "hidden"}"#)
        _ = try await stage.ask("PUT", "/odd_instances/_doc/gone.example?refresh=true", #"{"domain": "gone.example"}"#)
        let found = try await stage.run("search", "verify", "--full", "--format", "json")
        #expect(found.status == 1, "\(found.conversation)")
        #expect(try await stage.figure("details.accounts_different", of: found) == "1")
        #expect(try await stage.figure("details.tags_missing", of: found) == "1")
        #expect(try await stage.figure("details.public_statuses_extra", of: found) == "1")
        #expect(try await stage.figure("details.instances_extra", of: found) == "1")
        #expect(try await stage.figure("problems", of: found) == "4")
        let repaired = try await stage.run("search", "verify", "--full", "--repair", "--format", "json")
        #expect(repaired.status == 0, "\(repaired.conversation)")
        #expect(try await stage.figure("changed", of: repaired) == "4")
        for index in ["accounts", "tags", "public_statuses", "instances"] {
            _ = try await stage.documents("odd_\(index)")
        }
        #expect(try await stage.run("search", "verify", "--full").status == 0)
    }

    @Test(arguments: ["--full", "--sample=100000"])
    func `documents of what left the scope while its row stayed are extra`(way: String) async throws {
        let prefix = way == "--full" ? "left1" : "left2"
        let stage = try await Stage.make().searching(prefix)
        #expect(try await stage.run("search", "deploy").status == 0)
        let author = try await stage.number(
            """
            select account_id from statuses
            join accounts on accounts.id = account_id
            where indexable and visibility = 0 and reblog_of_id is null and statuses.deleted_at is null
            limit 1
            """)
        let posts = try await stage.number(
            """
            select count(*) from statuses
            where account_id = \(author) and visibility = 0 and reblog_of_id is null and deleted_at is null
            """)
        try await stage.execute("update accounts set indexable = false where id = \(Int64(author))")
        let suspended = try await stage.number(
            "select id from accounts where domain is not null and suspended_at is null and id <> \(author) limit 1")
        try await stage.execute("update accounts set suspended_at = now() where id = \(Int64(suspended))")
        let shy = try await stage.number(
            """
            select id from accounts
            where domain is not null and suspended_at is null and discoverable and id <> \(author) limit 1
            """)
        try await stage.execute("update accounts set discoverable = false where id = \(Int64(shy))")
        let tag = try await stage.number("select id from tags where coalesce(listable, true) limit 1")
        try await stage.execute("update tags set listable = false where id = \(Int64(tag))")
        try await stage.execute(
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            select domain, 0, now(), now() from instances
            where domain not in (select domain from domain_blocks) limit 1
            """)
        func findings(_ words: String...) async throws -> [String?] {
            let run = try await stage.start(["search", "verify", way, "--format", "json"] + words).end()
            #expect(run.status == (words.isEmpty ? 1 : 0), "\(run.conversation)")
            var figures: [String?] = []
            for name in [
                "public_statuses_extra", "accounts_extra", "accounts_different", "tags_extra", "instances_extra",
            ] { figures.append(try await stage.figure("details.\(name)", of: run)) }
            return figures
        }
        let expected = ["\(posts)", "1", "1", "1", "1"]
        #expect(try await findings() == expected)
        #expect(try await findings("--repair") == expected)
        for index in SearchIndex.allCases { _ = try await stage.documents("\(prefix)_\(index.name)") }
        let clean = try await stage.run("search", "verify", way)
        #expect(clean.status == 0)
        #expect(clean.answer.hasPrefix("nothing to repair: all "))
    }

    @Test func `any number of documents without rows is walked a page at a time`() async throws {
        let stage = try await Stage.make().searching("many")
        #expect(try await stage.run("search", "deploy", "--only", "accounts").status == 0)
        let ends = try await stage.texts(
            "select min(id)::text from accounts union all select max(id)::text from accounts")
        let (first, last) = (try #require(Int64(ends[0])), try #require(Int64(ends[1])))
        // In the gap behind the first row, and behind the last.
        let gap = try await stage.number(
            "select min(id) - \(first) from accounts where id > \(first) and id - \(first) > 1")
        var lines = ""
        let between = min(2_500, gap - 1)
        for id in (0..<Int64(between)).map({ first + 1 + $0 }) + (0..<2_500).map({ last + 1 + Int64($0) }) {
            lines += #"{"index": {"_id": \#(id)}}"# + "\n" + #"{"id": \#(id)}"# + "\n"
        }
        _ = try await stage.ask("POST", "/many_accounts/_bulk?refresh=true", lines)
        let run = try await stage.run("search", "verify", "--full", "--only", "accounts", "--format", "json")
        #expect(try await stage.figure("details.accounts_extra", of: run) == "\(between + 2_500)")
        let repaired = try await stage.run("search", "verify", "--full", "--only", "accounts", "--repair")
        #expect(repaired.status == 0, "\(repaired.conversation)")
        _ = try await stage.documents("many_accounts")
        #expect(try await stage.run("search", "verify", "--full", "--only", "accounts").status == 0)
    }

    @Test func `a deployment in place removes documents that left the scope`() async throws {
        let stage = try await Stage.make().searching("scope")
        #expect(try await stage.run("search", "deploy").status == 0)
        let before = try await stage.documents("scope_accounts")
        try await stage.execute(
            """
            update accounts set suspended_at = now()
            where id = (select id from accounts where domain is not null and suspended_at is null limit 1)
            """)
        #expect(try await stage.run("search", "deploy", "--only", "accounts").status == 0)
        #expect(try await stage.documents("scope_accounts") == before - 1)
    }

    @Test func `the queue tells what waits and throws it away only when told to`() async throws {
        let stage = try await Stage.make().searching("queue")
        try await stage.instance.note(["1", "2", "3"], for: "StatusesIndex")
        let told = try await stage.run("search", "queue", "--format", "json")
        #expect(told.status == 0)
        #expect(try await stage.figure("details.statuses", of: told) == "3")
        let refused = try await stage.run("search", "queue", "--clear")
        #expect(refused.status == 64, "\(refused.conversation)")
        #expect(try await stage.run("search", "queue", "--clear", "--yes").status == 0)
        let after = try await stage.run("search", "queue", "--format", "json")
        #expect(try await stage.figure("details.statuses", of: after) == "0")
    }

    @Test func `an index that is not there is told, and how to make it`() async throws {
        let stage = try await Stage.make().searching("none")
        let verified = try await stage.run("search", "verify")
        #expect(verified.status == 66)
        #expect(verified.conversation.contains("mastoctl search deploy --only instances"))
        #expect(try await stage.run("search", "status").status == 1)
    }
}
