import Faults

/// Buckets besides the server's own, each a section `[bucket.NAME]` of the profile with the settings of `[s3]`.
struct OtherBuckets: Sendable {
    /// By name.
    var settings: [String: S3Settings] = [:]
    /// What is to be masked wherever it stands.
    var secrets: [String] = []
    var warnings: [String] = []

    init() {}

    /// - Throws: `Fault(.configuration)` for a section without a bucket, or a file of variables that cannot be read.
    init(_ profile: Profile?, environment: [String: String], files: any FileReader) throws {
        guard let profile else { return }
        let keys = profile.values.keys.compactMap { BucketKey($0) }
        for name in Set(keys.map(\.bucket)).sorted() {
            var own = profile
            own.values = ["s3.enabled": "true"]
            for key in keys where key.bucket == name { own.values[key.setting] = profile.values[key.text] }
            let file = try own.values.removeValue(forKey: BucketKey.envFile).map {
                try variables(files.absolute($0), environment: environment, files: files)
            }
            // Nothing of the server's own bucket: neither its env file nor this process's environment.
            let resolver = Resolver(overrides: [], environment: [:], profile: own, envFile: file)
            guard resolver.filled("s3.bucket") != nil else {
                throw Fault(
                    .configuration, "[bucket.\(name)] in \(profile.path) names no bucket", help: "set bucket in it")
            }
            guard case .s3(var bucket) = try StorageReading(resolver: resolver, root: nil).settings() else { continue }
            bucket.origin = .profile(path: profile.path, key: "bucket.\(name).bucket")
            settings[name] = bucket
            secrets += [bucket.accessKeyID, bucket.secretAccessKey].compactMap { $0?.reveal() }
            warnings += resolver.warnings
        }
    }

    /// These, and those of another file that have other names.
    func merging(_ others: OtherBuckets) -> OtherBuckets {
        var all = self
        all.settings.merge(others.settings) { mine, _ in mine }
        all.secrets += others.secrets
        all.warnings += others.warnings
        return all
    }

    private mutating func variables(
        _ path: String, environment: [String: String], files: any FileReader
    ) throws -> EnvFile {
        let content = try files.content(of: path, as: "the file of env_file")
        if content.mode & 0o077 != 0 {
            warnings.append("\(path) can be read by others (mode \(String(content.mode, radix: 8)))")
        }
        return try EnvFile(path: path, content: content, dialect: .dotenv, environment: environment)
    }
}

/// A key of a profile such as `bucket.cold.endpoint`.
struct BucketKey {
    var text: String
    /// `cold`.
    var bucket: String
    /// `s3.endpoint`.
    var setting: String

    static let prefix = "bucket."
    /// A file of variables, as an env file has them.
    static let envFile = "s3.env_file"

    /// Nil for a key of something else.
    init?(_ key: String) {
        let parts = key.split(separator: ".", omittingEmptySubsequences: false)
        guard key.hasPrefix(Self.prefix), parts.count == 3, !parts[1].isEmpty else { return nil }
        text = key
        bucket = String(parts[1])
        setting = "s3.\(parts[2])"
        guard
            setting == Self.envFile || Setting.secretFileKeys.contains(setting)
                || Setting.byKey[setting] != nil && setting != "s3.enabled"
        else { return nil }
    }

    /// The keys of secrets whose files are named, each with the key that names it.
    static func secretFiles(among keys: some Sequence<String>) -> [(key: String, fileKey: String)] {
        keys.compactMap { key in
            guard let known = BucketKey(key), Setting.secretFileKeys.contains(known.setting) else { return nil }
            return (String(key.dropLast("_file".count)), key)
        }
    }
}
