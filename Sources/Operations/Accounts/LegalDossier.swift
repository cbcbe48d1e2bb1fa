import Faults
import Model
import Stores

/// Writes down all that is held about one account, for a legal request: as JSON, and as a page a person can read.
///
/// It changes nothing on the server, and is an operation so that each use stands in the record of changes.
package struct LegalDossier: Operation {
    let name: AccountName
    /// Without an ending: `alice` makes `alice.json` and `alice.html`.
    let path: String
    let page: any DossierPage

    package init(of name: AccountName, to path: String, page: any DossierPage) {
        self.name = name
        self.path = path
        self.page = page
    }

    package var card: Card {
        Card(
            "accounts dossier", of: "accounts", "wrote down what is held about", tables: [], namesItems: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<Item> {
        let directory = AccountDirectory(site.instance)
        let name = name
        let account = try await site.database.read { try await directory.account(name, over: $0) }
        let survey = Survey(count: 1, foreseen: [.account(.personalData)])
        return Prepared(survey, Batches(of: [Item(account: account)], by: 1)) { [path, page] items, site in
            var outcome = Outcome()
            for item in items {
                let rows = try await Self.write(item.account, to: path, page, at: site)
                outcome.changed += 1
                outcome.figures[.rowsWritten] = Int64(rows)
            }
            return outcome
        }
    }

    /// - Returns: how many rows were written.
    private static func write(
        _ account: AccountReference, to path: String, _ page: any DossierPage, at site: Site<ReadWrite>
    ) async throws -> Int {
        let schema = site.instance.schema
        let (held, places) = try await site.database.readPrimary { connection in
            let user = try await HeldRows.user(of: account.id, over: connection)
            let held = HeldRows(of: account.id, user: user, on: schema)
            return (held, try await held.places(over: connection))
        }
        let pages = try DossierPages(
            of: account.handle, at: site.instance.localDomain, json: PrivateFile(path: path + ".json"),
            page: PrivateFile(path: path + ".html"), form: page, now: .now)
        for place in places {
            var last: Int64? = .min
            while let after = last {
                let (rows, next) = try await site.database.readPrimary {
                    try await held.page(of: place, after: after, over: $0)
                }
                try pages.add(rows, of: place.table)
                last = next
            }
        }
        return try pages.finish()
    }

    package struct Item: WorkItem {
        var account: AccountReference
        package var label: String? { account.handle }
    }
}

/// How a dossier looks as a page; what it is given may be anybody's text.
package protocol DossierPage: Sendable {
    func head(of account: String, at server: String, _ time: UTCTime) -> String
    func table(_ name: String) -> String
    func row(_ fields: [(name: String, text: String)]) -> String
    var end: String { get }
}

/// The two files, written side by side in constant memory. Confined to one task at a time.
private final class DossierPages {
    private let json: PrivateFile
    private let page: PrivateFile
    private let form: any DossierPage
    private var table: String?
    private var isFirst = true
    private var count = 0

    init(
        of handle: String, at domain: String, json: PrivateFile, page: PrivateFile, form: any DossierPage, now: UTCTime
    ) throws {
        self.json = json
        self.page = page
        self.form = form
        let head: [JSONValue.Member] = [
            .init("schema", "accounts.dossier/1"), .init("account", .string(handle)), .init("server", .string(domain)),
            .init("written_at", .string("\(now)")),
        ]
        try json.add(JSONValue.object(head).text.dropLast() + ",\"tables\":{")
        try page.add(form.head(of: handle, at: domain, now))
    }

    func add(_ rows: [String], of table: String) throws {
        if rows.isEmpty { return }
        if self.table != table {
            try json.add((self.table == nil ? "" : "],") + "\n\"\(table)\":[")
            try page.add(form.table(table))
            self.table = table
            isFirst = true
        }
        for row in rows {
            try json.add((isFirst ? "\n" : ",\n") + row)
            isFirst = false
            count += 1
            guard case .object(let members)? = JSONValue(parsing: row) else { continue }
            let fields = members.filter { $0.value != .null && $0.value != "" }.map { member in
                (name: member.name, text: member.value.string ?? member.value.text)
            }
            try page.add(form.row(fields))
        }
    }

    func finish() throws -> Int {
        try json.add((table == nil ? "" : "]") + "}}\n")
        try json.finish()
        try page.add(form.end)
        try page.finish()
        return count
    }
}
