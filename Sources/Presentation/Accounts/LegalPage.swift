import Console
import Model
import Operations

/// The page of a dossier, piece by piece, since it may be of any length.
package struct LegalPage: DossierPage {
    package init() {}

    package func head(of account: String, at server: String, _ time: UTCTime) -> String {
        let title = Sanitized.text("What \(server) holds about \(account)")
        return HTMLPage.head(title) + """
            <header><h1>\(title.marked)</h1>
            <p>Written at \(time). Passwords, keys and tokens are left out.</p></header>
            <main>

            """
    }

    package func table(_ name: String) -> String { "<h2>\(name.marked)</h2>\n" }

    package func row(_ fields: [(name: String, text: String)]) -> String {
        "<dl>\n" + fields.map { "<dt>\($0.name.marked)</dt><dd>\(lines($0.text))</dd>\n" }.joined() + "</dl>\n<hr>\n"
    }

    /// As it stands, line by line, without what is no text.
    private func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { Sanitized.text(String($0)).marked }
            .joined(separator: "\n")
    }

    package var end: String { "</main>\n" + HTMLPage.end }
}
