import Console
import Model
import Operations

/// The checks there are.
package struct CheckCatalog: Presentable {
    /// One of them, with all that is known of it.
    package struct Entry: Encodable, Sendable {
        package var schema = "doctor.explain/1"
        package var id: String
        package var group: Check.Group
        package var severity: Check.Severity
        package var cost: Check.Cost
        package var since: String?
        package var needs: [Check.Need]
        package var limit: Double?
        package var unit: Check.Unit?
        package var title: String
        package var why: String
        package var fix: String
        package var source: String

        package init(_ check: Check) {
            id = check.id
            group = check.group
            severity = check.severity
            cost = check.cost
            since = check.since?.rawValue
            needs = check.needs
            limit = check.limit?.value
            unit = check.limit?.unit
            title = check.title
            why = check.why
            fix = check.fix
            source = check.source
        }
    }

    package var schema = "doctor.list/1"
    package var checks: [Entry]

    package init(_ checks: [Check]) {
        self.checks = checks.map(Entry.init)
    }

    package var table: Table {
        var table = Table([
            .init("id"), .init("severity"), .init("cost"), .init("group"), .init("looks at", canShrink: true),
        ])
        for check in checks {
            table.add([check.id, check.severity.rawValue, check.cost.rawValue, check.group.rawValue, check.title])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { checks }
    package var ids: [String] { checks.map(\.id) }
}

extension CheckCatalog.Entry: Presentable {
    private var rows: [(String, String)] {
        var rows = [
            ("check", id), ("group", group.rawValue), ("severity", severity.rawValue), ("cost", cost.rawValue),
            ("looks at", title), ("why", why), ("fix", fix), ("source", source),
        ]
        if let since { rows.append(("since", "Mastodon \(since)")) }
        if !needs.isEmpty { rows.append(("needs", needs.map(\.rawValue).joined(separator: ", "))) }
        if let limit, let unit {
            rows.append(("threshold", "\(Evidence("", limit, unit).text.drop { $0 == " " })"))
            rows.append(("in the profile", "[doctor.limit] \"\(id)\" = \(limit)"))
        }
        return rows
    }

    package var table: Table {
        var table = Table([.init("field"), .init("value")])
        for (name, value) in rows { table.add([name, value]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        rows.map { name, value in
            "\(terminal.paint(name, .bold))\(String(repeating: " ", count: max(16 - name.count, 1)))\(value)\n"
        }.joined()
    }

    package var ids: [String] { [id] }
}
