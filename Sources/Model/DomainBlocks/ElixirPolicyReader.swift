/// The simple policy in a configuration of Pleroma's or Akkoma's: `reject: [{"a.example", "spam"}, "b.example"]`.
///
/// Where the text configures several things, only what stands behind `:mrf_simple` counts; a fragment counts as a whole.
struct ElixirPolicyReader: Sendable {
    /// Bytes of a configuration.
    private static let longest = 4 << 20

    private var bytes: [UInt8] = []
    private var policy = SimplePolicy()

    var notes: BlockListNotes { policy.notes }

    /// Whether a text that is no list of domains begins so.
    static func begins(_ line: String) -> Bool {
        let words = ["import Config", "use Mix.Config", "import_config", "config :", "config(:", "%{"]
        if words.contains(where: line.hasPrefix) { return true }
        let bare = line.drop { $0 == "[" || $0 == " " || $0 == "\t" }
        let name = bare.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
        let rest = bare[name.endIndex...]
        return rest.hasPrefix(":") && (name == "mrf_simple" || SimplePolicy.isSetting(String(name)))
    }

    mutating func read(_ more: ArraySlice<UInt8>) throws(BlockListUnreadable) {
        bytes += more
        guard bytes.count <= Self.longest else {
            throw BlockListUnreadable(line: 1, reason: "a configuration of this size is no block list")
        }
    }

    mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        var tokens = ElixirTokens(bytes)
        bytes = []
        let all = tokens.all()
        if let line = tokens.unended {
            throw BlockListUnreadable(line: line, reason: "the quoted text that begins here does not end")
        }
        var walk = Walk(tokens: all)
        guard walk.hasPolicy else {
            throw BlockListUnreadable(line: 1, reason: "the configuration holds no :mrf_simple")
        }
        walk.read(into: &policy)
        return policy.items()
    }

    /// Goes through the words of a configuration.
    private struct Walk {
        let tokens: [ElixirTokens.Token]
        var index = 0
        /// Whether what stands here is the policy's.
        var isOurs = true

        init(tokens: [ElixirTokens.Token]) {
            self.tokens = tokens
        }

        var hasPolicy: Bool {
            tokens.contains { token in
                switch token.kind {
                case .key(let name): name == "mrf_simple" || SimplePolicy.isSetting(name)
                case .atom(let name): name == "mrf_simple"
                default: false
                }
            }
        }

        mutating func read(into policy: inout SimplePolicy) {
            isOurs = !tokens.contains { $0.kind == .word("config") }
            while index < tokens.count {
                let token = tokens[index]
                index += 1
                switch token.kind {
                case .word("config"): isOurs = false
                case .atom("mrf_simple"), .key("mrf_simple"): isOurs = true
                case .key(let name) where isOurs && SimplePolicy.isSetting(name): readHosts(name, &policy)
                case .atom(let name) where isOurs && SimplePolicy.isSetting(name) && next == .sign("=>"):
                    index += 1
                    readHosts(name, &policy)
                default: break
                }
            }
        }

        private var next: ElixirTokens.Kind? { index < tokens.count ? tokens[index].kind : nil }

        /// `["a.example", {"b.example", "spam"}]`.
        private mutating func readHosts(_ setting: String, _ policy: inout SimplePolicy) {
            guard next == .sign("[") else { return }
            index += 1
            var pair: [String]?
            while let kind = next, kind != .sign("]"), kind != .word("config") {
                let line = tokens[index].line
                index += 1
                switch kind {
                case .sign("{"): pair = []
                case .text(let text) where pair != nil: pair?.append(text)
                case .text(let text): policy.add(setting, text, reason: nil, line: line)
                case .sign("}"):
                    if let host = pair?.first {
                        policy.add(setting, host, reason: pair?.dropFirst().first, line: line)
                    }
                    pair = nil
                default: break
                }
            }
        }
    }
}

/// The words of a text in Elixir, as far as a configuration has them.
struct ElixirTokens {
    enum Kind: Equatable {
        case text(String)
        /// `reject:`
        case key(String)
        /// `:reject`
        case atom(String)
        case word(String)
        case sign(String)
    }

    struct Token {
        var kind: Kind
        var line: Int
    }

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    /// Where a quoted text begins that does not end.
    private(set) var unended: Int?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func all() -> [Token] {
        var tokens: [Token] = []
        while index < bytes.count {
            let start = line
            if let kind = next() { tokens.append(Token(kind: kind, line: start)) }
        }
        return tokens
    }

    private func byte(_ offset: Int = 0) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

    private mutating func next() -> Kind? {
        let first = bytes[index]
        switch first {
        case UInt8(ascii: "#"):
            while let byte = byte(), byte != 10 { index += 1 }
            return nil
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let text = quoted(first)
            // `"reject": [` is the same as `reject: [`.
            if byte() == UInt8(ascii: ":"), byte(1) != UInt8(ascii: ":") {
                index += 1
                return .key(text)
            }
            return .text(text)
        case UInt8(ascii: ":"):
            index += 1
            if byte() == UInt8(ascii: "\"") { return .atom(quoted(UInt8(ascii: "\""))) }
            let name = word()
            return name.isEmpty ? nil : .atom(name)
        case UInt8(ascii: "=") where byte(1) == UInt8(ascii: ">"):
            index += 2
            return .sign("=>")
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            index += 1
            return .sign(String(decoding: [first], as: UTF8.self))
        case _ where Self.isLetter(first):
            let name = word()
            guard byte() == UInt8(ascii: ":"), byte(1) != UInt8(ascii: ":") else { return .word(name) }
            index += 1
            return .key(name)
        default:
            if first == 10 { line += 1 }
            index += 1
            return nil
        }
    }

    private mutating func word() -> String {
        let start = index
        while let byte = byte(), Self.isLetter(byte) || (0x30...0x39).contains(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }

    /// A text between quotes, or between three of them on lines of their own.
    private mutating func quoted(_ quote: UInt8) -> String {
        let start = line
        let count = byte(1) == quote && byte(2) == quote ? 3 : 1
        index += count
        var text: [UInt8] = []
        while let next = byte() {
            if next == quote, count == 1 || (byte(1) == quote && byte(2) == quote) {
                index += count
                return String(decoding: text, as: UTF8.self).trimmed
            }
            if next == 10 { line += 1 }
            if next == UInt8(ascii: "\\"), let escaped = byte(1) {
                if escaped == 10 { line += 1 }
                text.append(escaped == UInt8(ascii: "n") ? 10 : escaped)
                index += 2
            } else {
                text.append(next)
                index += 1
            }
        }
        unended = unended ?? start
        return ""
    }
}
