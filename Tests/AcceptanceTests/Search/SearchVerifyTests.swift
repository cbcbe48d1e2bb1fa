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
