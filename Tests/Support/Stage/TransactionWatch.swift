import Postgres
import Synchronization

/// What was seen of the transactions of the binary's sessions while something was done.
package struct TransactionWatch: Sendable {
    /// How many looks found one.
    package var sightings = 0
    /// What the first one was at that stayed open for longer than five seconds, in the time of an idle machine.
    package var tooLong: String?
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
            var open: (transaction: String, patience: Patience)?
            while !isOver.isUp {
                let oldest = try await connection.first(
                    """
                    select pid || ' since ' || xact_start, query
                    from pg_stat_activity
                    where datname = current_database()
                        and application_name like 'mastoctl %'
                        and state <> 'idle'
                        and xact_start is not null
                    order by xact_start
                    limit 1
                    """
                ) { (transaction: try $0.value(0, as: String.self), query: try $0.value(1, as: String.self)) }
                if oldest != nil { watch.sightings += 1 }
                if open?.transaction != oldest?.transaction {
                    open = oldest.map { ($0.transaction, Patience(.seconds(5))) }
                } else if open?.patience.isOver == true, watch.tooLong == nil {
                    watch.tooLong = oldest?.query
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
