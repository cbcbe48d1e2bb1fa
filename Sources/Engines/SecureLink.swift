import Glibc
import Processes
import Synchronization

extension SecureShell {
    /// An ssh that goes on until it is closed.
    package final class Link: Sendable {
        private let input: Mutex<CInt>
        private let ending: Task<Invocation.Ending, any Error>
        private let isOver = Mutex(false)

        init(input: CInt, ending: Task<Invocation.Ending, any Error>) {
            self.input = Mutex(input)
            self.ending = ending
            Task { [weak self] in
                _ = try? await ending.value
                self?.isOver.withLock { $0 = true }
            }
        }

        /// Whether it has ended by itself.
        package var hasEnded: Bool { isOver.withLock { $0 } }

        /// Ends it and waits until it is gone. May be called twice.
        @discardableResult
        func close() async throws -> Invocation.Ending {
            hangUp()
            return try await ending.value
        }

        package func end() async { _ = try? await close() }

        private func hangUp() {
            input.withLock { input in
                if input >= 0 { Glibc.close(input) }
                input = -1
            }
        }

        deinit { hangUp() }
    }
}
