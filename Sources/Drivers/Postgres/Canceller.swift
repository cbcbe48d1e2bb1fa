import CPostgres
import Threads

/// Stops the statement under way from another thread.
///
/// `PQcancel` opens a connection of its own and may take as long as the network does, so it has a thread. The statement
/// that was cancelled waits for it to return: a late one must not hit the next statement.
final class Canceller: Sendable {
    private struct State {
        var statement = 0
        var isRunning = false
        var isCancelling = false
    }

    private struct Handle: @unchecked Sendable {
        var pointer: OpaquePointer
    }

    private let handle: Handle?
    private let state = Monitor(State())

    init(_ connection: OpaquePointer) {
        handle = PQgetCancel(connection).map(Handle.init)
    }

    deinit {
        if let handle { PQfreeCancel(handle.pointer) }
    }

    /// The number of the next statement.
    func begin() -> Int {
        state.change {
            $0.statement += 1
            $0.isRunning = true
            return $0.statement
        }
    }

    func end() {
        state.wait { state -> Void? in
            guard !state.isCancelling else { return nil }
            state.isRunning = false
            return ()
        }
    }

    /// Cancels that statement if it still runs; without a number, whatever runs.
    func cancel(_ statement: Int? = nil) {
        guard let handle else { return }
        let isWanted = state.change { state in
            guard state.isRunning, !state.isCancelling else { return false }
            if let statement, state.statement != statement { return false }
            state.isCancelling = true
            return true
        }
        guard isWanted else { return }
        Thread.detach { [self] in
            var message = [CChar](repeating: 0, count: 256)
            PQcancel(handle.pointer, &message, CInt(message.count))
            state.change { $0.isCancelling = false }
        }
    }

    /// Cancels the statement that runs now and waits until the server has been told.
    func cancelNow() {
        guard let handle else { return }
        var message = [CChar](repeating: 0, count: 256)
        PQcancel(handle.pointer, &message, CInt(message.count))
    }
}
