import Console
import Model

extension DomainCrawlReport: Presentable {
    package var table: Table {
        var table = Table([
            .init("domain"), .init("version"), .init("users", .right), .init("active", .right),
            .init("joined", .right), .init("title"),
        ])
        func cell(_ number: Int64?) -> String { number.map { "\($0)" } ?? "" }
        for server in servers {
            table.add([
                server.domain, server.version ?? "", cell(server.users), cell(server.activeLastWeek),
                cell(server.joinedLastWeek), server.title ?? "",
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String { summary }

    package func text(as form: Format) -> String {
        form == .domains ? domains.map { Sanitized.text($0) + "\n" }.joined() : summary
    }

    package var lines: [any Encodable & Sendable] { servers }
    package var ids: [String] { domains }

    private var summary: String {
        let ended = stopped.map { ", ended by the \($0)" } ?? ""
        return """
            Visited \(visited.grouped) domains, \(failed.grouped) failed, in \(Int(seconds.rounded())) s\(ended)
            Servers that answered: \(servers.count.grouped)
            People registered: \(Int(registered).grouped)
            Active last week: \(Int(activeLastWeek).grouped)
            Joined last week: \(Int(joinedLastWeek).grouped)

            """
    }
}
