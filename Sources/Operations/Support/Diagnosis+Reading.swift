import Model

extension Diagnosis {
    /// Reads what a doctor told as JSON; nil for what is none. Checks of another version are kept as they are told.
    init?(_ told: JSONValue) {
        guard told["schema"]?.string?.hasPrefix("doctor/") == true, let list = told["checks"]?.array,
            let time = told["time"]?.string.flatMap({ UTCTime(parsing: $0) })
        else { return nil }
        let checks = list.compactMap(CheckResult.init)
        guard checks.count == list.count else { return nil }
        self.init(checks, domain: told["domain"]?.string, release: told["release"]?.string, at: time)
    }
}

extension CheckResult {
    init?(_ told: JSONValue) {
        guard let id = told["id"]?.string, let state = told["state"]?.string.flatMap(State.init),
            let detail = told["detail"]?.string
        else { return nil }
        self.id = id
        self.state = state
        self.detail = detail
        group = told["group"]?.string.flatMap(Check.Group.init) ?? .host
        severity = told["severity"]?.string.flatMap(Check.Severity.init) ?? .notice
        fix = told["fix"]?.string
        accepted = told["accepted"]?.string
        evidence = (told["evidence"]?.array ?? []).map { entry in
            Evidence(
                entry["name"]?.string ?? "", entry["value"]?.real, entry["unit"]?.string.flatMap(Check.Unit.init))
        }
    }
}

extension JSONValue {
    /// A number of either kind.
    var real: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
