import Faults

/// Reads an env file as Ruby's dotenv 3 does (`lib/dotenv/parser.rb` of 3.2, the version Mastodon 4.3 to 4.6 locks).
///
/// Lines that are no assignment are skipped, as there. `$(command)` is kept as text and marked: a reader of
/// configuration runs nothing.
struct DotenvReader {
    var path: String
    var environment: [String: String]

    private static let newline = UInt8(ascii: "\n")

    func read(_ text: String) throws -> [String: EnvFile.Entry] {
        let bytes = Self.normalised(text)
        var entries: [String: EnvFile.Entry] = [:]
        var position = 0
        var line = 1
        while position < bytes.count {
            // Blank lines at once: each would otherwise be skipped again from every line before it.
            if bytes[position] == Self.newline {
                position += 1
                line += 1
                continue
            }
            let found = assignment(in: bytes, from: position)
            let end = found?.end ?? Self.endOfLine(bytes, position)
            if let found {
                // `export` may stand on a line of its own; the name's line is the one worth telling.
                let nameLine = line + bytes[position..<found.nameStart].count { $0 == Self.newline }
                if found.isExport && found.value == nil {
                    if entries[found.name] == nil {
                        throw Fault(
                            .configuration, "\(path):\(nameLine): \(found.name) is exported but has no value",
                            help: "give it a value in the file, or remove the line")
                    }
                } else {
                    entries[found.name] = try entry(found, line: nameLine, known: entries)
                }
            }
            // A match may end in the middle of a run of blanks; the next one starts at a line's beginning.
            var next = end
            while next < bytes.count && bytes[next] != Self.newline { next += 1 }
            next = min(next + 1, bytes.count)
            line += bytes[position..<next].count { $0 == Self.newline }
            position = next
        }
        return entries
    }

    private struct Match {
        var name: String
        var nameStart: Int
        var isExport: Bool
        var value: ArraySlice<UInt8>?
        var end: Int
    }

    /// The assignment that starts at a line's beginning, or nil when there is none.
    private func assignment(in bytes: [UInt8], from start: Int) -> Match? {
        var first = start
        while first < bytes.count && Self.isBlank(bytes[first]) && bytes[first] != Self.newline { first += 1 }
        let keyword = Array("export".utf8)
        if bytes[first...].starts(with: keyword) {
            let after = Self.skipBlanks(bytes, first + keyword.count)
            if after > first + keyword.count, let match = assignment(in: bytes, name: after, isExport: true) {
                return match
            }
        }
        return assignment(in: bytes, name: first, isExport: false)
    }

    private func assignment(in bytes: [UInt8], name start: Int, isExport: Bool) -> Match? {
        var end = start
        while end < bytes.count && Self.isNameByte(bytes[end]) { end += 1 }
        guard end > start else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        var value = Self.skipBlanks(bytes, end)
        if value < bytes.count && bytes[value] == UInt8(ascii: "=") {
            value += 1
        } else if end + 1 < bytes.count && bytes[end] == UInt8(ascii: ":") && Self.isBlank(bytes[end + 1]) {
            value = end + 2
        } else {
            guard let after = Self.trailer(bytes, end) else { return nil }
            return Match(name: name, nameStart: start, isExport: isExport, value: nil, end: after)
        }
        for quote in [UInt8(ascii: "'"), UInt8(ascii: "\"")] {
            if let (close, after) = Self.quoted(bytes, value, quote) {
                return Match(
                    name: name, nameStart: start, isExport: isExport, value: bytes[value..<close], end: after)
            }
        }
        var stop = value
        while stop < bytes.count && bytes[stop] != UInt8(ascii: "#") && bytes[stop] != Self.newline { stop += 1 }
        return Match(
            name: name, nameStart: start, isExport: isExport, value: stop > value ? bytes[value..<stop] : nil,
            end: Self.endOfLine(bytes, stop))
    }

    /// The end of a quoted value from `start` and the end of its line, when only blanks or a comment follow.
    ///
    /// A quote after a backslash closes the value only when no later one does, as backtracking would find.
    private static func quoted(_ bytes: [UInt8], _ start: Int, _ quote: UInt8) -> (close: Int, after: Int)? {
        let open = skipBlanks(bytes, start)
        guard open < bytes.count && bytes[open] == quote else { return nil }
        var candidates: [Int] = []
        var index = open + 1
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count && bytes[index + 1] == quote {
                candidates.append(index + 1)
                index += 2
                continue
            }
            if bytes[index] == quote {
                candidates.append(index)
                break
            }
            index += 1
        }
        for close in candidates.reversed() {
            if let after = trailer(bytes, close + 1) { return (close + 1, after) }
        }
        return nil
    }

    /// Where the line ends when nothing but blanks and a comment follow `start`; nil otherwise.
    private static func trailer(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count && isBlank(bytes[index]) && bytes[index] != newline { index += 1 }
        if index == bytes.count || bytes[index] == newline { return index }
        return bytes[index] == UInt8(ascii: "#") ? endOfLine(bytes, index) : nil
    }

    private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
        bytes[min(start, bytes.count)...].firstIndex(of: newline) ?? bytes.count
    }

    private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count && isBlank(bytes[index]) { index += 1 }
        return index
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Line ends as `\n` only.
    private static func normalised(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\r") {
                bytes.append(newline)
            } else if !(byte == newline && previous == UInt8(ascii: "\r")) {
                bytes.append(byte)
            }
            previous = byte
        }
        return bytes
    }

    /// The value behind the raw text: quotes removed, escapes and variables replaced.
    private func entry(_ found: Match, line: Int, known: [String: EnvFile.Entry]) throws -> EnvFile.Entry {
        var body = (found.value ?? []).drop(while: Self.isBlank)
        while let last = body.last, Self.isBlank(last) { body.removeLast() }
        var quote: UInt8?
        if body.count >= 2, let first = body.first, first == body.last,
            first == UInt8(ascii: "'") || first == UInt8(ascii: "\"")
        {
            quote = first
            body = body.dropFirst().dropLast()
        }
        if quote == UInt8(ascii: "'") {
            return EnvFile.Entry(value: String(decoding: body, as: UTF8.self), line: line)
        }
        let legacy = (environment["DOTENV_LINEBREAK_MODE"] ?? known["DOTENV_LINEBREAK_MODE"]?.value) == "legacy"
        let unescaped = DotenvValue.unescape(
            Array(body), lineBreaks: quote == nil ? .plain : legacy ? .expanded : .kept)
        let substituted = DotenvValue.substitute(unescaped) { name in
            environment[name] ?? known[name]?.value ?? ""
        }
        guard let substituted else {
            throw Fault(.configuration, "\(path):\(line): the value of \(found.name) is too long")
        }
        return EnvFile.Entry(value: substituted.value, line: line, holdsCommand: substituted.holdsCommand)
    }
}
