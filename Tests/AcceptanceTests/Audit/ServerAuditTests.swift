import Model
import Postgres
import Support
import Testing

/// What commands that tootctl has write into the server's own log, once the profile asks for it.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct ServerAuditTests {
    /// Owner, somebody with a second factor, somebody who waits, and a profile that says so much.
    private static func make(_ release: MastodonRelease, _ profile: String) async throws -> (Stage, String) {
        let stage = try await Stage.withRoles(release)
        try await stage.people("boss", role: "Owner")
        try await stage.people("moddy", role: "Moderator")
        try await stage.people("alice", "dave")
        try await stage.execute("update users set otp_required_for_login = true where email like 'alice%'")
        try await stage.execute("update users set approved = false where email like 'dave%'")
        let path = "\(stage.instance.folder)/profile.toml"
        TextFile.write(profile, to: path)
        return (stage, path)
    }

    private static func log(_ stage: Stage) async throws -> [String] {
        try await stage.texts(
            """
            select concat_ws(' ', moderator.username, log.action, log.target_type, log.human_identifier,
                log.route_param::bigint = users.account_id, log.target_id = users.id)
            from admin_action_logs as log
            join accounts as moderator on moderator.id = log.account_id
            left join users on users.id = log.target_id
            order by log.id
            """)
    }

    /// The deeds that the server's pages know too, and then those they do not.
    private static let deeds: [[String]] = [
        ["modify", "alice", "--role", "Moderator"], ["modify", "alice", "--role", "Moderator"],
        ["modify", "alice", "--disable"], ["modify", "alice", "--enable"], ["modify", "alice", "--disable-2fa"],
        ["modify", "alice", "--email", "new@mail.example", "--no-mx"], ["modify", "alice", "--confirm"],
        ["modify", "alice", "--reset-password", "--show-password"], ["approve", "dave"],
        ["create", "eve", "--email", "eve@mail.example", "--no-mx"], ["backup", "alice"], ["rotate", "alice"],
        ["follow", "alice"], ["unfollow", "alice"], ["reset-relationships", "alice", "--follows"],
        ["delete", "dave"],
    ]

    @Test(arguments: MastodonRelease.allCases)
    func `with audit = server each deed of the pages leaves the pages' row, and no other does`(
        release: MastodonRelease
    ) async throws {
        let (stage, profile) = try await Self.make(release, "audit = \"server\"\n")
        for words in Self.deeds {
            let run = try await stage.start(["accounts"] + words + ["--profile", profile]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
        }
        #expect(
            try await Self.log(stage) == [
                "boss change_role User alice t t", "boss disable User alice t t", "boss enable User alice t t",
                "boss disable_2fa User alice t t", "boss change_email User alice t t", "boss confirm User alice t t",
                "boss reset_password User alice t t", "boss approve User dave",
            ])
    }

    @Test func `without it none does, and --as asks for it once`() async throws {
        let (stage, profile) = try await Self.make(.v4_6, "audit = true\n")
        for words in Self.deeds {
            let run = try await stage.start(["accounts"] + words + ["--profile", profile]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
        }
        #expect(try await Self.log(stage).isEmpty)
        let run = try await stage.consequences(of: "accounts", "modify", "alice", "--disable", "--as", "moddy")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await Self.log(stage) == ["moddy disable User alice t t"])
        let nobody = try await stage.consequences(of: "accounts", "modify", "alice", "--enable", "--as", "eve")
        #expect(nobody.status == 77, "\(nobody.conversation)")
        #expect(try await Self.log(stage).count == 1)
    }

    @Test func `the profile names whom it is done for, and --as another`() async throws {
        let (stage, profile) = try await Self.make(.v4_6, "audit = \"server\"\nmoderator = \"moddy\"\n")
        for words in [
            ["modify", "alice", "--disable"], ["silence", "alice", "--yes"],
            ["unsilence", "alice", "--as", "boss", "--yes"],
        ] {
            let run = try await stage.start(["accounts"] + words + ["--profile", profile]).end()
            #expect(run.status == 0, "\(words): \(run.conversation)")
        }
        #expect(
            try await Self.log(stage).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
                == ["moddy disable", "moddy silence", "boss unsilence"])
    }
}
