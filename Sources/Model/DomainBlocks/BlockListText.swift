/// Writes lists of blocked domains.
package struct BlockListText: Sendable {
    package let dialect: BlockListDialect
    /// Whether what only moderators see is written too.
    package let tellsPrivateComments: Bool

    package init(_ dialect: BlockListDialect, tellsPrivateComments: Bool = false) {
        self.dialect = dialect
        self.tellsPrivateComments = tellsPrivateComments
    }

    /// What stands before the entries.
    package var head: String {
        switch dialect {
        case .json: "["
        case .plain: ""
        case .mastodon: columns.map { "#\($0)" }.joined(separator: ",") + "\n"
        case .oliphant: columns.joined(separator: ",") + "\n"
        }
    }

    /// What stands behind them.
    package var foot: String { dialect == .json ? "\n]\n" : "" }

    /// One entry.
    package func line(_ entry: BlockEntry, isFirst: Bool) -> String {
        let rule = entry.rule
        switch dialect {
        case .plain: return entry.domain + "\n"
        case .json:
            var members: [JSONValue.Member] = [
                .init("domain", .string(entry.domain)), .init("severity", .string(rule.severity.rawValue)),
                .init("reject_media", .boolean(rule.rejectMedia)),
                .init("reject_reports", .boolean(rule.rejectReports)),
                .init("obfuscate", .boolean(rule.obfuscate)),
                .init("public_comment", rule.publicComment.map { .string($0) } ?? .null),
            ]
            if tellsPrivateComments {
                members.append(.init("private_comment", rule.privateComment.map { .string($0) } ?? .null))
            }
            return (isFirst ? "\n  " : ",\n  ") + JSONValue.object(members).text
        case .mastodon, .oliphant:
            return columns.map { Self.cell(value($0, entry)) }.joined(separator: ",") + "\n"
        }
    }

    /// Source: Mastodon 4.6.5 `app/controllers/admin/export_domain_blocks_controller.rb`.
    private var columns: [String] {
        ["domain", "severity", "reject_media", "reject_reports", "public_comment", "obfuscate"]
            + (tellsPrivateComments ? ["private_comment"] : [])
    }

    private func value(_ column: String, _ entry: BlockEntry) -> String {
        switch column {
        case "domain": entry.domain
        case "severity": entry.rule.severity.rawValue
        case "reject_media": "\(entry.rule.rejectMedia)"
        case "reject_reports": "\(entry.rule.rejectReports)"
        case "public_comment": entry.rule.publicComment ?? ""
        case "obfuscate": "\(entry.rule.obfuscate)"
        default: entry.rule.privateComment ?? ""
        }
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ["\"", ",", "\n", "\r"].contains($0) }
        let isPadded = text.first?.isWhitespace ?? false || text.last?.isWhitespace ?? false
        return needsQuotes || isPadded ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
