/// One line of the bench: a figure of ours against its floor, both measured in this run.
struct Result {
    var name: String
    /// Ours, in the unit named.
    var value: Double
    /// What it is compared with; nil for a figure with a bound of its own.
    var floor: Double?
    /// The bound on `value / floor`, or on `value` without a floor.
    var bound: Double
    var unit: String
    var note: String
    /// Whether the bound is the least that must be reached, for figures of which more is better.
    var isLeast = false

    var ratio: Double { floor.map { value / $0 } ?? value }
    /// A run or a floor that failed is within no bound.
    var isWithin: Bool { ratio.isFinite && (isLeast ? ratio >= bound : ratio <= bound) }

    var line: String {
        let verdict = isWithin ? "ok  " : "OVER"
        let figure =
            floor.map { "\(Self.short(value)) / \(Self.short($0)) \(unit) = \(Self.short(ratio))x" }
            ?? "\(Self.short(value)) \(unit)"
        return "\(verdict) \(name): \(figure) (bound \(Self.short(bound))\(floor == nil ? " \(unit)" : "x")) \(note)"
    }

    static func short(_ number: Double) -> String {
        guard number.isFinite else { return "\(number)" }
        let scaled = (number * 1_000).rounded() / 1_000
        return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
    }
}
