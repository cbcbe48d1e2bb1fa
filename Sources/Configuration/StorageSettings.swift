import Faults

/// Where the media lie (Mastodon's `config/initializers/paperclip.rb`: S3, then Swift, then Azure, else files).
package enum StorageSettings: Sendable, Equatable {
    case filesystem(root: String, rootURL: String)
    case s3(S3Settings)
    case swift(container: String, region: String?, objectURL: String?)
    case azure(account: String, container: String, aliasHost: String?)

    /// `filesystem`, `s3`, `swift`, `azure`.
    package var kind: String {
        switch self {
        case .filesystem: "filesystem"
        case .s3: "s3"
        case .swift: "swift"
        case .azure: "azure"
        }
    }

    /// Where the server says its media are, without a slash at the end; nil for storages this program does not change.
    ///
    /// Source: Mastodon 4.6.5 `config/initializers/paperclip.rb`, and Paperclip's `s3_alias_url` and `s3_path_url`.
    package var address: String? {
        switch self {
        case .filesystem(_, let url): return url
        case .s3(let settings):
            let place = settings.aliasHost ?? "\(settings.hostname)/\(settings.bucket)"
            return "\(settings.scheme)://\(place)" + (settings.publicPrefix.map { "/\($0)" } ?? "")
        case .swift, .azure: return nil
        }
    }
}

/// A bucket and how to talk to it.
package struct S3Settings: Sendable, Equatable {
    package var bucket: String
    package var accessKeyID: Secret?
    package var secretAccessKey: Secret?
    package var region: String
    /// `https` or `http`, of public addresses and of a service without an endpoint URL.
    package var scheme: String
    package var hostname: String
    /// URL of the service, where it is not Amazon's.
    package var endpoint: String?
    package var usesPathStyle: Bool
    package var aliasHost: String?
    /// Without a slash at the end; nil when keys have no prefix.
    package var keyPrefix: String?
    /// `S3_KEY_PREFIX` as public addresses have it; other than `keyPrefix` when the endpoint holds the bucket's name.
    package var publicPrefix: String?
    /// Canned ACL, or nil for none.
    package var permission: String?
    package var openTimeout: Duration
    package var readTimeout: Duration
    package var storageClass: String?
    package var batchDeleteLimit: Int
    package var batchDeleteRetry: Int
    package var caFile: String?
    /// Where the bucket was named, for messages.
    package var origin: Origin
}

struct StorageReading {
    var resolver: Resolver
    /// Mastodon's own directory.
    var root: String?

    func settings() throws -> StorageSettings {
        switch try kind() {
        case "s3": return .s3(try s3())
        case "swift":
            return .swift(
                container: resolver.filled("swift.container") ?? "", region: resolver.filled("swift.region"),
                objectURL: resolver.filled("swift.object_url"))
        case "azure":
            return .azure(
                account: resolver.filled("azure.account") ?? "", container: resolver.filled("azure.container") ?? "",
                aliasHost: resolver.filled("azure.alias_host"))
        default:
            return .filesystem(root: filesRoot(), rootURL: resolver.filled("storage.root_url") ?? "/system")
        }
    }

    /// The word of the highest level wins; on one level a named kind, then the first service that is enabled.
    private func kind() throws -> String {
        let named = try resolver.choice("storage.kind")
        let namedLevel = resolver.said("storage.kind")?.origin.level ?? -1
        for service in ["s3", "swift", "azure"] where try resolver.boolean("\(service).enabled") {
            let level = resolver.said("\(service).enabled")?.origin.level ?? -1
            if level > namedLevel { return service }
        }
        return named ?? "filesystem"
    }

    private func filesRoot() -> String {
        let path = resolver.filled("storage.root") ?? ":rails_root/public/system"
        var result = path
        if let mark = path.firstRange(of: ":rails_root") { result.replaceSubrange(mark, with: root ?? "") }
        while result.count > 1 && result.hasSuffix("/") { result.removeLast() }
        return result.hasPrefix("/") ? result : joined(root ?? "", result)
    }

    private func s3() throws -> S3Settings {
        guard let bucket = resolver.filled("s3.bucket") else {
            throw Fault(
                .configuration, "media lie in S3, but no bucket is named",
                notes: (resolver.said("s3.enabled") ?? resolver.said("storage.kind")).map { ["said by \($0.origin)"] }
                    ?? [],
                help: "set S3_BUCKET")
        }
        let region = resolver.filled("s3.region") ?? "us-east-1"
        var endpoint = resolver.filled("s3.endpoint")
        let overridesPathStyle = try resolver.boolean("s3.override_path_style")
        var prefix = resolver.filled("s3.key_prefix")
        while let text = prefix, text.hasSuffix("/") { prefix = String(text.dropLast()) }
        let publicPrefix = prefix.flatMap { $0.isEmpty ? nil : $0 }
        if let given = endpoint,
            let shorter = Self.endpoint(given, without: bucket, isHostStyle: overridesPathStyle)
        {
            // The server puts the bucket's name behind an endpoint that has it already: its keys begin with it.
            endpoint = shorter
            prefix = [bucket, publicPrefix].compactMap(\.self).joined(separator: "/")
            resolver.warnings.append(
                "\(resolver.said("s3.endpoint")?.origin ?? .standard) holds the bucket's name; the server then keeps "
                    + "everything below \(bucket)/ in it, and so do we")
        }
        return S3Settings(
            bucket: bucket, accessKeyID: resolver.secret("s3.access_key_id"),
            secretAccessKey: resolver.secret("s3.secret_access_key"), region: region,
            scheme: try resolver.choice("s3.protocol") ?? "https",
            hostname: resolver.filled("s3.hostname") ?? "s3-\(region).amazonaws.com", endpoint: endpoint,
            usesPathStyle: endpoint != nil && !overridesPathStyle,
            aliasHost: resolver.filled("s3.alias_host"), keyPrefix: prefix.flatMap { $0.isEmpty ? nil : $0 },
            publicPrefix: publicPrefix,
            permission: resolver.filled("s3.permission"),
            openTimeout: .seconds(try resolver.integer("s3.open_timeout") ?? 5),
            readTimeout: .seconds(try resolver.integer("s3.read_timeout") ?? 5),
            storageClass: resolver.filled("s3.storage_class"),
            batchDeleteLimit: min(max(try resolver.integer("s3.batch_delete_limit") ?? 1_000, 1), 1_000),
            batchDeleteRetry: try resolver.integer("s3.batch_delete_retry") ?? 3,
            caFile: resolver.filled("s3.ca_file"),
            origin: resolver.said("s3.bucket")?.origin ?? .standard)
    }

    /// An endpoint without the bucket's name, when that is its host's first label or all of its path; nil otherwise.
    ///
    /// `https://files.fra1.example` and `https://account.r2.example/files`, as providers show them for one bucket. The
    /// requests for objects stay the very same, while the whole bucket can be listed and deleted from.
    private static func endpoint(_ text: String, without bucket: String, isHostStyle: Bool) -> String? {
        guard let mark = text.firstRange(of: "://") else { return nil }
        let rest = text[mark.upperBound...]
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let (host, path) = (rest[..<slash], rest[slash...].split(separator: "/"))
        if path.count == 1, path[0] == bucket { return String(text[..<mark.upperBound] + host) }
        let first = "\(bucket)."
        // With the name in the host a second time it is another bucket's.
        guard path.isEmpty, !isHostStyle, host.hasPrefix(first), host.dropFirst(first.count).contains(".") else {
            return nil
        }
        return String(text[..<mark.upperBound] + host.dropFirst(first.count))
    }
}
