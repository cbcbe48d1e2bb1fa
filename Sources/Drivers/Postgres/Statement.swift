/// An SQL statement whose interpolated values travel apart from its text.
///
///     "select id from accounts where domain = \(domain) limit \(1_000)"
///
/// `\(value)` is always a bind parameter. What becomes text says so: `\(identifier:)`, `\(literal:)` and `\(fragment:)`.
/// A bound string has no type of its own, the server infers it (so it fits `inet`, `uuid` or an enum); where nothing can
/// be inferred, write a cast: `\(name)::text`. A bound `Int` is a `bigint`.
package struct Statement: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(String)
        case bind(Binding)
    }

    private(set) var pieces: [Piece] = []

    package init(stringLiteral text: StaticString) {
        pieces = [.text(text.description)]
    }

    package init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    private init(pieces: [Piece]) {
        self.pieces = pieces
    }

    /// The statements one after the other, `separator` between them.
    package static func joined(_ statements: [Statement], separator: StaticString = ", ") -> Statement {
        Statement(
            pieces: statements.enumerated().flatMap { index, statement in
                (index == 0 ? [] : [.text(separator.description)]) + statement.pieces
            })
    }

    package static func + (left: Statement, right: Statement) -> Statement {
        Statement(pieces: left.pieces + right.pieces)
    }

    /// The text, with `$1`, `$2` … for the values.
    package var text: String {
        var text = ""
        var count = 0
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .bind:
                count += 1
                text += "$\(count)"
            }
        }
        return text
    }

    var bindings: [Binding] {
        pieces.compactMap { if case .bind(let binding) = $0 { binding } else { nil } }
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(.text(literal.description))
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            pieces.append(.bind(value.binding))
        }

        package mutating func appendInterpolation<Value: Bindable>(_ value: Value?) {
            pieces.append(.bind(value?.binding ?? Value.null))
        }

        package mutating func appendInterpolation(_ bytes: [UInt8]) {
            pieces.append(.bind(Binding(type: .bytea, bytes: bytes)))
        }

        package mutating func appendInterpolation(_ bytes: [UInt8]?) {
            pieces.append(.bind(Binding(type: .bytea, bytes: bytes)))
        }

        /// A name of a table, column or schema, quoted.
        package mutating func appendInterpolation(identifier: String) {
            pieces.append(.text(Quoting.identifier(identifier)))
        }

        /// Names of columns, quoted, with commas.
        package mutating func appendInterpolation(identifiers: [String]) {
            pieces.append(.text(identifiers.map(Quoting.identifier).joined(separator: ", ")))
        }

        /// A number in the text itself, for `copy`, which takes no parameters.
        package mutating func appendInterpolation(literal: Int64) {
            pieces.append(.text(literal < 0 ? "(\(literal))" : "\(literal)"))
        }

        /// A string in the text itself, quoted, for `copy` and `set`, which take no parameters.
        package mutating func appendInterpolation(literal: String) {
            pieces.append(.text(Quoting.literal(literal)))
        }

        /// Another statement with its values.
        package mutating func appendInterpolation(fragment: Statement) {
            pieces += fragment.pieces
        }
    }
}

/// Several statements as one text without values, for schemas. A literal, or text the caller vouches for.
package struct Script: Sendable, ExpressibleByStringLiteral {
    let text: String

    package init(stringLiteral text: StaticString) {
        self.text = text.description
    }

    /// `text` is run as it is: nothing in it may come from outside this program.
    package init(trusted text: String) {
        self.text = text
    }
}

enum Quoting {
    static func identifier(_ name: String) -> String {
        quoted(name, UInt8(ascii: "\""), doublingBackslash: false)
    }

    /// An `e''` string where there is a backslash, which reads the same whatever `standard_conforming_strings` says.
    static func literal(_ text: String) -> String {
        let hasBackslash = text.utf8.contains(UInt8(ascii: "\\"))
        return (hasBackslash ? " e" : "") + quoted(text, UInt8(ascii: "'"), doublingBackslash: hasBackslash)
    }

    private static func quoted(_ text: String, _ mark: UInt8, doublingBackslash: Bool) -> String {
        var bytes = [mark]
        for byte in text.utf8 {
            if byte == mark || (doublingBackslash && byte == UInt8(ascii: "\\")) { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(mark)
        return String(decoding: bytes, as: UTF8.self)
    }
}
