import Console
import Model
import Operations

/// A check-up as one page that needs nothing else: no script, no font, no picture, no request to anywhere.
package struct DiagnosisPage {
    private let diagnosis: Diagnosis

    package init(_ diagnosis: Diagnosis) {
        self.diagnosis = diagnosis
    }

    package var text: String {
        let title = "Check-up of \(Sanitized.text(diagnosis.domain ?? "a server"))"
        return HTMLPage(title: title, body: body(title)).text
    }

    private func body(_ title: String) -> String {
        var text = "<header><h1>\(title.marked)</h1>\n<p>\(diagnosis.time)"
        if let release = diagnosis.release { text += " · \(Sanitized.text(release).marked)" }
        text += "</p>\n<p class=\"sum\">\(diagnosis.summary.marked)</p></header>\n<main>\n"
        return text + sections + "</main>\n"
    }

    /// What was found, the worst first, and a table of all others.
    var sections: String {
        var text = ""
        for state in CheckResult.State.worstFirst {
            let found = diagnosis.checks.filter { $0.state == state && $0.accepted == nil }
            if found.isEmpty { continue }
            let words =
                state == .unseen
                ? "Could not be looked at" : state.rawValue.prefix(1).uppercased() + state.rawValue.dropFirst()
            text +=
                "<section aria-labelledby=\"\(state.rawValue)\"><h2 id=\"\(state.rawValue)\">\(words) (\(found.count))</h2>\n"
            text += found.map(article).joined() + "</section>\n"
        }
        let accepted = diagnosis.checks.filter { $0.accepted != nil && $0.state.severity != nil }
        if !accepted.isEmpty {
            text +=
                "<section aria-labelledby=\"accepted\"><h2 id=\"accepted\">Accepted for now (\(accepted.count))</h2>\n"
            text += accepted.map(article).joined() + "</section>\n"
        }
        let rest = diagnosis.checks.filter { $0.state == .ok || $0.state == .skipped }
        text += "<section aria-labelledby=\"rest\"><h2 id=\"rest\">All others (\(rest.count))</h2>\n"
        text +=
            "<table><thead><tr><th scope=\"col\">check</th><th scope=\"col\">state</th><th scope=\"col\">detail</th></tr></thead><tbody>\n"
        for check in rest {
            text += "<tr><th scope=\"row\">\(Sanitized.text(check.id).marked)</th><td>\(check.word)</td>"
            text += "<td>\(Sanitized.text(check.detail).marked)</td></tr>\n"
        }
        return text + "</tbody></table></section>\n"
    }

    private func article(_ check: CheckResult) -> String {
        var text =
            "<article class=\"\(check.word)\"><h3>\(Sanitized.text(check.id).marked)</h3>\n<p>\(Sanitized.text(check.detail).marked)</p>\n"
        let evidence = check.evidence.filter { !$0.name.isEmpty }
        if evidence.count > 1 {
            text += "<details><summary>Evidence (\(evidence.count))</summary><ul>"
            text += evidence.map { "<li>\(Sanitized.text($0.text).marked)</li>" }.joined() + "</ul></details>\n"
        }
        if let accepted = check.accepted { text += "<p><b>Accepted:</b> \(Sanitized.text(accepted).marked)</p>\n" }
        if let known = Check.named(check.id) { text += "<p><b>Why:</b> \(known.why.marked)</p>\n" }
        if let fix = check.fix { text += "<p><b>Fix:</b> \(Sanitized.text(fix).marked)</p>\n" }
        return text + "</article>\n"
    }
}
