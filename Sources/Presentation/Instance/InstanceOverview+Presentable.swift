import Console
import Faults
import Model
import Operations

extension InstanceOverview: Presentable {
    package var table: Console.Table {
        var table = Console.Table([.init("what"), .init("value"), .init("detail", canShrink: true)])
        for row in facts + serviceRows + laneRows + sidekiqRows + tableRows { table.add(row) }
        return table
    }

    private var facts: [[String]] {
        func count(_ number: Int64?) -> String { number.map { "about \(Int($0).grouped)" } ?? "unknown" }
        return [
            ["domain", domain ?? "unknown"],
            ["release", release ?? "unknown", schemaVersion.map { "schema \($0)" } ?? ""],
        ] + extras + [
            ["storage", storageKind, storagePlace],
            ["database", databaseBytes.map { "\(ByteCount($0))" } ?? "unknown"], ["accounts", count(accounts)],
            ["statuses", count(statuses)], ["media attachments", count(mediaAttachments)],
        ]
    }

    private var extras: [[String]] {
        guard let more else { return [] }
        return [["more", more, (extraTables + extraColumns).prefix(10).joined(separator: ", ")]]
    }

    private var serviceRows: [[String]] {
        services.map { service in
            let speed = service.milliseconds.map { " in \($0) ms" } ?? ""
            return [service.name, "\(service.state.rawValue)\(speed)", "\(service.address): \(service.detail)"]
        }
    }

    private var laneRows: [[String]] {
        lanes.map { ["lane \($0.name)", $0.isAvailable ? "available" : "not available", $0.reason] }
    }

    private var sidekiqRows: [[String]] {
        guard let sidekiq else { return [] }
        let workers = "\(sidekiq.processes.counted("processes")), \(sidekiq.threads.counted("threads"))"
        let waiting = "\(sidekiq.scheduled) scheduled, \(sidekiq.retries) to retry, \(sidekiq.dead) dead"
        return [["sidekiq", sidekiq.version ?? "unknown", "\(workers), \(waiting)"]]
            + sidekiq.queues.map { ["queue \($0.name)", $0.size.grouped] }
    }

    private var tableRows: [[String]] {
        tables.map { table in
            [
                "table \(table.name)", "\(ByteCount(table.bytes))",
                table.rows.map { "about \(Int($0).grouped) rows" } ?? "",
            ]
        }
    }

    package var status: ExitStatus { isPartial ? .problems : .done }
}
