/// Lines of comma-separated values (RFC 4180) or of domains alone.
///
/// Quoted cells may hold line ends; blank lines and lines that begin with `#` are left out, but for a header.
struct SeparatedReader: Sendable {
    /// Bytes a record may have; a quote that never ends is found out by it.
    static let longest = 1 << 16

    /// Nil until the first record was read.
    private(set) var dialect: BlockListDialect?
    private let standard: BlockSeverity
    private var columns: [Column?] = []

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

    private enum Column {
        case domain, severity, rejectMedia, rejectReports, obfuscate, publicComment, privateComment
    }

    init(standard: BlockSeverity) {
        self.standard = standard
    }

    mutating func read(_ bytes: ArraySlice<UInt8>) throws(BlockListUnreadable) -> [BlockListItem] {
        var items: [BlockListItem] = []
        for byte in bytes {
            if byte == 0 { throw BlockListUnreadable(line: line, reason: "this is no text") }
            if let item = try take(byte) { items.append(item) }
        }
        return items
    }

    mutating func finish() throws(BlockListUnreadable) -> [BlockListItem] {
        if isQuoted, !sawQuote {
            throw BlockListUnreadable(line: recordLine, reason: "the quoted text that begins here does not end")
        }
        let last = try endRecord()
        if dialect == nil { dialect = .plain }
        return last.map { [$0] } ?? []
    }

    private mutating func take(_ byte: UInt8) throws(BlockListUnreadable) -> BlockListItem? {
        let (quote, comma, feed, back) = (UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(10), UInt8(13))
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
        case comma where !isComment: endCell()
        case feed where sawReturn:
            // The second half of a line end that was taken already.
            size = 0
            recordLine = line
        case feed, back:
            let item = try endRecord()
            line += 1
            recordLine = line
            return item
        default:
            cell.append(byte)
            if ink == nil, byte != 32, byte != 9 { ink = byte }
        }
        return nil
    }

    /// Commas and quotes mean nothing in a comment, but a header may begin with the same sign.
    private var isComment: Bool {
        dialect != nil && cells.isEmpty && !wasQuoted && ink == UInt8(ascii: "#")
    }

    private mutating func endCell() {
        cells.append(cell)
        cell = []
        ink = nil
        wasQuoted = false
    }

    private mutating func endRecord() throws(BlockListUnreadable) -> BlockListItem? {
        endCell()
        defer {
            cells = []
            (size, isQuoted, sawQuote) = (0, false, false)
        }
        if cells.count == 1, cells[0].allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { return nil }
        guard let texts = texts() else {
            return .trouble(BlockListTrouble(line: recordLine, kind: .badText, reason: "this is not UTF-8"))
        }
        if dialect == nil {
            if try begin(texts) { return nil }
        } else if texts[0].trimmed.hasPrefix("#") {
            return nil
        }
        return item(texts)
    }

    private func texts() -> [String]? {
        var texts: [String] = []
        for cell in cells {
            guard let text = String(validating: cell, as: UTF8.self) else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// Tells the dialect by the first line that says something.
    ///
    /// - Returns: whether that line is used up: a header or a comment.
    private mutating func begin(_ texts: [String]) throws(BlockListUnreadable) -> Bool {
        let names = texts.map { name -> (text: String, isMarked: Bool) in
            let trimmed = name.trimmed.lowercased()
            return trimmed.hasPrefix("#") ? (trimmed.dropFirst().trimmed, true) : (trimmed, false)
        }
        let known = names.map { Self.column($0.text) }
        if known.contains(.domain) {
            columns = known
            let isBare = names.count == 1
            dialect = isBare ? .plain : names.contains { $0.isMarked } ? .mastodon : .oliphant
            return true
        }
        let first = texts[0].trimmed
        if first.hasPrefix("#") { return true }
        guard texts.count == 1 || texts.dropFirst().allSatisfy({ $0.trimmed.isEmpty }) else {
            throw BlockListUnreadable(line: recordLine, reason: "columns without a header that names one `domain`")
        }
        let domain = Self.bare(first)
        guard domain.contains("*") || DomainName.isValid(DomainName.normalized(domain)) else {
            throw BlockListUnreadable(
                line: recordLine, reason: "neither a header nor a domain: \(BlockListCells.short(first))")
        }
        columns = [.domain]
        dialect = .plain
        return false
    }

    private static func column(_ name: String) -> Column? {
        switch name {
        case "domain": .domain
        case "severity": .severity
        case "reject_media": .rejectMedia
        case "reject_reports": .rejectReports
        case "obfuscate": .obfuscate
        case "public_comment", "comment": .publicComment
        case "private_comment": .privateComment
        default: nil
        }
    }

    /// A plain line without a comment behind the name.
    private static func bare(_ text: String) -> String {
        text.prefix { $0 != "#" }.trimmed
    }

    private func item(_ texts: [String]) -> BlockListItem {
        var cells = BlockListCells()
        for (column, text) in zip(columns, texts) {
            switch column {
            case .domain: cells.domain = dialect == .plain ? Self.bare(text) : text.trimmed
            case .severity: cells.severity = text
            case .rejectMedia: cells.rejectMedia = text
            case .rejectReports: cells.rejectReports = text
            case .obfuscate: cells.obfuscate = text
            case .publicComment: cells.publicComment = text
            case .privateComment: cells.privateComment = text
            case nil: break
            }
        }
        return cells.item(line: recordLine, standard: standard)
    }
}
