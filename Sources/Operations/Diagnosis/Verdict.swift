import Model

/// A thing that was seen, and its number where it has one.
package struct Evidence: Sendable, Encodable, Equatable {
    package var name: String
    package var value: Double?
    package var unit: Check.Unit?

    package init(_ name: String, _ value: Double? = nil, _ unit: Check.Unit? = nil) {
        self.name = name
        self.value = value.map { $0.isFinite ? ($0 * 1_000).rounded() / 1_000 : 0 }
        self.unit = unit
    }
}

/// What a look gave.
package struct Verdict: Sendable {
    enum Kind: Sendable, Equatable {
        case fine
        /// With a severity when it is another than the check's.
        case found(Check.Severity?)
        /// There is nothing to look at.
        case skipped
        /// There is, and it could not be looked at.
        case unseen
    }

    let kind: Kind
    let detail: String
    var evidence: [Evidence] = []
    /// What mends it, when it is more exact than what the check says.
    var fix: String?

    static func fine(_ detail: String, _ evidence: [Evidence] = []) -> Verdict {
        Verdict(kind: .fine, detail: detail, evidence: evidence)
    }

    static func found(
        _ detail: String, _ evidence: [Evidence] = [], as severity: Check.Severity? = nil, fix: String? = nil
    ) -> Verdict {
        Verdict(kind: .found(severity), detail: detail, evidence: evidence, fix: fix)
    }

    static func skipped(_ reason: String) -> Verdict { Verdict(kind: .skipped, detail: reason) }
    static func unseen(_ reason: String) -> Verdict { Verdict(kind: .unseen, detail: reason) }
}

/// What one check came to.
package struct CheckResult: Sendable, Encodable {
    package enum State: String, Sendable, Encodable, CaseIterable {
        case ok, notice, warning, problem, critical, skipped
        /// Never counted as ok.
        case unseen = "could_not_look"

        init(_ severity: Check.Severity) {
            switch severity {
            case .notice: self = .notice
            case .warning: self = .warning
            case .problem: self = .problem
            case .critical: self = .critical
            }
        }

        /// How bad, nil when nothing was found.
        package var severity: Check.Severity? { Check.Severity(rawValue: rawValue) }
    }

    package var id: String
    package var group: Check.Group
    /// Of the check; `state` is what was found.
    package var severity: Check.Severity
    package var state: State
    /// What was seen, or why nothing was looked at.
    package var detail: String
    package var evidence: [Evidence]
    /// What mends it; only where something was found.
    package var fix: String?
    /// Why it is accepted for now; only where a baseline says so.
    package var accepted: String?

    init(_ check: Check, _ verdict: Verdict) {
        id = check.id
        group = check.group
        severity = check.severity
        detail = verdict.detail
        evidence = verdict.evidence
        switch verdict.kind {
        case .fine: state = .ok
        case .found(let severity):
            state = State(severity ?? check.severity)
            fix = verdict.fix ?? check.fix
        case .skipped: state = .skipped
        case .unseen: state = .unseen
        }
    }

    package var isFound: Bool { state.severity != nil && accepted == nil }
}

/// What `mastoctl doctor` found.
package struct Diagnosis: Sendable, Encodable {
    package var schema = "doctor/2"
    package var domain: String?
    package var release: String?
    package var time: UTCTime
    /// How many checks came to each state; those a baseline accepts are counted apart.
    package var counts: [String: Int]
    package var checks: [CheckResult]
    /// Ids that are found now and were not last time, and those that were; only with `--since-last`.
    package var new: [String]?
    package var gone: [String]?
    /// From where on a finding makes the run end with status 1; nil for never.
    package var failsOn: Check.Severity?

    package init(_ checks: [CheckResult], domain: String?, release: String?, at time: UTCTime) {
        self.checks = checks
        self.domain = domain
        self.release = release
        self.time = time
        failsOn = .problem
        counts = [:]
        count()
    }

    /// What is told when the configuration is not complete: that, and nothing else was looked at.
    package static func unconfigured(
        _ checks: [Check], _ doubts: [(text: String, help: String)], at time: UTCTime
    ) -> Diagnosis {
        let results = checks.map { check in
            check.id == "env.values"
                ? CheckResult(
                    check,
                    .found(
                        doubts.map(\.text).joined(separator: "; "), doubts.map { Evidence($0.text) }, as: .problem,
                        fix: doubts.first?.help))
                : CheckResult(check, .unseen("the configuration is incomplete"))
        }
        return Diagnosis(results, domain: nil, release: nil, at: time)
    }

    package mutating func count() {
        counts = Dictionary(
            checks.map { ($0.accepted == nil || $0.state.severity == nil ? $0.state.rawValue : "accepted", 1) },
            uniquingKeysWith: +)
    }

    package func count(_ state: CheckResult.State) -> Int { counts[state.rawValue] ?? 0 }

    /// Whether something was found that is bad enough. What could not be looked at counts as a warning.
    package var isFailed: Bool {
        guard let failsOn else { return false }
        return checks.contains { result in
            result.isFound && (result.state.severity ?? .notice) >= failsOn
                || result.state == .unseen && failsOn <= .warning
        }
    }

    private enum CodingKeys: String, CodingKey {
        case schema, domain, release, time, counts, checks, new, gone
    }
}
