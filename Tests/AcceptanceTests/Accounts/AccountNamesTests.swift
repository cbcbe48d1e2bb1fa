import Model
import Postgres
import Support
import Testing

/// Accounts are found by whatever people have at hand: a handle, an `acct:`, the address of a page.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct AccountNamesTests {
    private func names(of user: String, at domain: String, web: String) -> [String] {
        [
            "@\(user)@\(domain)", "acct:\(user)@\(domain)", "https://\(web)/@\(user)", "https://\(web)/users/\(user)",
            "https://\(web)/@\(user)/with_replies?x=1", "\(web)/@\(user)",
        ]
    }

    @Test func `every command that takes an account takes every form of its name`() async throws {
        let stage = try await Stage.make()
        let own = stage.settings["LOCAL_DOMAIN"] ?? ""
        let owner = try await stage.texts(
            """
            select accounts.username from users join accounts on accounts.id = users.account_id
            join user_roles on user_roles.id = users.role_id where permissions & 1 = 1 order by users.id limit 1
            """)[0]
        let id = try await stage.texts("select id::text from accounts where username = \(owner) and domain is null")[0]
        let local =
            names(of: owner, at: own, web: own) + [
                "https://\(own)/ap/users/\(id)", "https://\(own)/admin/accounts/\(id)",
            ]
        for name in local {
            let shown = try await stage.consequences(of: "accounts", "show", name, "--format", "json")
            #expect(shown.status == 0, "\(name): \(shown)")
            #expect(try await stage.figure("id", of: shown) == id, "\(name): \(shown)")
            for words in [
                ["accounts", "modify", name, "--enable", "--dry-run"], ["accounts", "backup", name, "--dry-run"],
                ["accounts", "rotate", name, "--dry-run"],
                ["accounts", "reset-relationships", name, "--follows", "--dry-run"],
                ["reports", "list", "--target", name],
            ] {
                let run = try await stage.start(words).end()
                #expect(run.status == 0, "\(words): \(run)")
            }
        }
        let acting = try await stage.consequences(
            of:
                "domain-blocks", "add", "bad.example", "--as", "acct:\(owner)@\(own)", "--yes", "--no-wait")
        #expect(acting.status == 0, "\(acting)")
        for by in ["https://\(own)/@\(owner)", "@\(owner)"] {
            let audit = try await stage.consequences(of: "audit", "--by", by, "--source", "server", "--format", "json")
            #expect(try await stage.figure("entries.0.targets.0", of: audit) == "bad.example", "\(audit)")
        }
    }

    @Test func `accounts of other servers are found by their pages, also where handle and site differ`() async throws {
        let stage = try await Stage.make()
        try await stage.execute(
            """
            insert into accounts (id, username, domain, actor_type, uri, url, public_key, created_at, updated_at)
            values (9000000001, 'Split', 'handle.example', 'Person', 'https://web.handle.example/users/Split',
                    'https://web.handle.example/@Split', '', now(), now()),
                (9000000002, 'numbered', 'handle.example', 'Person', 'https://web.handle.example/ap/users/17',
                    'https://web.handle.example/@numbered', '', now(), now()),
                (9000000003, 'pixel', 'pixel.example', 'Person', 'https://pixel.example/users/pixel',
                    'https://pixel.example/pixel', '', now(), now())
            """)
        let split =
            names(of: "Split", at: "handle.example", web: "web.handle.example") + [
                "https://here.example/@split@handle.example"
            ]
        func id(_ name: String) async throws -> String? {
            let run = try await stage.consequences(of: "accounts", "show", name, "--format", "json")
            return run.status == 0 ? try await stage.figure("id", of: run) : "status \(run.status)"
        }
        for name in split { #expect(try await id(name) == "9000000001", "\(name)") }
        #expect(try await id("https://web.handle.example/ap/users/17") == "9000000002")
        #expect(try await id("https://pixel.example/pixel") == "9000000003")
        #expect(try await id("https://pixel.example/@pixel") == "9000000003")
        #expect(try await id("https://web.handle.example/@nobody") == "status 66")
        #expect(try await id("https://web.handle.example/") == "status 65")
        let list = stage.file(
            "accounts", "https://web.handle.example/@Split # one\nacct:numbered@handle.example\n@pixel@pixel.example\n")
        let run = try await stage.consequences(
            of:
                "accounts", "silence", "--from", list, "--yes", "--format", "json")
        #expect(run.status == 0, "\(run)")
        #expect(try await stage.figure("changed", of: run) == "3", "\(run)")
        let bad = stage.file("bad", "alice\nhttps://web.handle.example/\n")
        let refused = try await stage.consequences(of: "accounts", "silence", "--from", bad, "--yes")
        #expect(
            refused.status == 65 && refused.conversation.contains("line 2: https://web.handle.example/"), "\(refused)")
    }
}
