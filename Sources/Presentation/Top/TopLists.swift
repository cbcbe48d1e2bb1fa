import Console
import Model
import Operations

/// One line of a list, and what it is sorted by.
struct TopRow {
    var cells: [String]
    var amount: Double
    var time: Double
    var name: String
}

extension TopView.Part {
    var columns: [Table.Column] {
        switch self {
        case .queues: [.init("queue"), .init("jobs", .right), .init("change", .right), .init("next waits", .right)]
        case .processes:
            [
                .init("process", canShrink: true), .init("at work", .right), .init("memory", .right),
                .init("last heard of", .right),
            ]
        case .statements:
            [.init("session", .right), .init("for", .right), .init("state"), .init("statement", canShrink: true)]
        case .locks:
            [.init("waiting", .right), .init("for", .right), .init("held by"), .init("statement", canShrink: true)]
        case .errors: [.init("error", canShrink: true), .init("job"), .init("tries", .right)]
        }
    }

    /// What an empty list comes to, in words.
    var nothing: String {
        switch self {
        case .queues: "no queue has ever had a job"
        case .processes: "no Sidekiq process is registered"
        case .statements: "no statement runs, and no transaction is open"
        case .locks: "nothing waits for a lock"
        case .errors: "nothing waits for another try"
        }
    }

    /// - Returns: nil where the service did not answer.
    func rows(of frame: TopFrame, after last: TopFrame?) -> [TopRow]? {
        switch self {
        case .queues: frame.jobs.map { Self.queues($0, after: last?.jobs) }
        case .processes: frame.jobs.map { $0.processes.map(Self.process) }
        case .statements: frame.database.map { $0.statements.map { Self.statement($0, middle: $0.state) } }
        case .locks:
            frame.database.map {
                $0.locks.map { Self.statement($0, middle: $0.blockers.map(String.init).joined(separator: " ")) }
            }
        case .errors: frame.jobs.map { $0.failures.map(Self.failure) }
        }
    }

    private static func queues(_ jobs: TopFrame.Jobs, after last: TopFrame.Jobs?) -> [TopRow] {
        jobs.queues.map { queue in
            let before = last?.queues.first { $0.name == queue.name }?.size
            let change = before.map { queue.size - $0 } ?? 0
            return TopRow(
                cells: [
                    queue.name, queue.size.grouped,
                    change == 0 ? "" : change > 0 ? "+\(change.grouped)" : change.grouped,
                    queue.latency.map { Duration.seconds($0).brief } ?? "",
                ], amount: Double(queue.size), time: queue.latency ?? 0, name: queue.name)
        }
    }

    private static func process(_ process: TopFrame.Process) -> TopRow {
        TopRow(
            cells: [
                process.identity + (process.isQuiet ? " (quiet)" : ""), "\(process.busy) of \(process.threads)",
                process.memory.map { "\(ByteCount($0))" } ?? "",
                process.silence.map { "\(Duration.seconds($0).brief) ago" } ?? "never",
            ], amount: Double(process.busy), time: process.silence ?? .infinity, name: process.identity)
    }

    private static func statement(_ statement: TopFrame.Statement, middle: String) -> TopRow {
        TopRow(
            cells: [
                "\(statement.processID)", Duration.seconds(statement.seconds).brief, middle, statement.statement,
            ], amount: statement.seconds, time: statement.seconds, name: statement.statement)
    }

    private static func failure(_ failure: TopFrame.Failure) -> TopRow {
        TopRow(
            cells: [failure.errorClass, failure.worker, failure.count.grouped], amount: Double(failure.count), time: 0,
            name: failure.errorClass)
    }
}

extension TopView {
    /// Those that are wanted, in the order that is wanted.
    func shown(_ rows: [TopRow]) -> [TopRow] {
        let wanted = filter.lowercased()
        let kept =
            wanted.isEmpty ? rows : rows.filter { $0.cells.joined(separator: " ").lowercased().contains(wanted) }
        let sorted = kept.enumerated().sorted { left, right in
            let (one, other) = (left.element, right.element)
            switch order {
            case .amount where one.amount != other.amount: return one.amount > other.amount
            case .time where one.time != other.time: return one.time > other.time
            case .name where one.name != other.name: return one.name < other.name
            default: return left.offset < right.offset
            }
        }.map(\.element)
        return isReversed ? sorted.reversed() : sorted
    }
}
