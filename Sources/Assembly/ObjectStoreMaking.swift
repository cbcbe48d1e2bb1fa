import Configuration
import Faults
import S3
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
            if configuration.via != nil { return FarObjects(place: root) }
            return try FileObjectStore(root: root)
        case .s3(let bucket):
            return BucketObjectStore(try S3.S3Settings(bucket), keyPrefix: bucket.keyPrefix ?? "")
        case .swift, .azure:
            throw Fault(
                .configuration, "media lie in \(configuration.storage.kind), which mastoctl cannot reach",
                help: "use the provider's S3 gateway, or a file system mount of the container")
        }
    }
}
