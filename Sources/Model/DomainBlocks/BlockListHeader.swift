/// Finds out by its first lines how a list of lines is written.
struct BlockListHeader: Sendable {
    enum Column {
        case domain, severity, rejectMedia, rejectReports, obfuscate, publicComment, privateComment
    }

    /// What a line is, before it is known how the list is written.
    enum Line {
        /// Blank, a comment, a row of empty cells.
        case nothing
        case notText
        case columns([Column?], separator: UInt8, BlockListDialect)
        /// The first domain of a list of domains alone, and the sign behind it where there is one.
        case domain(String, separator: UInt8)
    }

    private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
    /// As a line `sep=;` before the header names it, which some spreadsheets write.
    private var named: UInt8?

    /// - Throws: `BlockListUnreadable` for a line that no list of blocks begins with.
    mutating func read(_ bytes: [UInt8], line: Int) throws(BlockListUnreadable) -> Line {
        guard let text = String(validating: bytes, as: UTF8.self)?.trimmed else {
            return bytes.first { !PlainList.isBlank($0) } == UInt8(ascii: "#") ? .nothing : .notText
        }
        if text.isEmpty { return .nothing }
        if text.utf8.count == 5, text.lowercased().hasPrefix("sep="), let sign = text.utf8.last {
            named = sign
            return .nothing
        }
        if let columns = columns(rows(bytes)) { return columns }
        let plain = Self.bare(text)
        let rows = rows(Array(plain.utf8))
        if rows.contains(where: { row in row.allSatisfy { $0.trimmed.isEmpty } }) { return .nothing }
        guard rows.allSatisfy({ row in row.dropFirst().allSatisfy { $0.trimmed.isEmpty } }) else {
            throw BlockListUnreadable(line: line, reason: "columns without a header that names one `domain`")
        }
        let split = rows.firstIndex { $0.count > 1 }
        let first = split.map { rows[$0][0] } ?? plain
        let name = DomainName.covered(by: first).name
        guard name.contains("*") || DomainName.isValid(name) else {
            throw BlockListUnreadable(
                line: line, reason: "neither a header nor a domain: \(BlockListTrouble.short(text))")
        }
        return .domain(first, separator: (named.map { [$0] } ?? Self.separators)[split ?? 0])
    }

    /// The line, split in every way it may be meant.
    private func rows(_ line: [UInt8]) -> [[String]] {
        (named.map { [$0] } ?? Self.separators).map { Self.cells(line, $0) }
    }

    /// A header, split by the sign that makes most of it known; nil when it names no domain.
    private func columns(_ rows: [[String]]) -> Line? {
        var best: Line?
        var most = 0
        for (row, separator) in zip(rows, named.map { [$0] } ?? Self.separators) {
            let names = row.map(Self.name)
            let known = names.map { Self.column($0.text) }
            let count = known.count { $0 != nil }
            guard known.contains(.domain), count > most else { continue }
            most = count
            let isMarked = names.contains { $0.isMarked }
            best = .columns(known, separator: separator, row.count == 1 ? .plain : isMarked ? .mastodon : .oliphant)
        }
        return best
    }

    /// Case, blanks, hyphens and a sign before it do not count.
    private static func name(_ cell: String) -> (text: String, isMarked: Bool) {
        let trimmed = cell.trimmed.lowercased()
        let bare = trimmed.hasPrefix("#") ? String(trimmed.dropFirst()).trimmed : trimmed
        return (String(bare.map { $0 == " " || $0 == "-" ? "_" : $0 }), trimmed.hasPrefix("#"))
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
    static func bare(_ text: String) -> String {
        text.prefix { $0 != "#" }.trimmed
    }

    /// The cells of a line; quotes hold within it.
    private static func cells(_ line: [UInt8], _ separator: UInt8) -> [String] {
        let quote = UInt8(ascii: "\"")
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        for byte in line {
            if byte == quote {
                isQuoted.toggle()
            } else if byte == separator, !isQuoted {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else {
                cell.append(byte)
            }
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }
}
