import Console
import Faults
import Model
import Operations

extension TopFrame: Presentable {
    package var table: Table {
        var table = Table([
            .init("list"), .init("name"), .init("number", .right), .init("seconds", .right), .init("detail"),
        ])
        func seconds(_ value: Double?) -> String { value.map { "\(($0 * 10).rounded() / 10)" } ?? "" }
        for queue in jobs?.queues ?? [] { table.add(["queue", queue.name, "\(queue.size)", seconds(queue.latency)]) }
        for process in jobs?.processes ?? [] {
            table.add([
                "process", process.identity, "\(process.busy)", seconds(process.silence),
                "of \(process.threads) threads",
            ])
        }
        for statement in database?.statements ?? [] {
            table.add([
                statement.blockers.isEmpty ? "statement" : "lock", "\(statement.processID)", "",
                seconds(statement.seconds), statement.statement,
            ])
        }
        for failure in jobs?.failures ?? [] {
            table.add(["error", failure.errorClass, "\(failure.count)", "", failure.worker])
        }
        for trouble in troubles { table.add(["trouble", trouble.service, "", "", trouble.reason]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        TopScreen(self).all(for: terminal).map { Sanitized.text($0) + "\n" }.joined()
    }

    package var status: ExitStatus { troubles.isEmpty ? .done : .problems }
}
