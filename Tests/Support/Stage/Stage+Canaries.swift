import Glibc
import Postgres
import Sandbox
import Stores

/// What stands in the place of secrets, to be looked for wherever it must not be.
package enum Canary {
    /// In every one of them, and nowhere else.
    package static let mark = "c4n4ry"

    /// A secret of that name.
    package static func of(_ name: String) -> String { "\(mark)-\(name.lowercased())-9f2e" }

    /// The words of every leaf there is, by the help that is shipped; those of the sandbox have servers and no settings.
    package static let leaves: [[String]] = {
        let folder = GoldenFolder.named("help")
        let names = FolderListing.names(in: folder).filter {
            $0.hasPrefix("mastoctl-") && !$0.hasPrefix("mastoctl-sandbox")
        }
        return names.sorted().compactMap { name in
            let lines = (TextFile.read("\(folder)/\(name)") ?? "").split(separator: "\n")
            guard !lines.contains(where: { $0.hasSuffix("<command>") || $0.hasSuffix("<subcommand>") }) else {
                return nil
            }
            return lines.first { $0.hasPrefix("USAGE: mastoctl ") }.map { usage in
                let words = usage.split(separator: " ").dropFirst(2).prefix { word in
                    word.allSatisfy { $0.isLetter || $0 == "-" }
                }.map(String.init)
                // Without it, a profile would be left in the machine's own folder.
                return words == ["config", "init"] ? words + ["--stdout"] : words
            }
        }
    }()

    /// Secrets a server's env file holds, as far as a run gets to its end with them.
    package static var settings: [String: String] {
        let names = [
            "DB_PASS", "SECRET_KEY_BASE", "OTP_SECRET", "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY",
            "ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT", "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY",
            "VAPID_PRIVATE_KEY", "SMTP_LOGIN", "SMTP_PASSWORD", "BULK_SMTP_PASSWORD", "ES_PASS",
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "SWIFT_PASSWORD", "AZURE_STORAGE_ACCESS_KEY",
            "CACHE_BUSTER_SECRET", "DEEPL_API_KEY", "HCAPTCHA_SECRET_KEY", "LDAP_PASSWORD", "OIDC_CLIENT_SECRET",
            "REPLICA_DB_PASS", "REDIS_SENTINEL_PASSWORD", "MASTOCTL_API_TOKEN",
        ]
        return Dictionary(names.map { ($0, of($0)) }) { first, _ in first }
    }
}

extension Stage {
    /// The same, with a secret in every setting, which keeps what it writes below `kept`, and whose database logs every
    /// statement with its values.
    package func withCanaries() async throws -> Stage {
        var stage = with(Canary.settings)
        stage.environment["MASTOCTL_STATE_DIR"] = "\(kept)/state"
        stage.environment["MASTOCTL_METRICS_FILE"] = "\(kept)/metrics.prom"
        stage.environment["MASTOCTL_LOG_FILE"] = "\(kept)/diagnostics.log"
        stage.environment["MASTOCTL_PING_URL"] = "http://u:\(Canary.of("ping"))@127.0.0.1:1/\(Canary.of("ping"))"
        mkdir(kept, 0o700)
        let database = instance.database.database ?? ""
        try await execute("alter database \(identifier: database) set log_statement = 'all'")
        return stage
    }

    /// Where a stage with canaries keeps files.
    private var kept: String { "\(instance.folder)/kept" }

    /// Runs a line to its end.
    ///
    /// - Returns: where a secret stood; nothing when all is well.
    package func leaks(of words: [String]) async throws -> [String] {
        let running = try start(words)
        let look = Task {
            var seen: Set<String> = []
            while !Task.isCancelled {
                for process in FolderListing.names(in: "/proc") where process.allSatisfy(\.isNumber) {
                    let line = TextFile.read("/proc/\(process)/cmdline") ?? ""
                    if line.contains(Canary.mark) { seen.insert(line) }
                }
                try? await Task.sleep(for: .milliseconds(150))
            }
            return seen
        }
        let run = await running.end()
        look.cancel()
        var leaks = await look.value.map { "the list of processes: \($0)" }
        if run.answer.contains(Canary.mark) { leaks.append("standard output: \(run.answer)") }
        if run.conversation.contains(Canary.mark) { leaks.append("standard error: \(run.conversation)") }
        return leaks.map { "\(words): \($0)" }
    }

    /// What was written down with a secret in it: files, and lines of PostgreSQL's log.
    package func leaksOnDisk() async throws -> [String] {
        var leaks = files(below: kept).filter { (TextFile.read("\(kept)/\($0)") ?? "").contains(Canary.mark) }
        let log = TextFile.read(try await TestServers.shared.running().postgres.logFile) ?? ""
        leaks += log.split(separator: "\n").filter { $0.contains(Canary.mark) }.map { "PostgreSQL's log: \($0)" }
        return leaks
    }

    /// Whether anything was written at all, so that no leak means something.
    package var keepsFiles: Bool {
        let names = files(below: kept)
        return names.contains("diagnostics.log") && names.contains { $0.hasSuffix("/audit") || $0.contains("audit") }
    }
}
