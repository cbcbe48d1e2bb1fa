import Model
import Stores

extension Check {
    /// A check that is a question to the database: every row of its answer is a finding.
    ///
    /// - Parameters:
    ///   - finding: what the rows are, in the plural, as it stands before their number: `open reports older than @`. The
    ///     sign stands for the threshold with its unit.
    ///   - unit: of the rows' numbers.
    ///   - grave: from which number on it is critical.
    static func asking(
        _ id: String, _ severity: Severity, cost: Cost = .fast, since: MastodonRelease? = nil,
        needs: [Need] = [.database], limit: Limit? = nil, _ question: HealthQuestion, _ finding: String,
        unit: Unit? = nil, grave: Double? = nil, why: String, fix: String, source: String
    ) -> Check {
        Check(
            id, severity, cost: cost, since: since, needs: needs, limit: limit,
            finding.replacing("@", with: "a threshold"),
            why: why, fix: fix, source: source
        ) { inspection, check in
            let limit = inspection.limit(of: check)
            let patience = cost == .deep ? Duration.seconds(600) : .seconds(5)
            let words = check.limit.map { finding.replacing("@", with: Evidence.text(limit, $0.unit)) } ?? finding
            guard let measures = try await inspection.measures(question, limit: limit, patience: patience) else {
                return .skipped("this release's schema has no such thing")
            }
            let rows = measures.rows.map { Evidence($0.name, $0.value, unit) }
            guard !rows.isEmpty else { return .fine("\(words): none") }
            let worst = rows.compactMap(\.value).max() ?? 0
            return .found(
                "\(words): \(measures.total)\(Evidence.examples(rows, of: measures.total))", rows,
                as: grave.map { worst > $0 } == true ? .critical : nil)
        }
    }
}

extension Evidence {
    /// ` (alice 3 d, bob 2 d …)`; nothing when there is only a number.
    static func examples(_ rows: [Evidence], of total: Int) -> String {
        let some = rows.prefix(5).map(\.text)
        let rest = total > some.count ? ", …" : ""
        return " (\(some.joined(separator: ", "))\(rest))"
    }

    /// `alice 3 d`.
    package var text: String {
        guard let value else { return name }
        return "\(name) \(Self.text(value, unit ?? .count))"
    }

    /// A number with its unit: `3 d`, `85 %`, `1.2 GB`.
    static func text(_ value: Double, _ unit: Check.Unit) -> String {
        let rounded = (value * 10).rounded() / 10
        let number = rounded == rounded.rounded() ? "\(Int64(clamping: rounded))" : "\(rounded)"
        return switch unit {
        case .seconds: "\(number) s"
        case .minutes: "\(number) min"
        case .hours: "\(number) h"
        case .days: "\(number) d"
        case .percent: "\(number) %"
        case .milliseconds: "\(number) ms"
        case .bytes: "\(ByteCount(Int64(clamping: value)))"
        case .count: number
        }
    }
}

extension Int64 {
    /// The nearest there is.
    fileprivate init(clamping value: Double) {
        self = value.isNaN ? 0 : value >= 9e18 ? .max : value <= -9e18 ? .min : Int64(value)
    }
}
