import Faults
import Model
import Stores

// PostgreSQL itself: whether it is there, what it is, and who may come in.

extension Check {
    static let postgresServer: [Check] = [
        Check(
            "pg.reachable", .critical, "the database answers",
            why: "nothing works without it",
            fix: "check the service, DB_HOST, DB_PORT and the password; `mastoctl config show` tells what is used",
            source: "Mastodon 4.6.5 config/database.yml"
        ) { inspection, _ in
            let server = inspection.services.primary
            do {
                let state = try await inspection.database()
                return .fine(
                    "\(server.address) answers in \(Evidence.text(state.latency * 1_000, .milliseconds)) as \(state.role)"
                        + (state.isPooled ? ", through a pooler" : ""),
                    [Evidence("round trip", state.latency * 1_000, .milliseconds)])
            } catch {
                return .found(error, inspection.services, at: server.address)
            }
        },
        Check(
            "pg.version-supported", .problem, needs: [.database], limit: Limit(14, .count),
            "PostgreSQL is a version that Mastodon still takes",
            why: "Mastodon 4.6 and newer refuse to migrate on an older one",
            fix: "upgrade PostgreSQL: pg_upgradecluster on Debian, or a dump and a restore",
            source: "Mastodon 4.6.5 lib/tasks/db.rake"
        ) { inspection, check in
            let state = try await inspection.database()
            let least = inspection.limit(of: check)
            let seen = [Evidence("version", Double(state.version / 10_000), .count)]
            return Double(state.version / 10_000) >= least
                ? .fine("PostgreSQL \(state.versionText)", seen)
                : .found("PostgreSQL \(state.versionText) is older than \(Evidence.text(least, .count))", seen)
        },
        Check(
            "pg.minor-behind", .warning, needs: [.database, .production], limit: Limit(3, .count),
            "PostgreSQL has the corrections of its version",
            why: "corrections mend lost data and open doors; taking them needs a restart and no migration",
            fix: "install the newest packages of the same version, and restart PostgreSQL",
            source: "postgresql.org, releases up to May 2026"
        ) { inspection, check in
            let state = try await inspection.database()
            let newest = [14: 23, 15: 18, 16: 14, 17: 10, 18: 4]
            guard let known = newest[state.version / 10_000] else {
                return .skipped("corrections of PostgreSQL \(state.version / 10_000) are not known here")
            }
            let behind = known - state.version % 10_000
            let seen = [Evidence("corrections behind", Double(max(behind, 0)), .count)]
            return Double(behind) < inspection.limit(of: check)
                ? .fine("PostgreSQL \(state.versionText)", seen)
                : .found("PostgreSQL \(state.versionText) is \(behind) corrections behind \(known)", seen)
        },
        Check(
            "pg.ssl-off", .warning, needs: [.database], "the way to the database is encrypted where it is a network",
            why: "whoever is in between reads every password and private post",
            fix: "set DB_SSLMODE=verify-full, unless the network is trusted",
            source: "docs.joinmastodon.org, PostgreSQL"
        ) { inspection, _ in
            let state = try await inspection.database()
            let requires = inspection.services.requiresTLS
            if isLocal(inspection.services.primary.address) { return .fine("on this machine alone") }
            if state.isEncrypted {
                return requires
                    ? .fine("the connection uses TLS")
                    : .found("the connection uses TLS, but sslmode does not ask for it, so it can be switched off")
            }
            return requires
                ? .found("the connection does not use TLS although sslmode asks for it", as: .problem)
                : .found("the connection does not use TLS")
        },
        Check(
            "pg.clock", .problem, needs: [.database], limit: Limit(60, .seconds),
            "the database's clock agrees with this machine's",
            why: "ages of posts, sessions and signatures are compared with both",
            fix: "set both clocks by NTP", source: "docs.joinmastodon.org"
        ) { inspection, check in
            let skew = try await inspection.database().skew
            let seen = [Evidence("difference", skew, .seconds)]
            let words = "\(Evidence.text(skew.magnitude, .seconds)) \(skew < 0 ? "behind" : "ahead of") this machine's"
            if skew.magnitude > inspection.limit(of: check) { return .found("the server's clock is \(words)", seen) }
            if skew.magnitude > 2 { return .found("the server's clock is \(words)", seen, as: .warning) }
            return .fine("agrees within \(Evidence.text(skew.magnitude * 1_000, .milliseconds))", seen)
        },
        Check(
            "pg.standby", .problem, needs: [.database], "the configured primary takes writes",
            why: "a standby refuses every change: nobody can post",
            fix: "point DB_HOST at the primary, and REPLICA_DB_HOST at the standby", source: "PostgreSQL"
        ) { inspection, _ in
            try await inspection.database().isStandby
                ? .found("the configured primary is a standby") : .fine("takes writes")
        },
        Check(
            "pg.role-rights", .problem, needs: [.database], "the role may do what commands need",
            why: "a command that lacks a right ends half way; the server itself would, too",
            fix: "use the role that Mastodon uses, or grant it select and update",
            source: "the tables that commands change"
        ) { inspection, _ in
            let state = try await inspection.database()
            return rights(state, try await inspection.tables())
        },
        .asking(
            "pg.role-superuser", .warning, needs: [.database, .production], .powerfulRole,
            "the server's role is a superuser", why: "a hole in the web application would be one in the whole machine",
            fix: "alter role mastodon nosuperuser", source: "PostgreSQL"),
        .asking(
            "pg.hba-trust", .critical, .openDoors, "ways in without a password, or with one in clear text",
            why: "whoever reaches the port reads and changes everything",
            fix: "use scram-sha-256 in pg_hba.conf, and reload", source: "PostgreSQL; Mastodon's docker-compose.yml"),
        .asking(
            "pg.encoding", .problem, .otherEncoding, "encodings other than UTF-8",
            why: "posts with letters of other scripts cannot be stored", fix: "dump, create with UTF8, restore",
            source: "docs.joinmastodon.org"),
        Check(
            "pg.replica-lag", .warning, needs: [.database], limit: Limit(30, .seconds),
            "the configured replica is near the primary",
            why: "reads that go to it show an old world", fix: "look at pg_stat_replication on the primary",
            source: "Mastodon 4.6.5 config/database.yml"
        ) { inspection, check in
            guard let server = inspection.services.replica else { return .skipped("no replica is configured") }
            let state: DatabaseState
            do {
                state = try await server.state()
            } catch {
                return .found(error, inspection.services, at: server.address, as: .problem)
            }
            if !state.isStandby {
                return .found(
                    "what is configured as a replica is a primary", as: .problem, fix: "check REPLICA_DB_HOST")
            }
            let seen = [Evidence("behind", state.behind, .seconds)]
            if state.isCurrent || state.behind <= inspection.limit(of: check) {
                return .fine("\(server.address) has replayed what it received", seen)
            }
            return .found(
                "\(server.address) is \(Evidence.text(state.behind, .seconds)) behind, so reading goes to the primary",
                seen)
        },
    ]

