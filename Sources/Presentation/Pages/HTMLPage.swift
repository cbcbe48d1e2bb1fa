/// A page that is whole by itself: light and dark by the reader's wish, good on paper, without a script.
struct HTMLPage {
    var title: String
    /// Markup; texts in it are made harmless by whoever writes it.
    var body: String

    var text: String { Self.head(title) + body + Self.end }

    /// All before the body, for pages that are written piece by piece.
    static func head(_ title: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>\(title.marked)</title>
        <style>
        \(style)
        </style>
        </head>
        <body>

        """
    }

    static let end = "</body>\n</html>\n"

    private static let style = """
        :root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --soft: #5d6470; --line: #d5d9e0; --red: #b3261e;
          --amber: #8a5a00; --blue: #2b5b9e; --grey: #6b7280; --box: #f6f7f9; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #16181c; --soft: #a3abb8; --line: #373c45;
          --red: #ff8a80; --amber: #f2b84b; --blue: #8ab4f8; --grey: #9aa3b2; --box: #1f2329; } }
        body { margin: 0 auto; max-width: 62rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink);
          background: var(--paper); }
        h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h3 { font: bold 1rem ui-monospace,
          monospace; margin: 0; overflow-wrap: anywhere; }
        header p { margin: .25rem 0; color: var(--soft); } header .sum { color: var(--ink); font-weight: bold; }
        article { border-left: .3rem solid var(--grey); background: var(--box); margin: .75rem 0; padding: .75rem 1rem;
          break-inside: avoid; }
        article.critical, article.problem { border-color: var(--red); } article.warning { border-color: var(--amber); }
        article.notice { border-color: var(--blue); } article p { margin: .35rem 0; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; } th, td { text-align: left; padding: .3rem .6rem;
          border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; } td.number { text-align: right; }
        tbody th { font-weight: normal; font-family: ui-monospace, monospace; }
        svg { max-width: 100%; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg .bar { fill: var(--blue); }
        dt { font-weight: bold; } dd { margin: 0 0 .3rem 1.5rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        hr { border: 0; border-top: 1px solid var(--line); }
        @media print { body { max-width: none; padding: 0; } article { background: none; } details { display: block; } }
        """
}
