import Faults
import Model
import Stores

// Backups that this program makes: whether there is a young one, whether it was proven, and who can get at it.

extension Check {
    static let backups: [Check] = [
        Check(
            "backup.none", .notice, needs: [.production], "backups are made",
            why: "Mastodon makes none of its own, and what people wrote has no other copy",
            fix: "mastoctl backup init --repository FORM, or accept this in a baseline where others make them",
            source: "mastodon#1442, #12910"
        ) { inspection, _ in
            inspection.services.backups == nil ? .found("no place for backups is configured") : .fine("they are")
        },
        Check(
            "backup.password-open", .problem, needs: [.backups], "only its owner reads the repository's password",
            why: "whoever has it reads every backup, the server's secrets among them", fix: "chmod 600 FILE",
            source: "mastoctl"
        ) { inspection, _ in
            guard let watch = inspection.services.backups, let mode = watch.passwordMode else {
                return .unseen("the file of the password is not there")
            }
            let words = "mode 0\(String(mode, radix: 8))"
            return mode & 0o077 != 0
                ? .found("\(watch.passwordPath): \(words)", fix: "chmod 600 \(watch.passwordPath)") : .fine(words)
        },
        Check(
            "backup.unreachable", .problem, cost: .normal, needs: [.backups],
            "the repository of the backups is reached, and its password opens it",
            why: "no backup is made, and none could be restored",
            fix: "see backup.repository and backup.password_path in `mastoctl config show`", source: "restic 0.14"
        ) { inspection, _ in
            do {
                let entries = try await inspection.backupEntries()
                return .fine("\(entries.count) backups")
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                let fault = inspection.services.explain(error, "")
                return .found(([fault.message] + fault.notes).joined(separator: ": "), fix: fault.help)
            }
        },
        Check(
            "backup.age", .problem, cost: .normal, needs: [.backups], limit: Limit(48, .hours),
            "the newest whole backup is younger than a threshold",
            why: "its age is what a disaster costs", fix: "mastoctl backup create, and see why cron has not",
            source: "mastoctl"
        ) { inspection, check in
            guard let newest = try await inspection.backupEntries().first(where: \.isWhole) else {
                return .found("there is no whole backup", as: .critical)
            }
            let age = max(0, inspection.now.seconds - newest.time.seconds) / 3_600
            let seen = Evidence("newest", age, .hours)
            return age > inspection.limit(of: check)
                ? .found("the newest whole backup is \(Evidence.text(age, .hours)) old", [seen])
                : .fine("\(Evidence.text(age, .hours)) old", [seen])
        },
        Check(
            "backup.parts", .warning, cost: .normal, needs: [.backups],
            "the newest whole backup has the database and the secrets",
            why: "without the secrets a restored server has no second factors and, from 4.7 on, no federation",
            fix: "mastoctl backup create without --parts, as a user who may read the env file",
            source: "mastodon#32375, #33623"
        ) { inspection, _ in
            guard let newest = try await inspection.backupEntries().first(where: \.isWhole) else {
                return .skipped("there is no whole backup")
            }
            let missing = [BackupPart.database, .secrets].map(\.rawValue).filter { !newest.parts.contains($0) }
            return missing.isEmpty
                ? .fine(newest.parts.joined(separator: ", "))
                : .found("\(newest.id) lacks \(missing.joined(separator: ", "))", missing.map { Evidence($0) })
        },
        Check(
            "backup.rehearsal-age", .warning, cost: .normal, needs: [.backups], limit: Limit(35, .days),
            "a backup was proven to restore within a threshold",
            why: "a backup that was never restored is a hope", fix: "mastoctl backup rehearse", source: "mastoctl"
        ) { inspection, check in
            let entries = try await inspection.backupEntries()
            let proven = entries.filter { $0.passed == true }.max {
                ($0.rehearsed?.seconds ?? 0) < ($1.rehearsed?.seconds ?? 0)
            }
            guard let proven, let time = proven.rehearsed else { return .found("none ever was") }
            let age = max(0, inspection.now.seconds - time.seconds) / 86_400
            var seen = [Evidence("last rehearsal", age, .days)]
            if let seconds = proven.restoreSeconds { seen.append(Evidence("restore", seconds, .seconds)) }
            return age > inspection.limit(of: check)
                ? .found("the last was \(Evidence.text(age, .days)) ago", seen)
                : .fine(seen.map(\.text).joined(separator: ", "), seen)
        },
        Check(
            "backup.rehearsal-failed", .critical, cost: .normal, needs: [.backups], "the last rehearsal passed",
            why: "the backup did not restore, or its secrets do not open its data",
            fix: "mastoctl backup rehearse tells what did not pass; then make another backup", source: "mastoctl"
        ) { inspection, _ in
            let rehearsed = try await inspection.backupEntries().filter { $0.rehearsed != nil }
            let last = rehearsed.max { ($0.rehearsed?.seconds ?? 0) < ($1.rehearsed?.seconds ?? 0) }
            guard let last else { return .skipped("there was none") }
            return last.passed == true ? .fine("of \(last.id)") : .found("of \(last.id), and it did not pass")
        },
        Check(
            "backup.lock-left", .warning, cost: .normal, needs: [.backups], limit: Limit(30, .minutes),
            "no lock of a dead run is in the repository",
            why: "a lock that nobody confirms any more keeps others from pruning",
            fix: "mastoctl backup prune, which removes locks of the dead and none of the living", source: "restic 0.14"
        ) { inspection, check in
            let locks = try await inspection.services.backups?.archive.locks() ?? []
            let limit = inspection.limit(of: check) * 60
            let old = locks.filter { inspection.now.seconds - $0.time.seconds > limit }.map {
                Evidence(
                    "process \($0.process) on \($0.host)", (inspection.now.seconds - $0.time.seconds) / 60, .minutes)
            }
            return old.isEmpty
                ? .fine(locks.isEmpty ? "none" : "\(locks.count) of the living")
                : .found("locks left: \(old.count)\(Evidence.examples(old, of: old.count))", old)
        },
    ]
}