    /// Whether an address is on this machine.
    static func isLocal(_ address: String) -> Bool {
        address.hasPrefix("/") || address.hasPrefix("localhost") || address.hasPrefix("127.")
            || address.hasPrefix("[::1]") || address == "the local socket"
    }

    /// The tables commands change.
    static let changed: Set<String> = ["accounts", "custom_emojis", "media_attachments", "preview_cards"]

    /// What a role may do with the tables: a problem when it may not read all of them.
    static func rights(_ state: DatabaseState, _ tables: [TableState]) -> Verdict {
        let unreadable = tables.filter { !$0.canRead }.map(\.name)
        if !unreadable.isEmpty {
            let listed = unreadable.prefix(5).joined(separator: ", ") + (unreadable.count > 5 ? " and others" : "")
            return .found("the role \(state.role) may not read \(listed)", unreadable.prefix(20).map { Evidence($0) })
        }
        if state.isReadOnlyByDefault {
            return .found("the role \(state.role) is read-only (default_transaction_read_only)", as: .notice)
        }
        let unchangeable = tables.filter { changed.contains($0.name) && !$0.canChange }.map(\.name).sorted()
        if !unchangeable.isEmpty {
            return .found(
                "the role \(state.role) may only read \(unchangeable.joined(separator: ", "))",
                unchangeable.map { Evidence($0) }, as: .notice)
        }
        return .fine("\(state.role) may read all tables and change media")
    }

    /// Whether a role may change what commands change.
    static func mayWrite(_ state: DatabaseState, _ tables: [TableState]) -> Bool {
        !state.isReadOnlyByDefault && !state.isStandby
            && !tables.contains { changed.contains($0.name) && !$0.canChange }
    }
}

extension Verdict {
    /// A finding told by an error.
    static func found(
        _ error: any Error, _ services: Services, at address: String, as severity: Check.Severity? = nil
    ) -> Verdict {
        let fault = services.explain(error, address)
        let notes = fault.notes.isEmpty ? "" : " (\(fault.notes.joined(separator: "; ")))"
        // Who reads this has asked the doctor already.
        let help = fault.help?.replacing(", or run `mastoctl doctor`", with: "")
        return .found(fault.message + notes, as: severity, fix: help)
    }
}
