import Model
import Stores

extension Examination {
    /// The tables commands change.
    static let changed: Set<String> = ["accounts", "custom_emojis", "media_attachments", "preview_cards"]

    struct DatabaseFindings: Sendable {
        var checks: [Check] = []
        /// True when the role may change what commands change.
        var mayWrite = false
        /// Why nothing is to be written when it may not.
        var probing = Probing(door: nil, reason: "")
    }

    func databaseChecks() async -> DatabaseFindings {
        let server = services.primary
        let state: DatabaseState
        do {
            state = try await server.state()
        } catch {
            return unreachable(problem("postgres", "reachable", error, at: server.address))
        }
        var found = DatabaseFindings()
        found.checks = [
            Check(
                "postgres", "reachable", .ok,
                "\(server.address) answers in \(Self.milliseconds(state.latency)) as \(state.role)"),
            Self.version(state), encryption(state), Self.pooling(state), Self.clock(state), Self.collation(state),
            Self.primary(state),
        ]
        await lookAtTables(server, state, &found)
        return found
    }

    /// Storage and Redis do not need the database, so their probes go on without it.
    private func unreachable(_ check: Check) -> DatabaseFindings {
        var found = DatabaseFindings(checks: [check], mayWrite: true)
        for name in ["version", "encryption", "pooling", "clock", "collation", "primary", "schema", "role"] {
            found.checks.append(Check("postgres", name, .skipped, "PostgreSQL was not reached"))
        }
        return found
    }

    private func lookAtTables(
        _ server: DatabaseServer, _ state: DatabaseState, _ found: inout DatabaseFindings
    ) async {
        do {
            found.checks.append(Self.schema(try await server.schema()))
        } catch {
            found.checks.append(problem("postgres", "schema", error, at: server.address))
            found.checks.append(Check("postgres", "role", .skipped, "the schema was not read"))
            found.mayWrite = true
            return
        }
        do {
            let tables = try await server.tables()
            let (check, mayWrite) = Self.role(state, tables)
            found.checks.append(check)
            found.mayWrite = mayWrite
            if !mayWrite { found.probing.reason = "the database role may only read, so nothing is written" }
        } catch {
            found.checks.append(problem("postgres", "role", error, at: server.address))
        }
    }

    static func version(_ state: DatabaseState) -> Check {
        let text = "PostgreSQL \(state.versionText)"
        if state.version >= 140_000 { return Check("postgres", "version", .ok, text) }
        return Check(
            "postgres", "version", .problem, "\(text) is older than 14", help: "upgrade PostgreSQL to 14 or newer")
    }

    private func encryption(_ state: DatabaseState) -> Check {
        if state.isEncrypted { return Check("postgres", "encryption", .ok, "the connection uses TLS") }
        let address = services.primary.address
        let isLocal =
            address.hasPrefix("/") || address.hasPrefix("localhost:") || address.hasPrefix("127.")
            || address.hasPrefix("[::1]") || address == "the local socket"
        if services.requiresTLS {
            return Check(
                "postgres", "encryption", .problem, "the connection does not use TLS although sslmode asks for it",
                help: "check DB_SSLMODE, and whether a pooler stands between")
        }
        if isLocal { return Check("postgres", "encryption", .ok, "no TLS, on this machine alone") }
        return Check(
            "postgres", "encryption", .warning, "the connection does not use TLS",
            help: "set DB_SSLMODE=verify-full, unless the network is trusted")
    }

    static func pooling(_ state: DatabaseState) -> Check {
        Check(
            "postgres", "pooling", .ok,
            state.isPooled ? "through a pooler such as pgbouncer; nothing is kept in a session" : "no pooler between")
    }

    /// Ages are compared with the database's clock or this machine's, so they have to agree.
    static func clock(_ state: DatabaseState) -> Check {
        let skew = state.skew.magnitude
        let shown = "\(Int(skew.rounded())) s \(state.skew < 0 ? "behind" : "ahead of") this machine's"
        let help = "set both clocks by NTP"
        if skew > 60 { return Check("postgres", "clock", .problem, "the server's clock is \(shown)", help: help) }
        if skew > 2 { return Check("postgres", "clock", .warning, "the server's clock is \(shown)", help: help) }
        return Check("postgres", "clock", .ok, "agrees with this machine's within \(milliseconds(skew))")
    }

