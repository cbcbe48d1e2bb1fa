import Crypto
import Model
import Postgres
import Support
import Synchronization
import Testing

/// Providers that the server works with: a stand-in checks what it is asked and signs what it says.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FASPConversationTests {
    private static let ours = pem("PRIVATE", "MC4CAQAwBQYDK2VwBCIEIAebfaShDu9vQwNR/CV9I1/zKDQYpyHWyc1N9qkmWoeu")
    private static let oursOpen = pem("PUBLIC", "MCowBQYDK2VwAyEAdtXC0oB4THq7evseSgb9kNVtsoZUYyK4d1LVDVHZ7Ak=")
    private static let theirs = pem("PRIVATE", "MC4CAQAwBQYDK2VwBCIEIBOGo8YKWz/FOJvmMfM9NUv0Vx5kwgCyDeVc5AY/OAD+")
    private static let theirsOpen = pem("PUBLIC", "MCowBQYDK2VwAyEA74Yb6DRRQay39K4p/Gej5LwvBzpPbEvapPY+oijTmOo=")
    /// Worked out by openssl.
    private static let fingerprint = "/HnWgRi1uf7vuVJ6INH5nd/ZtKdFln5z5mDUOkp1Z7Y="
    private static let info = """
        {"name":"Finder","privacyPolicy":[{"url":"https://fasp.example/privacy","language":"en"}],\
        "capabilities":[{"id":"account_search","version":"0.1"},{"id":"trends","version":"2.3"}],\
        "signInUrl":"https://fasp.example/in","contactEmail":"ops@fasp.example","fediverseAccount":"@ops@fasp.example"}
        """

    private static func pem(_ kind: String, _ text: String) -> String {
        "-----BEGIN \(kind) KEY-----\n\(text)\n-----END \(kind) KEY-----\n"
    }

    private static func digest(_ text: String) -> String {
        "sha-256=:\(Base64.text(Digest.sha256(Array(text.utf8)))):"
    }

    /// What is wrong with a request; nil when it is signed as RFC 9421 has it.
    private static func fault(of request: SiteStandIn.Request) -> String? {
        guard let input = request.headers["signature-input"], input.hasPrefix("sig1="),
            let signature = request.headers["signature"]?.dropFirst("sig1=:".count).dropLast(),
            let bytes = Base64.bytes(String(signature)), let key = EdwardsKey(publicPEM: oursOpen)
        else { return "not signed" }
        guard request.headers["content-digest"] == digest("") else { return "digest" }
        let parameters = input.dropFirst(5)
        guard parameters.hasPrefix(#"("@method" "@target-uri" "content-digest");created="#),
            parameters.hasSuffix(#";keyid="remote-7""#)
        else { return "parameters \(parameters)" }
        let base = """
            "@method": \(request.method)
            "@target-uri": https://\(request.host)\(request.path)
            "content-digest": \(digest(""))
            "@signature-params": \(parameters)
            """
        return key.verifies(bytes, of: Array(base.utf8)) ? nil : "signature"
    }

    private static func signed(_ status: Int, _ body: String, by pem: String = theirs) -> SiteStandIn.Answer {
        let parameters = #"("@status" "content-digest");created=1700000000;keyid="7""#
        let base = """
            "@status": \(status)
            "content-digest": \(digest(body))
            "@signature-params": \(parameters)
            """
        let signature = EdwardsKey(privatePEM: pem)?.signature(of: Array(base.utf8)) ?? []
        return SiteStandIn.Answer(
            status, body,
            headers: [
                ("Content-Digest", digest(body)), ("Signature-Input", "a=\(parameters)"),
                ("Signature", "a=:\(Base64.text(signature)):"),
            ])
    }

    /// An instance where a provider has registered, and what the provider is asked.
    private func stage(
        _ release: MastodonRelease, _ answer: @escaping @Sendable (SiteStandIn.Request) -> SiteStandIn.Answer
    ) async throws -> (Stage, SiteStandIn, Asked) {
        let asked = Asked()
        let provider = SiteStandIn { request in
            asked.note(request.method + " " + request.path)
            if let fault = Self.fault(of: request) { asked.note("WRONG \(fault)") }
            return answer(request)
        }
        var stage = try await Stage.make(release).with(["EXPERIMENTAL_FEATURES": "fasp"])
        stage.environment["MASTOCTL_CONNECT_TO"] = provider.mapping
        try await stage.execute("delete from fasp_subscriptions")
        try await stage.execute("delete from fasp_providers")
        try await stage.execute(
            """
            insert into fasp_providers
                (id, name, base_url, remote_identifier, provider_public_key_pem, server_private_key_pem, created_at,
                updated_at)
            values (7, 'Finder', 'https://fasp.example/api/', 'remote-7', \(Self.theirsOpen), \(Self.ours), now(), now())
            """)
        return (stage, provider, asked)
    }

    private final class Asked: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func note(_ line: String) { lines.withLock { $0.append(line) } }
    }

    @Test(arguments: [MastodonRelease.v4_4, .usual])
    func `a provider is confirmed, and what it can do is switched on and off, each side signing`(
        release: MastodonRelease
    ) async throws {
        let (stage, provider, asked) = try await stage(release) { request in
            request.method == "GET" ? Self.signed(200, Self.info) : Self.signed(204, "")
        }
        defer { withExtendedLifetime(provider) {} }
        let early = try await stage.consequences(of: "fasp", "enable", "7", "trends")
        #expect(early.status == 65 && early.conversation.contains("is not confirmed"), "\(early.conversation)")
        let other = try await stage.consequences(of: "fasp", "confirm", "7", "--fingerprint", "abc=", "--yes")
        #expect(other.status == 65 && other.conversation.contains(Self.fingerprint), "\(other.conversation)")
        let rehearsal = try await stage.consequences(of: "fasp", "confirm", "7", "--dry-run")
        #expect(rehearsal.status == 0 && rehearsal.conversation.contains(Self.fingerprint), "\(rehearsal.conversation)")
        #expect(asked.all == [])

        try await stage.execute(
            "insert into unavailable_domains (domain, created_at, updated_at) values ('fasp.example', now(), now())")
        let confirmed = try await stage.consequences(
            of:
                "fasp", "confirm", "7", "--fingerprint", Self.fingerprint, "--yes", "--format", "json")
        #expect(confirmed.status == 0, "\(confirmed.conversation)")
        #expect(asked.all == ["GET /api/provider_info"])
        #expect(
            try await stage.texts(
                """
                select concat_ws(' ', confirmed, contact_email, fediverse_account, sign_in_url,
                    privacy_policy -> 0 ->> 'language', capabilities -> 1 ->> 'id') from fasp_providers
                """) == ["t ops@fasp.example @ops@fasp.example https://fasp.example/in en trends"])
        #expect(try await stage.number("select count(*) from unavailable_domains where domain = 'fasp.example'") == 0)
        let again = try await stage.consequences(of: "fasp", "confirm", "7", "--yes")
        #expect(again.status == 0 && asked.all.count == 1, "\(again.answer)")

        let unknown = try await stage.consequences(of: "fasp", "enable", "7", "weather")
        #expect(
            unknown.status == 66 && unknown.conversation.contains("account_search, trends"), "\(unknown.conversation)")
        let enabled = try await stage.consequences(of: "fasp", "enable", "7", "trends", "--format", "json")
        #expect(enabled.status == 0, "\(enabled.conversation)")
        let states: Statement = """
            select concat_ws(' ', capabilities -> 0 ->> 'enabled', capabilities -> 1 ->> 'enabled',
                capabilities -> 1 ->> 'version') from fasp_providers
            """
        #expect(try await stage.texts(states) == ["false true 2.3"])
        let disabled = try await stage.consequences(
            of: "fasp", "disable", "7", "trends", "account_search", "--format", "json")
        #expect(disabled.status == 0, "\(disabled.conversation)")
        #expect(try await stage.texts(states) == ["false false 2.3"])
        #expect(
            asked.all == [
                "GET /api/provider_info", "POST /api/capabilities/trends/2/activation",
                "DELETE /api/capabilities/trends/2/activation",
            ])
        #expect(try await stage.consequences(of: "fasp", "confirm", "8", "--yes").status == 66)
    }

    @Test func `an answer that the provider has not signed is not believed, and nothing is kept`() async throws {
        let answers: [(SiteStandIn.Answer, Int32, String)] = [
            (SiteStandIn.Answer(200, Self.info), 65, "it has no digest"),
            (
                SiteStandIn.Answer(200, Self.info, headers: [("Content-Digest", Self.digest(Self.info))]), 65,
                "it is not signed"
            ),
            (
                SiteStandIn.Answer(200, Self.info + " ", headers: Self.signed(200, Self.info).headers), 65,
                "its digest is not that of what it says"
            ),
            (Self.signed(200, Self.info, by: Self.ours), 65, "not by the key that the provider has given"),
            (SiteStandIn.Answer(201, Self.info, headers: Self.signed(200, Self.info).headers), 65, "not by the key"),
            (Self.signed(200, "[]"), 65, "its answer is no JSON"),
            (Self.signed(500, ""), 69, "answered with status 500"),
        ]
        let next = Mutex(0)
        let (stage, provider, asked) = try await stage(.usual) { _ in answers[next.withLock { $0 }].0 }
        defer { withExtendedLifetime(provider) {} }
        for (index, (_, status, words)) in answers.enumerated() {
            next.withLock { $0 = index }
            let run = try await stage.consequences(of: "fasp", "confirm", "7", "--yes")
            #expect(run.status == status && run.conversation.contains(words), "\(index): \(run.conversation)")
        }
        #expect(!asked.all.contains { $0.hasPrefix("WRONG") })
        #expect(try await stage.number("select count(*) from fasp_providers where confirmed") == 0)
    }
}
