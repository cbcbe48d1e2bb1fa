import Console
import Model

extension DomainCrawlReport: Presentable {
    /// Figures alone, and names alone, as `tootctl domains crawl` has them.
    package enum Forms: String, OwnForms {
        case summary, domains
    }

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

    package func text(as form: Forms) -> String {
        switch form {
        case .summary: summary
        case .domains: domains.map { Sanitized.text($0) + "\n" }.joined()
        }
    }

    package var lines: [any Encodable & Sendable] { servers }
    package var ids: [String] { domains }

    private var summary: String {
        let ended = stopped.map { ", ended by the \($0)" } ?? ""
        return """
            Visited \(visited.counted("domains")), \(failed.grouped) failed, in \(Int(seconds.rounded())) s\(ended)
            Servers that answered: \(servers.count.grouped)
            People registered: \(Int(registered).grouped)
            Active last week: \(Int(activeLastWeek).grouped)
            Joined last week: \(Int(joinedLastWeek).grouped)

            """
    }
}
