import Model
import Postgres
import Support
import Testing

/// Who takes the mail of a user's address.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MailServerTests {
    private let names = NameServerStandIn([
        "fine.example": .hosts(["mx.fine.example"]), "sly.example": .hosts(["mx.fine.example", "in.spam.example"]),
        "known.example": .hosts(["mx.fine.example"]), "none.example": .hosts(["."]), "mute.example": .failure,
    ])

    private func stage(_ release: MastodonRelease = .usual) async throws -> Stage {
        let stage = try await Stage.withRoles(release)
        try await stage.execute(
            """
            insert into email_domain_blocks (domain, created_at, updated_at)
            values ('spam.example', now(), now()), ('known.example', now(), now())
            """)
        return stage
    }

    private func create(_ name: String, at domain: String, _ more: [String] = [], on stage: Stage) async throws -> Run {
        try await stage.start(
            ["accounts", "create", name, "--email", "\(name)@\(domain)", "--resolver", names.address] + more
        ).end()
    }

    @Test(arguments: MastodonRelease.allCases)
    func `an address whose mail goes to a blocked server is refused, also a confirmed one`(
        release: MastodonRelease
    ) async throws {
        let stage = try await stage(release)
        for more in [[], ["--confirmed"], ["--dry-run"]] {
            let run = try await create("sly", at: "sly.example", more, on: stage)
            #expect(run.status == 65 && run.conversation.contains("email: blocked"), "\(run.conversation)")
            #expect(run.conversation.contains("in.spam.example"))
        }
        // The domain itself is looked for once more since 4.6, when the address is confirmed too.
        let known = try await create("known", at: "known.example", ["--confirmed"], on: stage)
        #expect(known.status == (release < .v4_6 ? 0 : 65), "\(known.conversation)")
        let fine = try await create("fine", at: "fine.example", on: stage)
        #expect(fine.status == 0 && !fine.conversation.contains("mail server"), "\(fine.conversation)")
        let moved = try await stage.consequences(
            of:
                "accounts", "modify", "fine", "--email", "f@sly.example", "--resolver", names.address)
        #expect(moved.status == 65 && moved.conversation.contains("email: blocked"), "\(moved.conversation)")
        let unasked = try await stage.consequences(
            of: "accounts", "modify", "fine", "--email", "f@sly.example", "--no-mx")
        #expect(unasked.status == 0, "\(unasked.conversation)")
    }

    @Test func `who takes no mail, is not known or cannot be asked about is warned of`() async throws {
        let stage = try await stage()
        for (domain, text) in [
            ("none.example", "no mail server is known"), ("nowhere.example", "no mail server is known"),
            ("mute.example", "are not known"),
        ] {
            let run = try await create("a\(domain.prefix(4))", at: domain, on: stage)
            #expect(run.status == 0 && run.conversation.contains(text), "\(domain): \(run.conversation)")
        }
        let listed = try await create(
            "listed", at: "sly.example", on: stage.with(["EMAIL_DOMAIN_ALLOWLIST": "sly.example"]))
        #expect(listed.status == 0, "\(listed.conversation)")
        let wrong = try await stage.consequences(
            of:
                "accounts", "create", "x", "--email", "x@fine.example", "--resolver", "nonsense")
        #expect(wrong.status == 64, "\(wrong.conversation)")
    }
}
