/// A line of a list that cannot be understood.
package struct LineFault: Sendable, Equatable {
    /// From 1.
    package var line: Int
    /// What is wrong, for people: `'1.2.3' is no IP address`.
    package var reason: String

    package init(line: Int, reason: String) {
        self.line = line
        self.reason = reason
    }

    /// A word of a list, short enough to be shown.
    package static func shown(_ word: some StringProtocol) -> String {
        let start = String(word.prefix(60))
        return start.utf8.count < word.utf8.count ? "'\(start)…'" : "'\(start)'"
    }

    package var words: String { "line \(line): \(reason)" }
}

/// The lines of a list that cannot be understood.
package struct UnreadLines: Sendable, Equatable {
    /// All of them.
    package private(set) var count = 0
    /// The first of them.
    package private(set) var first: [LineFault] = []

    /// How many are remembered one by one.
    package static let kept = 1_000

    package init() {}

    package mutating func add(_ fault: LineFault) {
        count += 1
        if first.count < Self.kept { first.append(fault) }
    }

    /// Each on a line, some of them.
    package func words(_ most: Int) -> [String] {
        let more = count - min(most, first.count)
        return first.prefix(most).map(\.words) + (more > 0 ? ["and \(more) more"] : [])
    }
}
