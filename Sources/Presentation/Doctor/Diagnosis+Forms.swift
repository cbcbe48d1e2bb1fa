import Console
import Model
import Operations

// A check-up for monitors.

extension Diagnosis {
    /// A Prometheus text file: a gauge for each check, 0 for well up to 4 for critical, -1 for what was not looked at.
    ///
    /// Source of the form: Prometheus, "Exposition formats", text-based format 0.0.4.
    package var prometheus: String {
        let domain = (domain ?? "").asLabel
        var text = """
            # HELP mastoctl_doctor_check_state What a check found: 0 nothing, 1 notice, 2 warning, 3 problem, 4 critical, -1 not looked at.
            # TYPE mastoctl_doctor_check_state gauge

            """
        for check in checks where check.state != .skipped {
            text +=
                "mastoctl_doctor_check_state{domain=\"\(domain)\",id=\"\(check.id)\",group=\"\(check.group.rawValue)\"} "
            text += "\(check.accepted == nil ? check.level : 0)\n"
        }
        text += """
            # HELP mastoctl_doctor_checks How many checks came to a state.
            # TYPE mastoctl_doctor_checks gauge

            """
        for (state, number) in counts.sorted(by: { $0.key < $1.key }) {
            text += "mastoctl_doctor_checks{domain=\"\(domain)\",state=\"\(state)\"} \(number)\n"
        }
        text += """
            # HELP mastoctl_doctor_last_run_timestamp_seconds When this was looked at, since 1970.
            # TYPE mastoctl_doctor_last_run_timestamp_seconds gauge
            mastoctl_doctor_last_run_timestamp_seconds{domain="\(domain)"} \(Int64(time.seconds))

            """
        return text + backupGauges
    }

    /// Figures of backups, where they were looked at: what would be lost, and how long an outage would last.
    private var backupGauges: String {
        let gauges: [(check: String, evidence: String, name: String, help: String, factor: Double)] = [
            ("backup.age", "newest", "mastoctl_backup_age_seconds", "Age of the newest whole backup.", 3_600),
            (
                "backup.rehearsal-age", "last rehearsal", "mastoctl_backup_rehearsal_age_seconds",
                "Time since a backup was last proven to restore.", 86_400
            ),
            (
                "backup.rehearsal-age", "restore", "mastoctl_backup_restore_seconds",
                "How long the last rehearsal took to restore.", 1
            ),
        ]
        return gauges.map { gauge in
            let seen = checks.first { $0.id == gauge.check }?.evidence.first { $0.name == gauge.evidence }
            guard let value = seen?.value else { return "" }
            return """
                # HELP \(gauge.name) \(gauge.help)
                # TYPE \(gauge.name) gauge
                \(gauge.name){domain="\((domain ?? "").asLabel)"} \((value * gauge.factor * 10).rounded() / 10)

                """
        }.joined()
    }

    /// As test runners write it; what was found fails, what was not looked at is skipped or an error.
    package var junit: String {
        let failures = checks.count { $0.isFound }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuite name=\"mastoctl doctor\" tests=\"\(checks.count)\" failures=\"\(failures)\" "
        text += "errors=\"\(count(.unseen))\" skipped=\"\(count(.skipped))\" timestamp=\"\(time)\">\n"
        for check in checks {
            text += "  <testcase classname=\"\(check.group.rawValue)\" name=\"\(check.id.marked)\">"
            let detail = Sanitized.text(check.detail).marked
            switch check.state {
            case .ok: break
            case .skipped: text += "<skipped message=\"\(detail)\"/>"
            case .unseen: text += "<error message=\"\(detail)\"/>"
            default:
                if check.accepted == nil {
                    text += "<failure type=\"\(check.state.rawValue)\" message=\"\(detail)\">"
                    text += "\(Sanitized.text(check.fix ?? "").marked)</failure>"
                } else {
                    text += "<skipped message=\"accepted: \(Sanitized.text(check.accepted ?? "").marked)\"/>"
                }
            }
            text += "</testcase>\n"
        }
        return text + "</testsuite>\n"
    }

    /// One line with a word that Nagios and its kin know, and figures behind a bar. The status stays this program's:
    /// 0 or 1.
    package var nagios: String {
        let worst = checks.filter(\.isFound).max { $0.level < $1.level }
        let word =
            switch worst?.state {
            case .critical, .problem: "CRITICAL"
            case .warning: "WARNING"
            default: count(.unseen) > 0 ? "UNKNOWN" : "OK"
            }
        let names = ids.prefix(5).joined(separator: ", ")
        let figures = ["critical", "problem", "warning", "notice", "could_not_look"].map { "\($0)=\(counts[$0] ?? 0)" }
        return "MASTODON \(word) - \(names.isEmpty ? summary : names) | \(figures.joined(separator: " "))\n"
    }
}

extension CheckResult {
    /// 0 for well up to 4 for critical, -1 for what was not looked at.
    var level: Int {
        switch state {
        case .ok: 0
        case .notice: 1
        case .warning: 2
        case .problem: 3
        case .critical: 4
        case .skipped, .unseen: -1
        }
    }
}
