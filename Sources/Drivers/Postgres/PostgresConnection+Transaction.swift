/// How much of other sessions' work a transaction sees.
package enum Isolation: String, Sendable {
    case readCommitted = "read committed"
    case repeatableRead = "repeatable read"
    case serializable
}

extension PostgresConnection {
    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws or the task is cancelled.
    /// - Throws: what `body` threw; `transactionAborted` when it swallowed a statement's error.
    @discardableResult
    package func transaction<Result: Sendable>(
        readOnly: Bool = false, isolation: Isolation = .readCommitted,
        _ body: @Sendable (isolated PostgresConnection) async throws -> Result
    ) async throws -> Result {
        guard !isInTransactionBody else {
            throw PostgresError(.connectionBusy, "the connection is in a transaction already")
        }
        isInTransactionBody = true
        defer { isInTransactionBody = false }
        do {
            // One text, and so one round trip.
            try await script(
                Script(
                    trusted: "begin isolation level \(isolation.rawValue) \(readOnly ? "read only" : "read write")"
                        + bounds))
            let result = try await body(self)
            try await execute("commit")
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Not cancellable: a cancelled task has to leave the connection clean too.
    func rollBack() {
        if let cursor { finish(cursor) }
        guard let link, !link.isBroken, link.isInTransaction else { return }
        do {
            _ = try link.perform("rollback") { _ in }
        } catch {
            // A session that cannot roll back is of no use to anybody.
            close()
        }
    }

    /// Leaves nothing behind for the next user of the connection. False when it is of no more use.
    func recycle() -> Bool {
        rollBack()
        return isOpen
    }
}

extension ConnectionSettings {
    /// Set for one transaction each: `; set local lock_timeout = 2000`.
    var transactionBounds: String {
        [("lock_timeout", lockTimeout), ("idle_in_transaction_session_timeout", idleTransactionTimeout)]
            .map { name, bound in bound.map { "; set local \(name) = \($0.wholeMilliseconds)" } ?? "" }
            .joined()
    }
}

extension Duration {
    fileprivate var wholeMilliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
