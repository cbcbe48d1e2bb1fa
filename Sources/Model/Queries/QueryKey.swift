/// The words before the colon in a query, and what each takes.
package protocol QueryKey: RawRepresentable, CaseIterable, Sendable where RawValue == String, AllCases == [Self] {
    /// What its values look like, for a fault's advice and the manual.
    var form: String { get }
    /// Terms, for a fault's advice.
    static var example: String { get }
}

extension QueryKey {
    /// `Last_Active` is `last-active`.
    package init?(word: String) {
        self.init(rawValue: String(word.lowercased().map { $0 == "_" ? "-" : $0 }))
    }

    /// The key a mistyped word was probably meant to be.
    static func nearest(to word: String) -> Self? {
        // A long word is no slip of the finger, and would cost time.
        guard word.utf8.count <= 24 else { return nil }
        let letters = Array(word.lowercased().utf8)
        let distances = allCases.map { ($0, distance(letters, Array($0.rawValue.utf8))) }
        guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= 2, best.1 < best.0.rawValue.utf8.count else {
            return nil
        }
        return best.0
    }

    /// How many letters have to be added, dropped or replaced to make one word of another.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}

/// What is wrong with a query, and where.
package struct QueryError: Error, Sendable, Equatable {
    /// Lower case, without a final stop: `unknown key 'orign'`.
    package var message: String
    /// The term, shortened when long.
    package var term: String
    /// The character of the query it begins at, from 1.
    package var position: Int
    package var help: String?

    /// All of it in one line.
    package var text: String {
        "\(message), in '\(term)' at character \(position)" + (help.map { "; \($0)" } ?? "")
    }
}
