import Model
import Stores

// Domains, secrets and modes of the server's own.

extension Check {
    static let environmentValues: [Check] = [
        file(
            "env.local-domain-form", .problem, "domains are bare names", why: "handles and signatures do not fit",
            fix: "a name without scheme, port, slash and capitals: example.social", source: "docs.joinmastodon.org"
        ) { variables, _ in
            let named = ["LOCAL_DOMAIN", "WEB_DOMAIN", "ALTERNATE_DOMAINS", "STREAMING_DOMAIN"].flatMap { name in
                (variables[name] ?? "").split(separator: ",").map { (name, String($0)) }
            }
            let odd = named.filter { _, value in
                value.contains("/") || value.contains(":") || value.contains(" ") || value != value.lowercased()
                    || value.hasSuffix(".") || value.hasPrefix("@")
            }
            return odd.isEmpty
                ? .fine(named.map(\.1).joined(separator: ", "))
                : .found(odd.map { "\($0.0)=\($0.1)" }.joined(separator: ", "), odd.map { Evidence($0.0) })
        },
        Check(
            "env.local-domain-drift", .critical, needs: [.database], "posts are of the configured domain",
            why: "other servers know the posts and people by the old name, for good",
            fix: "set LOCAL_DOMAIN and WEB_DOMAIN to what they were at the first post", source: "docs.joinmastodon.org"
        ) { inspection, _ in
            let own = inspection.ownDomains
            guard !own.isEmpty else { return .skipped("no domain is configured") }
            guard let found = try await inspection.measures(.otherHosts(own), limit: 0, patience: .seconds(5)) else {
                return .skipped("this release's schema has no such thing")
            }
            return found.rows.isEmpty
                ? .fine(own.joined(separator: ", "))
                : .found(
                    "the newest post is of \(found.rows[0].name), and the domain is \(own[0])",
                    found.rows.map { Evidence($0.name) })
        },
        file(
            "env.https-off", .problem, "the site answers at HTTPS", why: "federation needs it",
            fix: "take LOCAL_HTTPS=false out", source: "docs.joinmastodon.org"
        ) { variables, services in
            variables["LOCAL_HTTPS"] == "false" && services.isProduction
                ? .found("LOCAL_HTTPS=false") : .fine("it does")
        },
        file(
            "env.secret-key-base", .critical, needs: [.variables, .secrets], "the secret of sessions is one",
            why: "with a known or short one anybody can sign in as anybody",
            fix: "bin/rails secret makes a new one; everybody is signed out", source: "docs.joinmastodon.org"
        ) { variables, _ in
            guard let secret = variables["SECRET_KEY_BASE"] else {
                return .found("SECRET_KEY_BASE is empty or missing")
            }
            if secret.count < 30 { return .found("SECRET_KEY_BASE has only \(secret.count) letters") }
            return Set(secret).count < 8
                ? .found("SECRET_KEY_BASE is no random text") : .fine("\(secret.count) letters")
        },
        Check(
            "env.encryption-keys", .critical, since: .v4_3, needs: [.variables, .secrets, .database],
            "the keys of what is encrypted in the database are there",
            why: "the server does not start; with other keys second factors fail, and in 4.7 every signature",
            fix: "take them from a backup; never make new ones over a database that has data", source: "mastodon#30100"
        ) { inspection, _ in
            let missing = encryptionKeys.filter { inspection.services.variables?[$0] == nil }
            return missing.isEmpty
                ? .fine("all three")
                : .found("missing: \(missing.joined(separator: ", "))", missing.map { Evidence($0) })
        },
        file(
            "env.encryption-keys-equal", .critical, needs: [.variables, .secrets],
            "these keys are three different ones",
            why: "they were copied from a sample, and are no secret",
            fix: "bin/rails db:encryption:init makes three; on a server with data ask for help first",
            source: "mastodon#30100"
        ) { variables, _ in
            let values = encryptionKeys.compactMap { variables[$0] }
            if Set(values).count < values.count { return .found("some are equal") }
            return values.contains { $0.count < 16 }
                ? .found("some are short") : .fine("\(values.count) different ones")
        },
        file(
            "env.vapid-half", .problem, needs: [.variables, .secrets], "both keys of push messages are there",
            why: "apps and browsers get no notifications, without a word",
            fix: "take them from a backup; bin/rails mastodon:webpush:generate_vapid_key makes new ones",
            source: "docs.joinmastodon.org"
        ) { variables, _ in
            let missing = ["VAPID_PRIVATE_KEY", "VAPID_PUBLIC_KEY"].filter { variables[$0] == nil }
            return missing.isEmpty
                ? .fine("both") : .found("missing: \(missing.joined(separator: ", "))", missing.map { Evidence($0) })
        },
        Check(
            "env.otp-secret-leftover", .notice, since: .v4_4, needs: [.variables, .database], "no old secret is left",
            why: "nobody reads OTP_SECRET any more", fix: "take it out once no backup of 4.3 or older is needed",
            source: "Mastodon 4.4 app/models/user.rb"
        ) { inspection, _ in
            inspection.services.variables?["OTP_SECRET"] == nil ? .fine("none") : .found("OTP_SECRET is set")
        },
        Check(
            "env.single-user-mode", .warning, needs: [.variables, .database], "a server for one has one",
            why: "pages of all others lead to the first", fix: "take SINGLE_USER_MODE out",
            source: "docs.joinmastodon.org"
        ) { inspection, _ in
            guard inspection.services.variables?["SINGLE_USER_MODE"] == "true" else { return .fine("it is for many") }
            let found = try await inspection.measures(.singleUserCompany, limit: 1, patience: .seconds(5))
            return found?.rows.first.map {
                .found("\(Int($0.value ?? 0)) members", [Evidence($0.name, $0.value, .count)])
            } ?? .fine("one member")
        },
        Check(
            "env.limited-federation-empty", .warning, needs: [.variables, .database],
            "a server that allows few allows some", why: "it talks to nobody",
            fix: "mastoctl domain-allows add NAME", source: "docs.joinmastodon.org"
        ) { inspection, _ in
            guard inspection.services.variables?["LIMITED_FEDERATION_MODE"] == "true" else {
                return .fine("it allows all")
            }
            let found = try await inspection.measures(.noAllowedDomains, limit: 0, patience: .seconds(5))
            return found?.rows.isEmpty == false ? .found("no domain is allowed") : .fine("some are")
        },
        file(
            "env.self-destruct", .critical, "the server is not deleting itself",
            why: "everything is told to be deleted, everywhere",
            fix: "take SELF_DESTRUCT out, unless it is meant", source: "Mastodon 4.6.5 app/lib/self_destruct_helper.rb"
        ) { variables, _ in variables["SELF_DESTRUCT"] == nil ? .fine("it is not") : .found("SELF_DESTRUCT is set") },
        Check(
            "env.trusted-proxy", .problem, needs: [.database, .production], limit: Limit(80, .percent),
            "people come from many addresses",
            why: "the server sees the proxy in the place of people: one block of an address shuts out everybody",
            fix: "set TRUSTED_PROXY_IP to the proxy's address, and let it send X-Forwarded-For",
            source: "docs.joinmastodon.org"
        ) { inspection, check in
            let found = try await inspection.measures(
                .onePlaceOfVisitors, limit: inspection.limit(of: check), patience: .seconds(5))
            return found?.rows.first.map {
                .found(
                    "newest visits from \($0.name): \(Evidence.text($0.value ?? 0, .percent))",
                    [Evidence($0.name, $0.value, .percent)])
            } ?? .fine("they do")
        },
        file(
            "env.user-active-days", .notice, "feeds are kept for a month at most", why: "they fill Redis' memory",
            fix: "USER_ACTIVE_DAYS=7", source: "mastodon#33065"
        ) { variables, _ in
            let days = variables["USER_ACTIVE_DAYS"].flatMap { Double($0) } ?? 7
            return days > 30
                ? .found("USER_ACTIVE_DAYS is \(Int(days))", [Evidence("kept", days, .days)])
                : .fine("\(Int(days)) days")
        },
    ]

    private static let encryptionKeys = [
        "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY", "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY",
        "ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT",
    ]
}
