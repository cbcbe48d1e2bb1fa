import Console
import Model
import Operations

/// How far each server of a fleet is, for whoever waits for it.
package struct FleetBoard: Sendable {
    private enum State: Sendable {
        case waiting
        /// Seconds since the beginning at which it was begun.
        case running(since: Double)
        case over(FleetResult)
    }

    private var servers: [(name: String, state: State)]

    /// - Parameter servers: in the order in which they stand.
    package init(_ servers: [String]) {
        self.servers = servers.map { ($0, .waiting) }
    }

    /// - Parameter seconds: since the beginning.
    package mutating func begin(_ server: String, at seconds: Double) { set(server, .running(since: seconds)) }
    package mutating func end(_ result: FleetResult) { set(result.server, .over(result)) }

    private mutating func set(_ name: String, _ state: State) {
        guard let index = servers.firstIndex(where: { $0.name == name }) else { return }
        servers[index].state = state
    }

    /// A line for each server and one for all of them. Where there are not enough lines, those that run come before those
    /// that failed, and these before those that wait or are done.
    ///
    /// - Parameter seconds: since the beginning.
    package func lines(columns: Int, lines count: Int, at seconds: Double) -> [String] {
        let room = max(count - 1, 0)
        let chosen =
            servers.count <= room
            ? servers[...]
            : servers.enumerated().sorted { (rank($0.element.state), $0.offset) < (rank($1.element.state), $1.offset) }
                .prefix(room).sorted { $0.offset < $1.offset }.map(\.element)[...]
        var table = Table([.init(""), .init(""), .init("", .right), .init("", canShrink: true)])
        for server in chosen { table.add(cells(server.name, server.state, at: seconds)) }
        let terminal = Terminal(isTerminal: true, width: columns, usesColour: false)
        var widths: [Int] = []
        let rows = table.text(for: terminal, widths: &widths, hasHeader: false).split(separator: "\n").map(String.init)
        return (rows + [total]).map { Sanitized.text($0).clipped(to: columns) }
    }

    private func rank(_ state: State) -> Int {
        switch state {
        case .running: 0
        case .over(let result) where result.state != .done: 1
        case .waiting: 2
        case .over: 3
        }
    }

    private func cells(_ name: String, _ state: State, at seconds: Double) -> [String] {
        switch state {
        case .waiting: [name, "waiting"]
        case .running(let since): [name, "running", "\(Int(max(seconds - since, 0))) s"]
        case .over(let result): [name, result.state.rawValue, Self.time(result), result.line]
        }
    }

    private static func time(_ result: FleetResult) -> String {
        let tenths = Int((result.seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }

    /// `3 of 12 servers are done, 1 failed, 8 running`.
    private var total: String {
        var (done, failed, running) = (0, 0, 0)
        for server in servers {
            switch server.state {
            case .waiting: break
            case .running: running += 1
            case .over(let result):
                done += 1
                if result.state != .done { failed += 1 }
            }
        }
        return "\(done) of \(servers.count.counted("servers")) over, \(failed) failed, \(running) running"
    }

    /// What became of one, where no table is drawn: `shop: done, 1.2 s: all is well`.
    package static func line(of result: FleetResult) -> String {
        let said = result.line.isEmpty ? "" : ": \(result.line)"
        return Sanitized.text("\(result.server): \(result.state.rawValue), \(time(result))\(said)")
    }
}
