import Model
import Stores

// The file the server takes its settings from.

extension Check {
    static let environmentFile: [Check] = [
        Check(
            "env.values", .problem, "the configuration is complete and understood",
            why: "a command may reach another place than is meant", fix: "see `mastoctl config show`",
            source: "mastoctl"
        ) { inspection, _ in
            let doubts = inspection.services.doubts
            guard let worst = doubts.first else { return .fine("complete and understood") }
            return .found(
                doubts.map(\.text).joined(separator: "; "), doubts.map { Evidence($0.text) },
                as: doubts.contains(where: \.isProblem) ? .problem : .warning, fix: worst.help)
        },
        file(
            "env.readable-by-others", .problem, "only its users read the env file", why: "it holds every secret",
            fix: "chmod 640 FILE, owned by mastodon", source: "GitLab check"
        ) { variables, _ in
            let words = "mode 0\(String(variables.mode & 0o777, radix: 8))"
            return variables.mode & 0o007 != 0 ? .found("\(variables.path): \(words)") : .fine(words)
        },
        file(
            "env.dialects", .problem, "all readers of the env file understand the same",
            why: "what dotenv takes out of quotes, docker passes on with them",
            fix: "take the quotes away; env_dialect in the profile says which reader is meant", source: "mastodon#16895"
        ) { variables, _ in
            let names = variables.disputed
            return names.isEmpty
                ? .fine("they do")
                : .found("read differently: \(names.joined(separator: ", "))", names.map { Evidence($0) }, as: .warning)
        },
        file(
            "env.invisible", .problem, "the env file holds nothing that no screen shows",
            why: "a carriage return or a blank becomes a part of a password", fix: "sed -i 's/[[:space:]]*$//' FILE",
            source: "files edited on Windows"
        ) { variables, _ in
            let lines = variables.oddLines
            return lines.isEmpty
                ? .fine("none")
                : .found(
                    "lines \(lines.prefix(10).map(String.init).joined(separator: ", "))",
                    lines.prefix(20).map { Evidence("line \($0)") })
        },
        file(
            "env.duplicate-key", .warning, "each name stands there once",
            why: "one reader takes the first, another the last", fix: "delete the one that is not meant",
            source: "dotenv, Docker Compose"
        ) { variables, _ in
            let names = variables.repeated
            return names.isEmpty
                ? .fine("it does")
                : .found("twice with other values: \(names.joined(separator: ", "))", names.map { Evidence($0) })
        },
        file(
            "env.misspelt", .warning, "no name is misspelt",
            why: "a setting nobody reads is without effect, and silent",
            fix: "write the name that is meant", source: "names that Mastodon reads"
        ) { variables, _ in
            let odd = variables.values.keys.sorted().compactMap { name in
                ServerVariableNames.meant(by: name).map { Evidence("\(name) for \($0)") }
            }
            return odd.isEmpty ? .fine("none") : .found("misspelt: \(odd.map(\.name).joined(separator: ", "))", odd)
        },
        Check(
            "env.removed-key", .notice, needs: [.variables, .database], "no setting is without effect by now",
            why: "somebody believes that it holds", fix: "take it out", source: "Mastodon release notes"
        ) { inspection, _ in
            let release = await inspection.release() ?? .v4_2
            let names = (inspection.services.variables?.values.keys.sorted() ?? []).filter { name in
                ServerVariableNames.removed[name].map { $0 <= release } ?? false
            }
            return names.isEmpty
                ? .fine("none") : .found("without effect: \(names.joined(separator: ", "))", names.map { Evidence($0) })
        },
        Check(
            "env.redis-namespace", .critical, since: .v4_4, needs: [.variables, .database],
            "there is no Redis namespace",
            why: "Mastodon 4.4 and newer refuse to start with one", fix: "move the keys, then take REDIS_NAMESPACE out",
            source: "Mastodon 4.4 lib/mastodon/redis_configuration.rb"
        ) { inspection, _ in
            inspection.services.variables?["REDIS_NAMESPACE"] == nil ? .fine("none") : .found("REDIS_NAMESPACE is set")
        },
        file(
            "env.debug-left-on", .warning, "nothing is left on from a search for a fault",
            why: "the log fills the disk, and holds what nobody should read",
            fix: "take RAILS_LOG_LEVEL=debug and LOG_LEVEL=silly out, and restart", source: "docs.joinmastodon.org"
        ) { variables, _ in
            var odd: [Evidence] = []
            if variables["RAILS_LOG_LEVEL"] == "debug" { odd.append(Evidence("RAILS_LOG_LEVEL=debug")) }
            if variables["LOG_LEVEL"] == "silly" { odd.append(Evidence("LOG_LEVEL=silly")) }
            for name in ["RAILS_ENV", "NODE_ENV"] {
                if let value = variables[name], value != "production" {
                    odd.append(Evidence("\(name) is not production"))
                }
            }
            return odd.isEmpty ? .fine("nothing") : .found(odd.map(\.name).joined(separator: ", "), odd)
        },
        Check(
            "env.started-before-edit", .warning, needs: [.variables], "processes were started after the last edit",
            why: "they run with the old settings", fix: "restart web, Sidekiq and streaming", source: "/proc"
        ) { inspection, _ in
            guard let path = inspection.services.variables?.path else { return .skipped("no env file was read") }
            let machine = try await inspection.machine()
            if machine.isFar { return .skipped("the env file that was read is this machine's, the processes are not") }
            let processes = machine.processes()
            guard !processes.isEmpty else { return .skipped("none of the server's processes is on this machine") }
            guard let edited = Machine().modified(path) else {
                return .unseen("\(path) tells no time")
            }
            let old = processes.filter { $0.started > 0 && $0.started < edited }
            return old.isEmpty
                ? .fine("\(processes.count) processes")
                : .found("started before the last edit: \(old.count)", old.map { Evidence("\($0.part) \($0.id)") })
        },
        Check(
            "env.processes-differ", .problem, cost: .normal, needs: [.variables],
            "all processes run with the same settings",
            why: "half of the server signs, encrypts or writes by others", fix: "one file for all, then restart all",
            source: "mastodon#33623"
        ) { inspection, _ in
            let processes = try await inspection.machine().processes().filter { $0.environment != nil }
            guard processes.count > 1 else { return .skipped("fewer than two processes can be read") }
            let names = [
                "SECRET_KEY_BASE", "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY", "DB_HOST", "DB_NAME", "REDIS_URL",
                "REDIS_HOST",
                "LOCAL_DOMAIN", "VAPID_PRIVATE_KEY",
            ]
            let odd = names.filter { name in Set(processes.compactMap { $0.environment?[name] }).count > 1 }
            return odd.isEmpty
                ? .fine("\(processes.count) processes")
                : .found("they differ in \(odd.joined(separator: ", "))", odd.map { Evidence($0) })
        },
    ]

    /// A check of the env file alone.
    static func file(
        _ id: String, _ severity: Severity, needs: [Need] = [.variables], _ title: String, why: String, fix: String,
        source: String, judge: @escaping @Sendable (ServerVariables, Services) -> Verdict
    ) -> Check {
        Check(id, severity, needs: needs, title, why: why, fix: fix, source: source) { inspection, _ in
            guard let variables = inspection.services.variables else { return .skipped("no env file was read") }
            return judge(variables, inspection.services)
        }
    }
}
