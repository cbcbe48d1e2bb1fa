/// Lines of values between commas, semicolons or tabs (RFC 4180 otherwise), or of domains alone.
///
/// Quoted cells may hold line ends; blank lines, rows of empty cells and lines that begin with `#` are left out, but for
/// a header. The first line tells which sign separates the cells: the one by which most columns are known.
struct SeparatedReader: Sendable {
    /// Bytes a record may have; a quote that never ends is found out by it.
    static let longest = 1 << 16

    /// Nil until the first record was read.
    private(set) var dialect: BlockListDialect?
    private(set) var notes = BlockListNotes()
    private let standard: BlockSeverity
    private var columns: [BlockListHeader.Column?] = []
    private var separator = UInt8(ascii: ",")
    /// The line under way, while it may be the header.
    private var head: [UInt8] = []
    private var header = BlockListHeader()

    private var cells: [[UInt8]] = []
    private var cell: [UInt8] = []
    /// The cell's first byte that is no blank: kept, since a stranger's cell may begin with thousands of them.
    private var ink: UInt8?
    private var size = 0
    private var isQuoted = false
    private var wasQuoted = false
    /// The last byte of a quoted cell was a quote: either its end or the first half of a doubled one.
    private var sawQuote = false
    private var sawReturn = false
    private var line = 1
    private var recordLine = 1

    init(standard: BlockSeverity) {
        self.standard = standard
    }

    mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        for byte in bytes {
            if byte == 0 { throw BlockListUnreadable(line: line, reason: "this is no text") }
            if let item = try dialect == nil ? takeHead(byte) : take(byte) { items.append(item) }
        }
        return items
    }

    mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        if isQuoted, !sawQuote {
            throw BlockListUnreadable(line: recordLine, reason: "the quoted text that begins here does not end")
        }
        let last = try dialect == nil ? endHead() : endRecord()
        if dialect == nil { dialect = .plain }
        return last.map { [$0] } ?? []
    }

    // MARK: - the header

    private mutating func takeHead(_ byte: UInt8) throws(BlockListUnreadable) -> BlockListItem? {
        defer { sawReturn = byte == 13 }
        if byte == 10, sawReturn {
            recordLine = line
            return nil
        }
        guard byte != 10, byte != 13 else {
            defer {
                line += 1
                recordLine = line
            }
            return try endHead()
        }
        head.append(byte)
        guard head.count <= Self.longest else { throw BlockListUnreadable(line: line, reason: "too long a line") }
        return nil
    }

    /// Tells the dialect by the first line that says something.
    private mutating func endHead() throws(BlockListUnreadable) -> BlockListItem? {
        let bytes = head
        head = []
        switch try header.read(bytes, line: line) {
        case .nothing: return nil
        case .notText: return .trouble(BlockListTrouble(line: line, .badText))
        case .columns(let known, let separator, let dialect):
            (columns, self.separator, self.dialect) = (known, separator, dialect)
            return nil
        case .domain(let text, let separator):
            (columns, self.separator, dialect) = ([.domain], separator, .plain)
            return item([text])
        }
    }

    // MARK: - records

    private mutating func take(_ byte: UInt8) throws(BlockListUnreadable) -> BlockListItem? {
        let (quote, feed, back) = (UInt8(ascii: "\""), UInt8(10), UInt8(13))
        defer { sawReturn = byte == back }
        size += 1
        if size > Self.longest {
            throw BlockListUnreadable(
                line: recordLine, reason: isQuoted ? "the quoted text that begins here does not end" : "too long a line"
            )
        }
        if isQuoted {
            if sawQuote {
                sawQuote = false
                if byte == quote {
                    cell.append(quote)
                    return nil
                }
                isQuoted = false
            } else {
                if byte == quote { sawQuote = true } else { cell.append(byte) }
                if byte == feed { line += 1 }
                return nil
            }
        }
        switch byte {
        case quote where !wasQuoted && ink == nil:
            (isQuoted, wasQuoted) = (true, true)
            cell = []
        case separator where !isComment: endCell()
        case feed where sawReturn:
            // The second half of a line end that was taken already.
            size = 0
            recordLine = line
        case feed, back:
            let item = endRecord()
            line += 1
            recordLine = line
            return item
        default:
            cell.append(byte)
            if ink == nil, !PlainList.isBlank(byte) { ink = byte }
        }
        return nil
    }

    /// Separators and quotes mean nothing in a comment.
    private var isComment: Bool { cells.isEmpty && !wasQuoted && ink == UInt8(ascii: "#") }

    private mutating func endCell() {
        cells.append(cell)
        cell = []
        ink = nil
        wasQuoted = false
    }

    private mutating func endRecord() -> BlockListItem? {
        endCell()
        defer {
            cells = []
            (size, isQuoted, sawQuote) = (0, false, false)
        }
        if cells.allSatisfy({ $0.allSatisfy(PlainList.isBlank) }) { return nil }
        var texts: [String] = []
        for cell in cells {
            guard let text = String(validating: cell, as: UTF8.self) else {
                return .trouble(BlockListTrouble(line: recordLine, .badText))
            }
            texts.append(text)
        }
        return texts[0].trimmed.hasPrefix("#") ? nil : item(texts)
    }

    private mutating func item(_ texts: [String]) -> BlockListItem {
        var cells = BlockListCells()
        for (column, text) in zip(columns, texts) {
            switch column {
            case .domain: cells.domain = dialect == .plain ? BlockListHeader.bare(text) : text.trimmed
            case .severity: cells.severity = text
            case .rejectMedia: cells.rejectMedia = text
            case .rejectReports: cells.rejectReports = text
            case .obfuscate: cells.obfuscate = text
            case .publicComment: cells.publicComment = text
            case .privateComment: cells.privateComment = text
            case nil: break
            }
        }
        return cells.item(line: recordLine, standard: standard, &notes)
    }
}
