extension BackupManifest {
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("id", .string(id)), .init("domain", .string(domain)),
            .init("time", .string("\(time)")), .init("program", .string(program)), .init("engine", .string(engine)),
            .init("release", .text(release)), .init("schema_version", .string(schemaVersion)),
            .init("bytes", .integer(bytes)),
        ]
        if let database { members.append(.init("database", database.json)) }
        if let media { members.append(.init("media", media.json)) }
        if let redis {
            members.append(
                .init(
                    "redis",
                    .members([("extent", .string(redis.extent.rawValue)), ("keys", .integer(Int64(redis.keys)))])
                ))
        }
        if let secrets { members.append(.init("secrets", secrets.json)) }
        members += [
            .init("left_out", .array(leftOut.map { .string($0) })),
            .init("snapshots", .map(snapshots) { .string($0) }), .init("durations", .map(durations) { .number($0) }),
        ]
        return .object(members)
    }

    /// Nil for what is no manifest of a version this program knows.
    package init?(_ value: JSONValue) {
        guard value["schema"]?.string == Self.schema, let id = value["id"]?.string,
            let time = value["time"]?.string.flatMap({ UTCTime(parsing: $0) })
        else { return nil }
        self.init(
            id: id, domain: value["domain"]?.string ?? "", time: time, program: value["program"]?.string ?? "",
            engine: value["engine"]?.string ?? "", schemaVersion: value["schema_version"]?.string ?? "")
        release = value["release"]?.string
        database = value["database"].map(BackupDatabase.init)
        media = value["media"].map(BackupMedia.init)
        redis = value["redis"].flatMap { part in
            part["extent"]?.string.flatMap { RedisExtent(rawValue: $0) }.map {
                BackupRedis(extent: $0, keys: Int(part["keys"]?.integer ?? 0))
            }
        }
        secrets = value["secrets"].map(BackupSecrets.init)
        leftOut = value["left_out"]?.array?.compactMap(\.string) ?? []
        snapshots = value["snapshots"]?.map(\.string) ?? [:]
        durations = value["durations"]?.map(\.double) ?? [:]
    }
}

extension BackupDatabase {
    var json: JSONValue {
        let members: [(String, JSONValue)] = [
            ("server", .string(server)), ("client", .integer(Int64(client))), ("encoding", .string(encoding)),
            ("collation", .string(collation)), ("collation_version", .text(collationVersion)), ("lsn", .string(lsn)),
            ("is_replica", .boolean(isReplica)), ("migrations", .integer(Int64(migrations))),
            ("migrations_hash", .string(migrationsHash)), ("rows", .map(rows) { .integer($0) }),
            ("files", .map(files, \.json)), ("is_stream", .boolean(isStream)),
        ]
        return .members(members + (cluster.map { [("cluster", $0.json)] } ?? []))
    }

    init(_ value: JSONValue) {
        self.init(
            server: value["server"]?.string ?? "", client: Int(value["client"]?.integer ?? 0),
            encoding: value["encoding"]?.string ?? "", collation: value["collation"]?.string ?? "",
            collationVersion: value["collation_version"]?.string, lsn: value["lsn"]?.string ?? "",
            isReplica: value["is_replica"] == .boolean(true))
        migrations = Int(value["migrations"]?.integer ?? 0)
        migrationsHash = value["migrations_hash"]?.string ?? ""
        rows = value["rows"]?.map(\.integer) ?? [:]
        files = value["files"]?.map(BackupFile.init) ?? [:]
        isStream = value["is_stream"] == .boolean(true)
        cluster = value["cluster"].flatMap(BackupCluster.init)
    }
}

extension BackupFile {
    var json: JSONValue { .members([("bytes", .integer(bytes)), ("sha256", .string(sha256))]) }

    init?(_ value: JSONValue) {
        guard let bytes = value["bytes"]?.integer, let hash = value["sha256"]?.string else { return nil }
        self.init(bytes: bytes, sha256: hash)
    }
}

extension BackupMedia {
    var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("storage", .string(storage)), ("place", .string(place)), ("has_cache", .boolean(hasCache)),
            (
                "classes",
                .map(classes) { one in
                    .members([
                        ("files", .integer(one.files)), ("bytes", .integer(one.bytes)),
                        ("list_hash", .string(one.listHash)),
                    ])
                }
            ),
            ("sample", .map(sample, \.json)),
        ]
        if let mirror { members.append(("mirror", mirror.json)) }
        return .members(members)
    }

    init(_ value: JSONValue) {
        self.init(
            storage: value["storage"]?.string ?? "", place: value["place"]?.string ?? "",
            hasCache: value["has_cache"] == .boolean(true))
        classes =
            value["classes"]?.map { one in
                BackupClass(
                    files: one["files"]?.integer ?? 0, bytes: one["bytes"]?.integer ?? 0,
                    listHash: one["list_hash"]?.string ?? "")
            } ?? [:]
        sample = value["sample"]?.map(BackupFile.init) ?? [:]
        mirror = value["mirror"].flatMap(BackupMirror.init)
    }
}

extension BackupMirror {
    fileprivate var json: JSONValue {
        .members([
            ("place", .string(place)), ("files", .integer(files)), ("bytes", .integer(bytes)),
            ("list_hash", .string(listHash)),
        ])
    }

    fileprivate init?(_ value: JSONValue) {
        guard let place = value["place"]?.string else { return nil }
        self.init(
            place: place, files: value["files"]?.integer ?? 0, bytes: value["bytes"]?.integer ?? 0,
            listHash: value["list_hash"]?.string ?? "")
    }
}

extension BackupSecrets {
    var json: JSONValue {
        .members([
            ("path", .text(path)), ("salt", .string(salt)), ("fingerprints", .map(fingerprints) { .string($0) }),
            ("recipient", .text(recipient)),
        ])
    }

    init(_ value: JSONValue) {
        self.init(
            path: value["path"]?.string, salt: value["salt"]?.string ?? "",
            fingerprints: value["fingerprints"]?.map(\.string) ?? [:], recipient: value["recipient"]?.string)
    }
}

extension JSONValue {
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    static func members(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { Member($0.0, $0.1) })
    }

    /// An object whose names are sorted.
    static func map<Value>(_ values: [String: Value], _ json: (Value) -> JSONValue) -> JSONValue {
        .object(values.sorted { $0.key < $1.key }.map { Member($0.key, json($0.value)) })
    }

    /// The members of an object by name; those that cannot be read are left out.
    func map<Value>(_ read: (JSONValue) -> Value?) -> [String: Value] {
        guard case .object(let members) = self else { return [:] }
        return Dictionary(members.compactMap { member in read(member.value).map { (member.name, $0) } }) { $1 }
    }
}

extension JSONValue: Encodable {
    /// Names stay as they are; an encoder that sorts dictionaries sorts objects.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members):
            try container.encode(Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first })
        case .array(let values): try container.encode(values)
        case .null: try container.encodeNil()
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        }
    }
}
