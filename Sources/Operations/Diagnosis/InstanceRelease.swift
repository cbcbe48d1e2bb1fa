import Stores

/// Which release an instance runs.
package struct InstanceRelease: Encodable, Sendable {
    /// `Mastodon 4.6`, `newer than Mastodon 4.6`.
    package var release: String
    package var schemaVersion: String
    package var domain: String?

    package init(release: String, schemaVersion: String, domain: String?) {
        self.release = release
        self.schemaVersion = schemaVersion
        self.domain = domain
    }

    /// Reads it off the database.
    package static func read(by services: Services) async throws -> InstanceRelease {
        let schema = try await services.primary.schema()
        return InstanceRelease(
            release: schema.releaseInWords, schemaVersion: schema.version, domain: services.localDomain)
    }
}
