/// The figures of one run, as a Prometheus text file keeps them.
package struct RunMetrics: Sendable {
    /// `media remove`.
    package var operation: String
    /// The instance's domain.
    package var instance: String
    /// When the run ended, in seconds since 1970.
    package var ended: Double
    package var succeeded: Bool
    /// The exit status.
    package var status: Int32
    package var seconds: Double
    package var items: Int
    package var bytes: Int64
    package var failures: Int
    package var skipped: Int

    package init(
        operation: String, instance: String, ended: Double, succeeded: Bool, status: Int32, seconds: Double,
        items: Int = 0, bytes: Int64 = 0, failures: Int = 0, skipped: Int = 0
    ) {
        self.operation = operation
        self.instance = instance
        self.ended = ended
        self.succeeded = succeeded
        self.status = status
        self.seconds = seconds
        self.items = items
        self.bytes = bytes
        self.failures = failures
        self.skipped = skipped
    }

    /// Values by family. That of a run which went wrong has no success in it, so that the last one's stays.
    fileprivate var values: [String: String] {
        var values = [
            "mastoctl_last_run_timestamp_seconds": "\(ended)", "mastoctl_run_duration_seconds": "\(seconds)",
            "mastoctl_run_exit_status": "\(status)", "mastoctl_run_items": "\(items)",
            "mastoctl_run_bytes": "\(bytes)", "mastoctl_run_failures": "\(failures)",
            "mastoctl_run_skipped": "\(skipped)",
        ]
        if succeeded { values["mastoctl_last_success_timestamp_seconds"] = "\(ended)" }
        return values
    }
}

/// The content of a Prometheus text file that several operations of several instances share.
///
/// Source of the form: Prometheus, "Exposition formats", text-based format 0.0.4.
package struct MetricsText: Sendable {
    /// The file holds something that this program did not write.
    package struct ForeignContent: Error {
        package let line: Int
    }

    /// Every family, in the file's order. All are gauges: each is about the last run alone.
    package static let families: [(name: String, help: String)] = [
        ("mastoctl_last_run_timestamp_seconds", "When the last run ended, since 1970."),
        ("mastoctl_last_success_timestamp_seconds", "When the last run ended that went well, since 1970."),
        ("mastoctl_run_duration_seconds", "How long the last run took."),
        ("mastoctl_run_exit_status", "The exit status of the last run; 0 when it went well."),
        ("mastoctl_run_items", "Items the last run changed."),
        ("mastoctl_run_bytes", "Bytes the last run freed."),
        ("mastoctl_run_failures", "Items that failed in the last run."),
        ("mastoctl_run_skipped", "Items the last run left, since they had changed or another run held them."),
    ]

    /// Values by labels by family.
    private var samples: [String: [String: String]] = [:]

    package init() {}

    /// Reads what an earlier run wrote.
    ///
    /// - Throws: `ForeignContent` for a line that is not ours, so that nobody's file is written over.
    package init(parsing text: String) throws(ForeignContent) {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty { continue }
            if line.hasPrefix("# HELP mastoctl_") || line.hasPrefix("# TYPE mastoctl_") { continue }
            guard line.hasPrefix("mastoctl_"), let open = line.firstIndex(of: "{"),
                let close = line.lastIndex(of: "}"), open < close, line[close...].hasPrefix("} "),
                Double(line[close...].dropFirst(2)) != nil
            else { throw ForeignContent(line: index + 1) }
            let labels = String(line[line.index(after: open)..<close])
            samples[String(line[..<open]), default: [:]][labels] = String(line[close...].dropFirst(2))
        }
    }

    /// Takes in a run; what is known of other operations and instances stays.
    package mutating func record(_ run: RunMetrics) {
        let labels = "domain=\"\(run.instance.asLabel)\",operation=\"\(run.operation.asLabel)\""
        for (family, value) in run.values { samples[family, default: [:]][labels] = value }
    }

    package var text: String {
        var text = ""
        for family in Self.families {
            guard let values = samples[family.name], !values.isEmpty else { continue }
            text += "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n"
            for (labels, value) in values.sorted(by: { $0.key < $1.key }) {
                text += "\(family.name){\(labels)} \(value)\n"
            }
        }
        return text
    }
}

extension String {
    /// As the value of a label in the text form of Prometheus.
    var asLabel: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
