import Console
import Operations
import Presentation
import Synchronization

/// Shows how far the servers of a fleet are: a table that is drawn again on a terminal, a line for each as it ends
/// where there is none.
final class FleetShow: Sendable {
    private let block: LiveBlock
    private let board: Mutex<FleetBoard>
    private let start = ContinuousClock.now

    init(_ servers: [String], output: Output, choice: StatusLine.Choice) {
        block = LiveBlock(output: output, choice: choice)
        board = Mutex(FleetBoard(servers))
    }

    func begin(_ server: String) {
        board.withLock { $0.begin(server, at: seconds) }
        draw()
    }

    func end(_ result: FleetResult) {
        board.withLock { $0.end(result) }
        block.say(FleetBoard.line(of: result))
        draw()
    }

    /// Draws again every second, since those that run are told with their time, until the task is cancelled.
    func tick() async {
        while (try? await Task.sleep(for: .seconds(1))) != nil { draw() }
    }

    func finish() { block.finish() }

    private var seconds: Double { Double((ContinuousClock.now - start).components.seconds) }

    private func draw() {
        block.draw { columns, lines in board.withLock { $0.lines(columns: columns, lines: lines, at: seconds) } }
    }
}
