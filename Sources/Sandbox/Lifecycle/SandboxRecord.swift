import Faults
import Glibc
import Model

/// What a finished start writes down, so that a later `status` or `env` can tell it: lines of `name value`, mode 0600.
struct SandboxRecord {
    private var values: [String: String]

    private static func path(_ directory: String) -> String { "\(directory)/instance" }

    init(_ instance: SandboxInstance) {
        values = [
            "directory": instance.directory, "release": instance.release.rawValue, "size": instance.size.rawValue,
            "database_name": instance.databaseName, "database_user": instance.databaseUser,
            "database_password": instance.databasePassword, "redis_password": instance.redisPassword,
            "media_root": instance.mediaRoot, "local_domain": instance.localDomain, "rows": "\(instance.rows)",
            "files": "\(instance.files)", "bytes": "\(instance.bytes)",
        ]
        if let bucket = instance.bucket {
            values["bucket_endpoint"] = bucket.endpoint
            values["bucket_name"] = bucket.name
            values["bucket_region"] = bucket.region
            values["bucket_access_key"] = bucket.accessKey
            values["bucket_secret_key"] = bucket.secretKey
        }
    }

    /// Nil when no start was finished in that directory.
    init?(in directory: String) {
        guard let text = File.read(Self.path(directory)) else { return nil }
        values = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            if words.count == 2 { values[String(words[0])] = String(words[1]) }
        }
    }

    /// Written at once or not at all.
    func write() throws {
        let path = Self.path(values["directory"] ?? "")
        let text = values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
        try File.write(text, to: path + ".new")
        guard rename(path + ".new", path) == 0 else { throw DirectoryPlanter.fault("write", path) }
    }

    func instance(databasePort: Int, redisPort: Int) -> SandboxInstance? {
        guard let directory = values["directory"],
            let release = values["release"].flatMap(MastodonRelease.init(rawValue:)),
            let size = values["size"].flatMap(Population.Size.init(rawValue:))
        else { return nil }
        func word(_ name: String) -> String { values[name] ?? "" }
        var instance = SandboxInstance(
            directory: directory, release: release, size: size, databasePort: databasePort,
            databaseName: word("database_name"), databaseUser: word("database_user"),
            databasePassword: word("database_password"), redisPort: redisPort, redisPassword: word("redis_password"),
            mediaRoot: word("media_root"), localDomain: word("local_domain"))
        instance.rows = Int(word("rows")) ?? 0
        instance.files = Int(word("files")) ?? 0
        instance.bytes = Int(word("bytes")) ?? 0
        if let endpoint = values["bucket_endpoint"] {
            instance.bucket = SandboxInstance.Bucket(
                endpoint: endpoint, name: word("bucket_name"), region: word("bucket_region"),
                accessKey: word("bucket_access_key"), secretKey: word("bucket_secret_key"))
        }
        return instance
    }
}
