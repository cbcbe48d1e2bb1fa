import Model

/// What is otherwise in a second bundle: of another server, or of the same one later.
package struct SupportComparison: Sendable, Encodable {
    package struct Finding: Sendable, Encodable {
        package enum Change: String, Sendable, Encodable, CaseIterable {
            case worse, new, gone, better
        }

        package var change: Change
        package var id: String
        package var before: String
        package var after: String
        /// As the bundle in which it is found tells it.
        package var detail: String
    }

    package struct Figure: Sendable, Encodable {
        package var name: String
        /// Nil where one has no such figure.
        package var before: String?
        package var after: String?
        /// After less before, for numbers.
        package var difference: Double?
    }

    package var schema = "support.compare/1"
    package var first: String?
    package var firstAt: UTCTime
    package var second: String?
    package var secondAt: UTCTime
    package var findings: [Finding]
    package var figures: [Figure]

    package init(_ first: SupportCase, _ second: SupportCase) {
        self.first = first.domain
        self.second = second.domain
        firstAt = first.diagnosis.time
        secondAt = second.diagnosis.time
        findings = Self.findings(first.diagnosis, second.diagnosis)
        figures = Self.figures(first, second)
    }

    private static func findings(_ first: Diagnosis, _ second: Diagnosis) -> [Finding] {
        let before = Dictionary(first.checks.map { ($0.id, $0) }) { one, _ in one }
        let after = Dictionary(second.checks.map { ($0.id, $0) }) { one, _ in one }
        let all = Set(before.keys).union(after.keys).sorted().compactMap { id -> Finding? in
            let (one, other) = (before[id], after[id])
            let (old, new) = (one?.state.severity, other?.state.severity)
            let change: Finding.Change
            switch (old, new) {
            case (nil, nil): return nil
            case (nil, _?): change = .new
            // What could not be looked at is not gone.
            case (_?, nil): if other?.state == .ok || other?.state == .skipped { change = .gone } else { return nil }
            case (let old?, let new?): if old == new { return nil } else { change = new > old ? .worse : .better }
            }
            return Finding(
                change: change, id: id, before: one?.state.rawValue ?? "unknown",
                after: other?.state.rawValue ?? "unknown",
                detail: (new == nil ? one?.detail : other?.detail) ?? "")
        }
        let order = Finding.Change.allCases
        return order.flatMap { change in all.filter { $0.change == change } }
    }

    private static func figures(_ first: SupportCase, _ second: SupportCase) -> [Figure] {
        let before = first.figures
        let after = Dictionary(second.figures.map { ($0.name, $0.value) }) { one, _ in one }
        let known = Set(before.map(\.name))
        let moved = before.compactMap { name, value -> Figure? in
            let now = after[name]
            if now == value || now?.real == value.real && now?.real != nil { return nil }
            let difference = value.real.flatMap { old in now?.real.map { $0 - old } }
            return Figure(name: name, before: word(value), after: now.map(word), difference: difference)
        }
        let added = second.figures.filter { !known.contains($0.name) }.map {
            Figure(name: $0.name, before: nil, after: word($0.value), difference: nil)
        }
        return moved + added
    }

    private static func word(_ value: JSONValue) -> String {
        if let text = value.string { return text }
        guard let number = value.real else { return value.text }
        return number == number.rounded() && abs(number) < 9e15 ? "\(Int64(number))" : "\(number)"
    }

    package var isWorse: Bool { findings.contains { $0.change == .new || $0.change == .worse } }
}
