import Postgres
import Synchronization

/// What was seen of the transactions of the binary's sessions while something was done.
package struct TransactionWatch: Sendable {
    /// How long one was open at most.
    package var longest = Duration.zero
    /// How many looks found one.
    package var sightings = 0

    /// Whether one stayed open for longer than ours may, counted in the time of an idle machine.
    package var isTooLong: Bool { longest > .seconds(5) * Patience.slowness }
}

extension Stage {
    /// Does something, and tells how long the binary's transactions were open meanwhile.
    package func watchingTransactions<Value: Sendable>(
        _ body: () async throws -> Value
    ) async throws -> (Value, TransactionWatch) {
        let isOver = Flag()
        let watcher = Task {
            let connection = try await instance.connect()
            var watch = TransactionWatch()
            while !isOver.isUp {
                let age = try await connection.first(
                    """
                    select (max(extract(epoch from clock_timestamp() - xact_start)) * 1000)::bigint
                    from pg_stat_activity
                    where datname = current_database()
                        and application_name like 'mastoctl %'
                        and state <> 'idle'
                    """
                ) { try $0.value(0, as: Int?.self) }
                if let age = age ?? nil {
                    watch.sightings += 1
                    watch.longest = max(watch.longest, .milliseconds(age))
                }
                try await Task.sleep(for: .milliseconds(50))
            }
            await connection.close()
            return watch
        }
        do {
            let value = try await body()
            isOver.raise()
            return (value, try await watcher.value)
        } catch {
            watcher.cancel()
            throw error
        }
    }

    private final class Flag: Sendable {
        private let state = Atomic(false)
        var isUp: Bool { state.load(ordering: .relaxed) }
        func raise() { state.store(true, ordering: .relaxed) }
    }
}
