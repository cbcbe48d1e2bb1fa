import Faults
import Model
import Stores

// The Admin API as the lane `api` takes it: the way there, the token, and what it may do.

extension Check {
    static let adminAPI: [Check] = [
        Check(
            "api.reachable", .problem, cost: .normal, needs: [.api], "the Admin API answers",
            why: "commands that go by it end with status 69", fix: "check lanes.api_url, and look at mastodon-web",
            source: "Mastodon 4.6.5 config/routes/api.rb"
        ) { inspection, _ in
            guard let admin = inspection.services.admin else { return .skipped("there is no token to ask it with") }
            do {
                try await admin.client().reach()
                return .fine("it answers at \(admin.address)")
            } catch {
                switch AdminTrouble(error) {
                case .token: return .fine("it answers at \(admin.address)")
                case .host: return .skipped("what stands before it refuses the request: see api.host-check")
                case .other: return .found(error, inspection.services, at: admin.address)
                }
            }
        },
        asked(
            "api.host-check", .problem, "requests come through to the Admin API",
            why: "the server's check of host names or a proxy answers in its place, whatever the token may do",
            fix: "check WEB_DOMAIN and lanes.api_url, and that the proxy in front sends Host and X-Forwarded-Proto on",
            source: "Mastodon 4.6.5 config/environments/production.rb (config.hosts)"
        ) { answer, inspection in
            switch answer {
            case .facts, .trouble(.token, _): .fine("they do")
            case .trouble(.host, let error):
                .found(error, inspection.services, at: inspection.services.admin?.address ?? "")
            case .trouble(.other, _): .unseen("the Admin API was not reached")
            }
        },
        Check(
            "api.token", .problem, cost: .normal, "the token for the Admin API is there and taken",
            why: "commands that go by it are refused", fix: "get a new one with `mastoctl login`",
            source: "Mastodon 4.6.5 config/initializers/doorkeeper.rb"
        ) { inspection, _ in
            // Without one changes go another way, where there is one.
            if inspection.services.lanes == ["api"], inspection.services.admin == nil {
                return .found("none is configured, and the profile allows no other lane than api")
            }
            if let obstacle = await inspection.obstacle(.api) { return obstacle }
            switch try await inspection.adminAnswer() {
            case .facts(let facts): return .fine(owner(of: facts))
            case .trouble(.token, let error):
                return .found(error, inspection.services, at: inspection.services.admin?.address ?? "")
            case .trouble: return .unseen("the Admin API was not reached")
            }
        },
        asked(
            "api.scopes", .warning, "the token has the scopes that commands ask for",
            why: "a command of that kind ends with status 77", fix: "get a token with them by `mastoctl login`",
            source: "Mastodon 4.6.5 config/initializers/doorkeeper.rb"
        ) { answer, _ in
            guard case .facts(let facts) = answer else { return .unseen("the token was not taken") }
            guard let scopes = facts.scopes else { return .skipped("the server does not tell a token's scopes") }
            let missing = TokenFacts.needed.filter { scopes.isDisjoint(with: $0.sufficient) }
            if missing.isEmpty { return .fine(scopes.map(\.text).sorted().joined(separator: " ")) }
            let words = missing.map { Evidence($0.text) }
            // One made for a few things on purpose still does these.
            let isNarrow = scopes.contains { $0.text.hasPrefix("admin:") }
            return .found(
                "the token lacks \(missing.count) of \(TokenFacts.needed.count) scopes"
                    + Evidence.examples(
                        words, of: words.count),
                words, as: isNarrow ? .notice : nil)
        },
        asked(
            "api.permissions", .warning, "the role of the token's owner lets him do what commands ask for",
            why: "a command of that kind ends with status 77, whatever the scopes are",
            fix: "log in as somebody whose role gives them, with `mastoctl login`",
            source: "Mastodon 4.6.5 app/models/user_role.rb"
        ) { answer, _ in
            guard case .facts(let facts) = answer else { return .unseen("the token was not taken") }
            guard let owner = facts.owner, let role = owner.role else {
                return .skipped("the token does not tell whose it is")
            }
            let missing = TokenFacts.neededPermissions.filter { !role.allows($0) }.map { Evidence($0.description) }
            return missing.isEmpty
                ? .fine("\(owner.username) may")
                : .found("\(owner.username) lacks" + Evidence.examples(missing, of: missing.count), missing)
        },
    ]

    private static func owner(of facts: TokenFacts) -> String {
        guard let owner = facts.owner else { return "it is; whose it is, it may not tell" }
        let role = owner.role.map { $0.name.isEmpty ? "without a role" : $0.name }
        return "it is \(owner.username)'s" + (role.map { " (\($0))" } ?? "")
    }

    /// A check of what the server says of the token, which is asked once.
    private static func asked(
        _ id: String, _ severity: Severity, _ title: String, why: String, fix: String, source: String,
        judge: @escaping @Sendable (AdminAnswer, Inspection) -> Verdict
    ) -> Check {
        Check(
            id, severity, cost: .normal, needs: [.api], title, why: why, fix: fix, source: source
        ) { inspection, _ in judge(try await inspection.adminAnswer(), inspection) }
    }
}

/// What came of asking about the token.
enum AdminAnswer: Sendable {
    case facts(TokenFacts)
    case trouble(AdminTrouble, any Error)
}

/// Where a request to the Admin API ended, told by the type of its error.
enum AdminTrouble: Sendable {
    /// The server looked at the token and does not take it.
    case token
    /// Something before the API answered.
    case host
    case other

    init(_ error: any Error) {
        guard let fault = error as? Fault else {
            self = .other
            return
        }
        self = fault.kind == .denied ? .token : fault.cause is BeforeTheAPI ? .host : .other
    }
}

extension Inspection {
    func adminAnswer() async throws -> AdminAnswer {
        let admin = services.admin
        return try await recall("admin") {
            do {
                guard let client = try admin?.client() else { throw Fault(.ourBug, "there is no token") }
                return .facts(try await client.facts())
            } catch {
                return .trouble(AdminTrouble(error), error)
            }
        }
    }
}
