import Configuration
import Faults
import Glibc
import Model
import Operations
import Postgres
import Stores

/// Opens the configured instance. Everything is built on first use and closed once.
package actor InstanceOpening: SiteOpening {
    private let configuration: Configuration
    private let purpose: String
    private let allowedSchema: String?
    private let primary: PostgresPool
    private var reading: PostgresPool?
    private var locks: [PostgresConnection] = []
    private var instance: Instance?
    private var objects: (any ObjectStore)?
    private var writingJournal: Journal?

    /// - Parameters:
    ///   - purpose: what this run is called in PostgreSQL's own lists: `mastoctl media remove`.
    ///   - allowedSchema: a schema version that may be written although it is unknown.
    package init(_ configuration: Configuration, purpose: String, allowedSchema: String?, concurrency: Int) {
        self.configuration = configuration
        self.purpose = purpose
        self.allowedSchema = allowedSchema
        primary = PostgresPool(
            ConnectionSettings(configuration.postgres, purpose: purpose), limit: max(2, min(concurrency, 16)))
    }
}
