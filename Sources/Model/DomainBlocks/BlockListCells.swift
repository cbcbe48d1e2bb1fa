/// The cells of one entry, whatever the dialect, on their way to become a rule.
struct BlockListCells {
    var domain = ""
    var severity: String?
    var rejectMedia: String?
    var rejectReports: String?
    var obfuscate: String?
    var publicComment: String?
    var privateComment: String?

    /// - Parameters:
    ///   - standard: the severity where none is given.
    ///   - notes: told of what is not taken as it stands there.
    func item(line: Int, standard: BlockSeverity, _ notes: inout BlockListNotes) -> BlockListItem {
        func trouble(_ flaw: BlockListTrouble.Flaw) -> BlockListItem {
            .trouble(BlockListTrouble(line: line, flaw))
        }
        let (name, isWildcard) = DomainName.covered(by: domain)
        if name.isEmpty, domain.trimmed.isEmpty { return trouble(.noDomain) }
        if name.contains("*") { return trouble(.hidden(domain)) }
        guard DomainName.isValid(name) else { return trouble(.badDomain(domain)) }
        var rule = BlockRule(
            severity: standard, publicComment: Self.filled(publicComment), privateComment: Self.filled(privateComment))
        if let word = Self.filled(severity) {
            guard let severity = BlockSeverity(word: word) else {
                return trouble(.badValue(column: "severity", value: word, takes: "suspend, silence or noop"))
            }
            rule.severity = severity
        }
        func noFlag(_ column: String, _ text: String?) -> BlockListItem {
            trouble(.badValue(column: column, value: text?.trimmed ?? "", takes: "true or false"))
        }
        guard let media = Self.boolean(rejectMedia) else { return noFlag("reject_media", rejectMedia) }
        guard let reports = Self.boolean(rejectReports) else { return noFlag("reject_reports", rejectReports) }
        guard let obfuscate = Self.boolean(obfuscate) else { return noFlag("obfuscate", obfuscate) }
        (rule.rejectMedia, rule.rejectReports, rule.obfuscate) = (media, reports, obfuscate)
        if isWildcard { notes.wildcards.add(domain.trimmed) }
        return .entry(BlockEntry(name, rule), line: line)
    }

    private static func filled(_ text: String?) -> String? {
        guard let text else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    private static func boolean(_ text: String?) -> Bool? {
        switch text.map({ $0.trimmed.lowercased() }) ?? "" {
        case "", "false", "f", "0", "no", "n", "off": false
        case "true", "t", "1", "yes", "y", "on": true
        default: nil
        }
    }
}

extension StringProtocol {
    /// Without blanks and line ends around it.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