    static func collation(_ state: DatabaseState) -> Check {
        guard let collation = state.collation else {
            return Check("postgres", "collation", .skipped, "the server does not tell versions of its collation")
        }
        if collation.built == collation.now {
            return Check("postgres", "collation", .ok, "version \(collation.now), as when the indexes were built")
        }
        return Check(
            "postgres", "collation", .problem,
            "indexes were built with version \(collation.built), the system now has \(collation.now): "
                + "indexes on text may be corrupt",
            help: "reindex database, then alter database … refresh collation version")
    }

    static func primary(_ state: DatabaseState) -> Check {
        if state.isStandby {
            return Check(
                "postgres", "primary", .problem, "the configured primary is a standby, so nothing can be written",
                help: "point DB_HOST at the primary, and REPLICA_DB_HOST at the standby")
        }
        return Check("postgres", "primary", .ok, "takes writes")
    }

    static func schema(_ schema: LiveSchema) -> Check {
        let help = "finish the server's migrations; commands that write are refused until then"
        guard let release = schema.release else {
            let isNewer = MastodonRelease.allCases.allSatisfy { $0.schemaVersion < schema.version }
            return Check(
                "postgres", "schema", isNewer ? .warning : .problem,
                "schema version \(schema.version) is \(schema.releaseInWords), which mastoctl does not know",
                help: isNewer ? "use a newer mastoctl, or --allow-schema \(schema.version) at your own risk" : help)
        }
        let tables = Set(SchemaCatalog.of(release: release).relations.map(\.name))
        let missing = schema.missing(tables, of: release)
        if missing.isEmpty {
            return Check(
                "postgres", "schema", .ok,
                "\(schema.releaseInWords) (\(schema.version)), complete: \(tables.count) tables")
        }
        let listed =
            missing.prefix(5).joined(separator: ", ") + (missing.count > 5 ? " and \(missing.count - 5) more" : "")
        return Check(
            "postgres", "schema", .problem, "the schema says \(schema.releaseInWords), but lacks \(listed)", help: help)
    }

    static func role(_ state: DatabaseState, _ tables: [TableState]) -> (Check, mayWrite: Bool) {
        let unreadable = tables.filter { !$0.canRead }.map(\.name)
        let unchangeable = tables.filter { changed.contains($0.name) && !$0.canChange }.map(\.name).sorted()
        let mayWrite = unchangeable.isEmpty && !state.isReadOnlyByDefault && !state.isStandby
        if !unreadable.isEmpty {
            let listed = unreadable.prefix(5).joined(separator: ", ") + (unreadable.count > 5 ? " and others" : "")
            return (
                Check(
                    "postgres", "role", .problem, "the role \(state.role) may not read \(listed)",
                    help: "grant it select, or use the role Mastodon uses"), mayWrite
            )
        }
        if state.isReadOnlyByDefault {
            return (
                Check(
                    "postgres", "role", .warning, "the role \(state.role) is read-only (default_transaction_read_only)",
                    help: "use the role Mastodon uses for commands that change something"), mayWrite
            )
        }
        if !unchangeable.isEmpty {
            return (
                Check(
                    "postgres", "role", .warning,
                    "the role \(state.role) may not change \(unchangeable.joined(separator: ", "))",
                    help: "use the role Mastodon uses for commands that change something"), mayWrite
            )
        }
        return (Check("postgres", "role", .ok, "\(state.role) may read all tables and change media"), mayWrite)
    }

    func replicaChecks() async -> [Check] {
        guard let server = services.replica else { return [] }
        do {
            let state = try await server.state()
            let reached = Check(
                "replica", "reachable", .ok, "\(server.address) answers in \(Self.milliseconds(state.latency))")
            if !state.isStandby {
                return [
                    reached,
                    Check(
                        "replica", "fresh", .warning, "what is configured as a replica is a primary",
                        help: "check REPLICA_DB_HOST"),
                ]
            }
            if state.isCurrent || state.behind <= 30 {
                return [reached, Check("replica", "fresh", .ok, "has replayed all it received")]
            }
            return [
                reached,
                Check(
                    "replica", "fresh", .warning,
                    "is \(Int(state.behind)) s behind, so reading goes to the primary",
                    help: "look at replication on the primary (pg_stat_replication)"),
            ]
        } catch {
            return [problem("replica", "reachable", error, at: server.address)]
        }
    }
}
