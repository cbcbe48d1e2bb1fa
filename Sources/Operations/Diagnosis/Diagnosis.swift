/// One thing the examination looked at.
package struct Check: Sendable, Encodable, Equatable {
    package enum State: String, Sendable, Encodable, CaseIterable {
        case ok, warning, problem, skipped
    }

    /// What was looked at: `configuration`, `postgres`, `replica`, `redis`, `sidekiq redis`, `storage` …
    package var area: String
    /// What about it: `reachable`, `clock`.
    package var name: String
    package var state: State
    /// What was found, or why nothing was looked for.
    package var detail: String
    /// What to do about it.
    package var help: String?

    package init(_ area: String, _ name: String, _ state: State, _ detail: String, help: String? = nil) {
        self.area = area
        self.name = name
        self.state = state
        self.detail = detail
        self.help = help
    }
}

/// What `mastoctl doctor` found.
package struct Diagnosis: Sendable, Encodable {
    package var schema = "doctor/1"
    package var problems: Int
    package var warnings: Int
    package var checks: [Check]

    package init(_ checks: [Check]) {
        self.checks = checks
        problems = checks.count { $0.state == .problem }
        warnings = checks.count { $0.state == .warning }
    }
}
