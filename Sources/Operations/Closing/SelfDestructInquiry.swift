import Faults
import Model
import Stores

/// How far a server has come that takes leave of all others.
package struct SelfDestructState: Sendable, Encodable {
    package enum Mode: String, Sendable, Encodable {
        /// The server closes.
        case on
        case off
        /// A value is set that is not this server's, and so means nothing to it.
        case void
    }

    package var schema = "self-destruct.status/1"
    package var domain: String
    package var mode: Mode
    /// Accounts of this server whose end has been put into the queues, and those that are to come.
    package var accountsTold: Int
    package var accountsPending: Int
    /// Jobs of any kind that wait, and those that failed and will be tried again.
    package var waiting: Int
    package var retries: Int
    /// Processes that work.
    package var processes: Int

    /// Whether all that can be told has been told.
    package var isComplete: Bool { mode == .on && accountsPending == 0 && waiting == 0 && retries == 0 }
}

/// Asks how far a server has come that takes leave.
package struct SelfDestructInquiry: Question {
    private let seal: SelfDestructSeal
    private let value: String?

    /// - Parameters:
    ///   - seal: of the server's secret and domain.
    ///   - value: of `SELF_DESTRUCT`, where it is set.
    package init(_ seal: SelfDestructSeal, value: String?) {
        self.seal = seal
        self.value = value
    }

    package var domain: String { seal.domain }

    /// The value of `SELF_DESTRUCT` that closes the server.
    package var order: String { seal.value }

    private var mode: SelfDestructState.Mode {
        guard let value, !value.isEmpty else { return .off }
        return seal.fits(value) ? .on : .void
    }

    /// - Throws: `Fault(.configuration)` where the release knows no such mode; `RedisError`.
    package func answer(at site: Site<ReadOnly>) async throws -> SelfDestructState {
        let schema = site.instance.schema
        if let release = schema.base, release < .v4_3 {
            throw Fault(
                .configuration, "Mastodon \(release.rawValue) knows no SELF_DESTRUCT",
                help: "upgrade first; its own `tootctl self-destruct` works from the terminal alone")
        }
        let accounts = try await site.database.read { try await $0.farewells.accounts(on: schema) }
        let load = try await site.jobs.workload(at: .now)
        return SelfDestructState(
            domain: seal.domain, mode: mode, accountsTold: accounts.told, accountsPending: accounts.pending,
            waiting: load.queues.reduce(0) { $0 + $1.size }, retries: load.retries, processes: load.workers.count)
    }
}
