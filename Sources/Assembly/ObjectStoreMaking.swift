import Configuration
import Faults
import Stores

/// Builds the object store a configuration names.
struct ObjectStoreMaking {
    let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// - Throws: `Fault(.configuration)` for a kind that cannot be reached, the store's own error otherwise.
    func store() throws -> any ObjectStore {
        switch configuration.storage {
        case .filesystem(let root, _):
            return try FileObjectStore(root: root)
        case .s3:
            throw Fault(.configuration, "S3 is not wired yet")
        case .swift, .azure:
            throw Fault(
                .configuration, "media lie in \(configuration.storage.kind), which mastoctl cannot reach",
                help: "use the provider's S3 gateway, or a file system mount of the container")
        }
    }
}
