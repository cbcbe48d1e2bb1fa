/// Reads TOML 1.0.0 strictly: what the specification forbids is a trouble with its place, and no text does worse.
///
/// Time grows with the text's length, the stack with `deepest` only.
struct TOMLReader {
    /// Tables and lists within each other at most. No setting of ours has more than three.
    static let deepest = 64
    static let tooDeep = "the sections and lists are too deep within each other"

    private(set) var bytes: [UInt8]
    var index = 0
    private var line = 1
    /// A byte on this line whose column is known: lines may be as long as the file.
    private var known = (index: 0, column: 1)

    /// The tables of a text that is valid UTF-8.
    static func read(_ text: String) throws(TOMLTrouble) -> TOMLTable {
        var reader = TOMLReader(bytes: Array(text.utf8))
        return try reader.document()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    }

    private mutating func document() throws(TOMLTrouble) -> TOMLTable {
        let root = TOMLNode(.header, depth: 0)
        var current = root
        while true {
            try skipLines()
            guard let byte else { return root.table }
            if byte == UInt8(ascii: "[") {
                index += 1
                let isList = take("[")
                skipBlanks()
                let path = try key()
                guard take("]"), !isList || take("]") else {
                    throw trouble(isList ? "]] must follow here" : "] must follow here")
                }
                current = try open(path, isList: isList, from: root)
            } else {
                try pair(into: current)
            }
            try endLine()
        }
    }

    /// `name = value`.
    mutating func pair(into table: TOMLNode) throws(TOMLTrouble) {
        let path = try key()
        guard take("=") else { throw trouble("= must follow here") }
        skipBlanks()
        let value = try value(depth: table.depth + path.count)
        try set(path, value, in: table)
    }

    /// A dotted key and the blanks behind it.
    mutating func key() throws(TOMLTrouble) -> [TOMLName] {
        var names: [TOMLName] = []
        repeat {
            skipBlanks()
            let position = mark()
            names.append(TOMLName(text: try name(), position: position))
            guard names.count <= Self.deepest else { throw TOMLTrouble(position: position, reason: Self.tooDeep) }
            skipBlanks()
        } while take(".")
        return names
    }

    private mutating func name() throws(TOMLTrouble) -> String {
        switch byte {
        case UInt8(ascii: "\""): return try basicString()
        case UInt8(ascii: "'"): return try literalString()
        default:
            let start = index
            while let byte, Self.isNameByte(byte) { index += 1 }
            guard index > start else {
                throw trouble("a name of letters, digits, hyphens and underscores, or one in quotes, must stand here")
            }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
    }

    // MARK: - places

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    var position: TOMLPosition { position(at: index) }

    /// Of a byte on the line that is read now, and not before the last mark.
    func position(at index: Int) -> TOMLPosition {
        let between = bytes[known.index..<max(known.index, index)].count { $0 & 0xC0 != 0x80 }
        return TOMLPosition(line: line, column: known.column + between)
    }

    /// Where the cursor stands; what is asked for later counts from here.
    mutating func mark() -> TOMLPosition {
        let position = position
        known = (index, position.column)
        return position
    }

    func trouble(_ reason: String) -> TOMLTrouble { TOMLTrouble(position: position, reason: reason) }

    func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    mutating func take(_ text: StaticString) -> Bool {
        guard starts(with: text) else { return false }
        index += text.utf8CodeUnitCount
        return true
    }

    /// A line break, when one is here.
    mutating func takeBreak() -> Bool {
        guard take("\n") || take("\r\n") else { return false }
        line += 1
        known = (index, 1)
        return true
    }

    mutating func skipBlanks() {
        while byte == 0x20 || byte == 0x09 { index += 1 }
    }

    /// Blanks, comments and line breaks.
    mutating func skipLines() throws(TOMLTrouble) {
        repeat {
            skipBlanks()
            try skipComment()
        } while takeBreak()
    }

    private mutating func skipComment() throws(TOMLTrouble) {
        guard byte == UInt8(ascii: "#") else { return }
        while let byte, byte != 0x0A, !starts(with: "\r\n") {
            guard !Self.isControl(byte) else { throw trouble("a control character cannot stand here") }
            index += 1
        }
    }

    private mutating func endLine() throws(TOMLTrouble) {
        skipBlanks()
        try skipComment()
        guard takeBreak() || byte == nil else { throw trouble("the line must end here") }
    }

    /// All of them but the tab.
    static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && byte != 0x09 || byte == 0x7F }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
