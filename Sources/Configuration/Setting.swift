import Model

/// One thing that can be configured: its key in a profile, the variables that also set it, its default.
package struct Setting: Sendable {
    /// How the text of a value is to be understood.
    package enum Kind: Sendable, Equatable {
        case text, path, secret, integer, boolean, duration, size, list
        case choice([String])

        /// `one of require, prefer`, `a whole number`: what follows "must be".
        package var expectation: String {
            switch self {
            case .text, .path, .secret: "text"
            case .integer: "a whole number"
            case .boolean: "true or false"
            case .duration: "a duration such as 15m or 7d"
            case .size: "a size such as 500M or 10GiB"
            case .list: "a list"
            case .choice(let names): "one of \(names.joined(separator: ", "))"
            }
        }

        /// Whether a text is one of these: what is none may be anything that was put in the wrong line, a secret too.
        /// An empty text says nothing and is one of each.
        func takes(_ text: String) -> Bool {
            switch self {
            case _ where text.isEmpty: true
            case .text, .path, .secret, .list: true
            case .integer: Int(text) != nil
            // Mastodon takes all but `true` for false, so admins write many words.
            case .boolean: ["true", "false", "yes", "no", "on", "off", "1", "0"].contains(text.lowercased())
            case .duration: (try? Duration(parsing: text)) != nil
            case .size: (try? ByteCount(parsing: text)) != nil
            case .choice(let names): names.contains(text)
            }
        }
    }

    /// Dotted, as in a profile: `postgres.host`.
    package var key: String
    /// Environment and env file variables, the first that is set wins.
    package var variables: [String]
    package var kind: Kind
    /// What holds when nothing is said, or nil when the value is then absent (or computed; the summary says how).
    package var fallback: String?
    package var summary: String

    init(_ key: String, _ variables: [String] = [], _ kind: Kind = .text, _ fallback: String? = nil, _ summary: String)
    {
        self.key = key
        self.variables = variables
        self.kind = kind
        self.fallback = fallback
        self.summary = summary
    }

    /// The key without its section.
    package var name: String { String(key.split(separator: ".").last ?? "") }

    /// The part of the key before its name; empty for a top-level key.
    package var section: String { key.split(separator: ".").dropLast().joined(separator: ".") }

    /// The profile key that names a file holding the secret.
    package var fileKey: String? { kind == .secret ? key + "_file" : nil }

    /// The known key nearest to a mistyped one, or nil when none is near.
    package static func nearest(to key: String) -> String? {
        let known = all.flatMap { [$0.key] + ($0.fileKey.map { [$0] } ?? []) }
        let ranked = known.map { ($0, distance(key, $0)) }.min { $0.1 < $1.1 }
        guard let ranked, ranked.1 <= max(2, key.count / 3) else { return nil }
        return ranked.0
    }

    /// The number of letters to add, remove or replace.
    static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (right[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, min(diagonal, row[column]) + 1)
            }
        }
        return row[right.count]
    }
}
