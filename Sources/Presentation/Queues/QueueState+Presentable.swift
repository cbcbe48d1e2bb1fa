import Console
import Faults
import Model
import Operations

extension QueueState: Presentable {
    package var table: Table {
        var table = Table([.init("queue"), .init("jobs", .right), .init("next waits", .right), .init("served")])
        for queue in queues {
            table.add([
                queue.name, queue.size.grouped, queue.latency.map { Duration.seconds($0).brief } ?? "",
                queue.isServed ? "yes" : "no",
            ])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        table.text(for: terminal) + """

            scheduled \(scheduled.grouped), to be tried again \(retries.grouped), dead \(dead.grouped)
            today \(processedToday.grouped) done, \(failedToday.grouped) failed
            \(processes.counted("processes")), \(busy) of \(threads) threads at work

            """
    }

    package var lines: [any Encodable & Sendable] { queues }
    package var ids: [String] { bound == nil ? queues.map(\.name) : late.map(\.name) }
    package var status: ExitStatus { late.isEmpty ? .done : .problems }
    package var isOnlySuccess: Bool { bound != nil && late.isEmpty }
}

extension WorkerState: Presentable {
    package var table: Table {
        var table = Table([
            .init("process"), .init("version"), .init("at work", .right), .init("memory", .right), .init("since"),
            .init("queues", canShrink: true), .init("longest job", canShrink: true),
        ])
        for process in processes {
            let longest = process.runs.max { ($0.seconds ?? 0) < ($1.seconds ?? 0) }
            table.add([
                process.identity + (process.isQuiet ? " (quiet)" : ""), process.version ?? "",
                "\(process.busy) of \(process.threads)", process.memory.map { "\(ByteCount($0))" } ?? "",
                process.startedAt.map { "\($0)" } ?? "", process.queues.joined(separator: " "),
                longest.map { "\($0.worker) \(Duration.seconds($0.seconds ?? 0).brief)" } ?? "",
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { processes }
    package var ids: [String] { processes.map(\.identity) }
}

extension ScheduleList: Presentable {
    package var table: Table {
        var table = Table([.init("schedule"), .init("every", .right), .init("last run"), .init("state")])
        for schedule in schedules {
            table.add([
                schedule.name, schedule.interval.map { Duration.seconds($0).brief } ?? "",
                schedule.lastRunAt.map { "\($0)" } ?? "never", schedule.isDisabled ? "switched off" : "on",
            ])
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { schedules }
    package var ids: [String] { schedules.map(\.name) }
}

extension KeptJob: Listed {
    package static var schema: StaticString { "queues.jobs/1" }

    package static var columns: [Table.Column] {
        [
            .init("place"), .init("class"), .init("id"), .init("since"), .init("tries", .right), .init("host"),
            .init("error", canShrink: true),
        ]
    }

    package var cells: [String] {
        [
            place.name, record.worker, record.id, (record.failed ?? record.since).map { "\(UTCTime($0))" } ?? "",
            "\(record.retries)", record.host ?? "",
            [record.errorClass, record.errorMessage].compactMap(\.self).joined(separator: ": "),
        ]
    }

    package var key: String { record.id }

    package func write(to object: inout JSONObjects) {
        object.put("place", place.name)
        object.put("queue", record.queue)
        object.put("class", record.worker)
        object.put("id", record.id)
        object.put("created_at", record.created.map { "\(UTCTime($0))" })
        object.put("enqueued_at", record.enqueued.map { "\(UTCTime($0))" })
        object.put("failed_at", record.failed.map { "\(UTCTime($0))" })
        object.put("due_at", due.map { "\(UTCTime($0))" })
        object.put("retries", Int64(record.retries))
        object.put("host", record.host)
        object.put("error_class", record.errorClass)
        object.put("error_message", record.errorMessage)
    }
}
