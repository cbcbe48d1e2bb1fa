import Model
import Operations

/// The page of a dossier, piece by piece, since it may be of any length.
package struct LegalPage: DossierPage {
    package init() {}

    package func head(of account: String, at server: String, _ time: UTCTime) -> String {
        let title = "What \(server) holds about \(account)".marked
        return """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>:root { color-scheme: light dark } dt { font-weight: bold } dd { white-space: pre-wrap }</style>
            <h1>\(title)</h1>
            <p>Written at \(time). Passwords, keys and tokens are left out.</p>

            """
    }

    package func table(_ name: String) -> String { "<h2>\(name.marked)</h2>\n" }

    package func row(_ fields: [(name: String, text: String)]) -> String {
        "<dl>\n" + fields.map { "<dt>\($0.name.marked)<dd>\($0.text.marked)\n" }.joined() + "</dl>\n<hr>\n"
    }

    package var end: String { "</html>\n" }
}
