import Configuration
// Both modules have settings of this name; the bare one is the configured one.
import struct Configuration.S3Settings
import Faults
import S3
import Stores

/// The storages that a configuration knows: the server's own, folders, and buckets of sections `[bucket.NAME]`.
package struct StoragePlaces {
    private let configuration: Configuration

    package init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    /// Two of them; nil is the server's own.
    ///
    /// - Throws: `Fault(.usage)` for one storage given twice; what `named` throws.
    package func pair(from source: StorageForm?, to target: StorageForm?) throws -> StoragePair {
        try StoragePair(from: named(source), to: named(target))
    }

    /// The storage that the server uses.
    ///
    /// - Throws: `Fault(.configuration)` for one that cannot be reached.
    package func own() throws -> StoragePlace {
        switch configuration.storage {
        case .filesystem(let root, _):
            if configuration.via != nil {
                throw Fault(
                    .configuration, "the media lie in \(root) of another machine",
                    help: "run the command there, or through a profile with via = \"ssh-exec://…\"")
            }
            return folder(root, isServers: true)
        case .s3(let bucket):
            let name = configuration.buckets.first { $0.value.place == bucket.place }?.key
            return try place(bucket, form: "s3:\(name ?? bucket.bucket)", isServers: true)
        case .swift, .azure:
            throw Fault(
                .configuration, "media lie in \(configuration.storage.kind), which mastoctl cannot reach",
                help: "use the provider's S3 gateway, or a file system mount of the container")
        }
    }

    /// The storage of such a form: `fs:PATH` or `s3:NAME`; nil is the server's own.
    ///
    /// - Throws: `Fault(.configuration)` for a bucket that no section names.
    package func named(_ form: StorageForm?) throws -> StoragePlace {
        switch form {
        case nil: return try own()
        case .folder(let path):
            let path = SystemFileReader().absolute(path)
            if case .filesystem(let root, _) = configuration.storage, root == path { return try own() }
            return folder(path, isServers: false)
        case .bucket(let name):
            guard let bucket = configuration.buckets[name] else {
                let known = configuration.buckets.keys.sorted()
                throw Fault(
                    .configuration, "no bucket is called \(name)",
                    notes: known.isEmpty ? [] : ["there is \(known.joined(separator: ", "))"],
                    help: "name it in a section [bucket.\(name)] of the profile, with the settings of [s3]")
            }
            if case .s3(let own) = configuration.storage, own.place == bucket.place,
                own.keyPrefix == bucket.keyPrefix
            {
                return try self.own()
            }
            return try place(bucket, form: "s3:\(name)", isServers: false)
        }
    }

    /// A bucket for a hand-over, and what lies below `media/` in it; nothing of it is public, whatever its section says.
    ///
    /// - Throws: `Fault(.usage)` for the one that the server stores its media in; as `named`.
    package func handover(_ name: String) throws -> (files: StoragePlace, media: StoragePlace) {
        let place = try named(.bucket(name))
        guard !place.isServers, let bucket = configuration.buckets[name] else {
            throw Fault(.usage, "\(place.form) is the server's own storage", help: "name another bucket")
        }
        var settings = try S3.S3Settings(bucket)
        settings.permission = "private"
        let secret = settings
        let prefix = bucket.keyPrefix ?? ""
        func part(_ prefix: String, _ place: String) -> StoragePlace {
            StoragePlace(form: "s3:\(name)", place: place, isServers: false, variables: []) { _ in
                BucketObjectStore(secret, keyPrefix: prefix)
            }
        }
        return (part(prefix, place.place), part("\(prefix)/media", "\(place.place)/media"))
    }

    private func folder(_ path: String, isServers: Bool) -> StoragePlace {
        StoragePlace(
            folder: path, isServers: isServers, variables: ["S3_ENABLED=false", "PAPERCLIP_ROOT_PATH=\(path)"])
    }

    private func place(_ bucket: S3Settings, form: String, isServers: Bool) throws -> StoragePlace {
        let settings = try S3.S3Settings(bucket)
        let prefix = bucket.keyPrefix ?? ""
        return StoragePlace(
            form: form, place: bucket.place + (prefix.isEmpty ? "" : "/\(prefix)"), isServers: isServers,
            variables: bucket.variables
        ) { _ in BucketObjectStore(settings, keyPrefix: prefix) }
    }
}

/// `fs:/srv/media`, `s3:cold`.
package enum StorageForm: Sendable, Equatable {
    case folder(String)
    /// By the name of its section.
    case bucket(String)

    package init?(_ text: String) {
        if text.hasPrefix("fs:"), text.utf8.count > 3 {
            self = .folder(String(text.dropFirst(3)))
        } else if text.hasPrefix("s3:"), text.utf8.count > 3, !text.contains("/") {
            self = .bucket(String(text.dropFirst(3)))
        } else {
            return nil
        }
    }
}

extension S3Settings {
    /// The lines of an env file that say this bucket, without its secrets.
    fileprivate var variables: [String] {
        var lines = ["S3_ENABLED=true", "S3_BUCKET=\(bucket)", "S3_REGION=\(region)"]
        lines.append("S3_PROTOCOL=\(scheme)")
        lines.append("S3_HOSTNAME=\(hostname)")
        if let endpoint {
            lines.append("S3_ENDPOINT=\(Address(endpoint))")
            if !usesPathStyle { lines.append("S3_OVERRIDE_PATH_STYLE=true") }
        }
        if let aliasHost { lines.append("S3_ALIAS_HOST=\(aliasHost)") }
        if let publicPrefix { lines.append("S3_KEY_PREFIX=\(publicPrefix)") }
        if permission != "public-read" { lines.append("S3_PERMISSION=\(permission ?? "")") }
        if let storageClass { lines.append("S3_STORAGE_CLASS=\(storageClass)") }
        return lines + ["AWS_ACCESS_KEY_ID=… and AWS_SECRET_ACCESS_KEY=…, as in \(origin)"]
    }
}
