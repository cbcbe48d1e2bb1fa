/// A moment, or one so many seconds before now: rules know no clock.
package enum Instant: Sendable, Equatable {
    case at(UTCTime)
    case ago(Double)
}

/// A range of values; an end that is not given is open.
package struct Bounds<Value: Sendable & Equatable>: Sendable, Equatable {
    package struct End: Sendable, Equatable {
        package var value: Value
        package var isIncluded: Bool

        package init(_ value: Value, isIncluded: Bool) {
            self.value = value
            self.isIncluded = isIncluded
        }
    }

    package var lower: End?
    package var upper: End?

    package init(lower: End? = nil, upper: End? = nil) {
        self.lower = lower
        self.upper = upper
    }
}

/// Text in which a `*` stands for anything. Case does not count.
package struct TextPattern: Sendable, Equatable {
    /// What stands between the stars; a single piece is the whole text.
    package var pieces: [String]

    package init(_ pieces: [String]) {
        self.pieces = pieces
    }

    package init(exactly text: String) {
        pieces = [text]
    }

    /// The text, when there is no star in the pattern.
    package var exact: String? { pieces.count == 1 ? pieces[0] : nil }
}
