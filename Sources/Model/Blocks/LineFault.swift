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
}
