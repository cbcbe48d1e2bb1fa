import Console
import Model

/// The answer of `canonical-email-blocks find`.
package struct CanonicalEmailFindings: Presentable {
    package var schema = "canonical-email-blocks.find/1"
    package var emails: [CanonicalEmailFinding]

    package init(_ emails: [CanonicalEmailFinding]) {
        self.emails = emails
    }

    package var table: Table {
        var table = Table([.init("email"), .init("blocked"), .init("since"), .init("account"), .init("hash")])
        for item in emails {
            table.add([
                item.email, item.isBlocked ? "yes" : "no", item.block.map { "\($0.createdAt)" } ?? "",
                item.block?.account ?? "", item.hash,
            ])
        }
        return table
    }

    /// A sentence each, as the server's own tool says it.
    package func text(for terminal: Terminal) -> String {
        emails.map { Sanitized.text("\($0.email) is \($0.isBlocked ? "blocked" : "not blocked")") + "\n" }.joined()
    }

    package var lines: [any Encodable & Sendable] { emails }
    /// The hashes that are blocked.
    package var ids: [String] { emails.filter(\.isBlocked).map(\.hash) }
}
