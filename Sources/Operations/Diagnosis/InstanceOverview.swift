import Model
import Stores

/// What `mastoctl instance` tells.
package struct InstanceOverview: Sendable, Encodable {
    package struct Service: Sendable, Encodable {
        package enum State: String, Sendable, Encodable {
            case up, down
        }

        package var name: String
        package var address: String
        package var state: State
        /// Of one round trip.
        package var milliseconds: Double?
        /// Its version and what is special about it, or why it does not answer.
        package var detail: String
    }

    package struct Table: Sendable, Encodable {
        package var name: String
        /// The planner's estimate; absent when the table was never analysed.
        package var rows: Int64?
        package var bytes: Int64
    }

    package struct Lane: Sendable, Encodable {
        package var name: String
        package var isAvailable: Bool
        package var reason: String
    }

    package struct Sidekiq: Sendable, Encodable {
        package struct Queue: Sendable, Encodable {
            package var name: String
            package var size: Int
        }

        package var version: String?
        package var processes: Int
        package var threads: Int
        package var queues: [Queue]
        package var scheduled: Int
        package var retries: Int
        package var dead: Int

        init(_ state: JobOverview) {
            version = state.processes.lazy.compactMap(\.version).first
            processes = state.processes.count
            threads = state.processes.reduce(0) { $0 + $1.threads }
            queues = state.queues.map { Queue(name: $0.name, size: $0.waiting) }
            (scheduled, retries, dead) = (state.scheduled, state.retries, state.dead)
        }
    }

    package var schema = "instance/1"
    package var domain: String?
    /// `Mastodon 4.6`, `between Mastodon 4.5 and 4.6`.
    package var release: String?
    package var schemaVersion: String?
    /// The name of the fork whose tables and columns these are, where it is one that is known.
    package var fork: String?
    /// What the database has beyond the release's own, in words; absent when nothing.
    package var more: String?
    package var extraTables: [String] = []
    /// As `table.column`.
    package var extraColumns: [String] = []
    package var extraMigrations: [String] = []
    package var storageKind: String
    package var storagePlace: String
    package var databaseBytes: Int64?
    /// Estimates of the most telling tables.
    package var accounts: Int64?
    package var statuses: Int64?
    package var mediaAttachments: Int64?
    /// The ten biggest.
    package var tables: [Table] = []
    package var lanes: [Lane] = []
    package var services: [Service] = []
    package var sidekiq: Sidekiq?

    init(domain: String?, storageKind: String, storagePlace: String) {
        self.domain = domain
        self.storageKind = storageKind
        self.storagePlace = storagePlace
    }

    package var isPartial: Bool { services.contains { $0.state == .down } }
}
