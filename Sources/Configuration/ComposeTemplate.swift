/// Compose's interpolation (compose-go 2, `template/template.go`): `$NAME`, `${NAME}`, `${NAME:-default}`,
/// `${NAME-default}`, `${NAME:?words}`, `${NAME?words}`, `${NAME:+other}`, `${NAME+other}`, and `$$` for a dollar.
///
/// Any other dollar stays what it is; `${` with anything else behind it is refused.
struct ComposeTemplate {
    enum Trouble: Error {
        /// A `${…}` that is none of the forms.
        case invalid
        /// Lines that name each other can double a value each.
        case tooLong
        /// The variable that `?` asks for is not set.
        case missing(String)
    }

    var lookup: (String) -> String?

    /// How deep defaults may lie within defaults. Nobody writes a fourth level, and the stack is bounded.
    private static let deepest = 64

    private enum Operation {
        case ifUnset, required, ifSet
    }

    func expand(_ text: ArraySlice<Unicode.Scalar>, depth: Int) throws(Trouble) -> [Unicode.Scalar] {
        guard depth < Self.deepest else { throw .invalid }
        var result: [Unicode.Scalar] = []
        var index = text.startIndex
        while index < text.endIndex {
            guard result.count <= EnvFile.longest else { throw .tooLong }
            guard text[index] == "$", index + 1 < text.endIndex else {
                result.append(text[index])
                index += 1
                continue
            }
            let next = text[index + 1]
            if next == "$" {
                result.append("$")
                index += 2
            } else if Self.isFirst(next) {
                let name = Self.name(text[(index + 1)...])
                result += Array((lookup(Self.word(name)) ?? "").unicodeScalars)
                index = name.endIndex
            } else if next == "{" {
                let (value, end) = try braced(text, from: index + 2, depth: depth)
                result += value
                index = end
            } else {
                result.append("$")
                index += 1
            }
        }
        guard result.count <= EnvFile.longest else { throw .tooLong }
        return result
    }

    /// What stands for the braces that open before `start`, and where the text goes on behind them.
    private func braced(
        _ text: ArraySlice<Unicode.Scalar>, from start: Int, depth: Int
    ) throws(Trouble) -> ([Unicode.Scalar], Int) {
        guard start < text.endIndex, Self.isFirst(text[start]) else { throw .invalid }
        let name = Self.name(text[start...])
        var index = name.endIndex
        guard index < text.endIndex else { throw .invalid }
        if text[index] == "}" { return (Array((lookup(Self.word(name)) ?? "").unicodeScalars), index + 1) }
        let countsEmpty = text[index] == ":"
        if countsEmpty { index += 1 }
        guard index < text.endIndex else { throw .invalid }
        let operation: Operation
        switch text[index] {
        case "-": operation = .ifUnset
        case "?": operation = .required
        case "+": operation = .ifSet
        default: throw .invalid
        }
        let close = try Self.close(text, from: start, after: index + 1)
        let word = text[(index + 1)..<close]
        let value = lookup(Self.word(name))
        let isThere = value.map { !countsEmpty || !$0.isEmpty } ?? false
        let found = Array((value ?? "").unicodeScalars)
        switch operation {
        case .ifUnset: return (isThere ? found : try expand(word, depth: depth + 1), close + 1)
        case .ifSet: return (isThere ? try expand(word, depth: depth + 1) : found, close + 1)
        case .required:
            guard isThere else { throw .missing(Self.word(name)) }
            return (found, close + 1)
        }
    }

    /// The brace that closes the one before `start`, on its own line: the one that balances, else the last.
    private static func close(
        _ text: ArraySlice<Unicode.Scalar>, from start: Int, after first: Int
    ) throws(Trouble) -> Int {
        var open = 1
        // Compose looks at no character right behind an opening brace.
        var index = start + 1
        while index < text.endIndex && text[index] != "\n" {
            if text[index] == "}" {
                open -= 1
                if open == 0 { return index }
            } else if text[index] == "{" {
                open += 1
                if index + 1 < text.endIndex && text[index + 1] != "\n" { index += 1 }
            }
            index += 1
        }
        guard let last = text[first..<max(first, index)].lastIndex(of: "}") else { throw .invalid }
        return last
    }

    private static func name(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        text.prefix { isFirst($0) || ("0"..."9").contains($0) }
    }

    private static func word(_ name: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(name)) }

    private static func isFirst(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }
}
