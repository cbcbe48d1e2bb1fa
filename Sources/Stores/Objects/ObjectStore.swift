import Model

/// One stored object as a listing tells it.
package struct StoredObject: Sendable, Equatable {
    package var key: ObjectKey
    /// Bytes. A symbolic link counts as zero.
    package var size: Int64
    /// Seconds since 1970, UTC.
    package var modified: Double
    /// What a bucket says of its content: mostly the MD5. Nil on a file system.
    package var tag: String?

    package init(key: ObjectKey, size: Int64, modified: Double, tag: String? = nil) {
        self.key = key
        self.size = size
        self.modified = modified
        self.tag = tag
    }
}

/// Why one key could not be changed. The others of the same call were.
package struct ObjectFailure: Sendable, Equatable {
    package var key: ObjectKey
    /// Lower case, without a secret: `permission denied`, `SlowDown after 5 attempts`.
    package var reason: String
    /// True when trying again later may help (throttling, time-out), false when it will not (denied, refused name).
    package var isTransient: Bool
    /// Whether it is a symbolic link, and so none of the server's files.
    package var isLink = false

    package init(key: ObjectKey, reason: String, isTransient: Bool) {
        self.key = key
        self.reason = reason
        self.isTransient = isTransient
    }
}

/// What became of a batch of keys. A key that was not there counts as gone.
package struct ObjectOutcome: Sendable {
    package var failures: [ObjectFailure]

    package init(failures: [ObjectFailure] = []) {
        self.failures = failures
    }
}

/// Where media files live. Keys are relative to the bucket's prefix or the media root.
///
/// Implementations: `FileObjectStore` (below a directory, never following a symbolic link) and `BucketObjectStore`
/// (S3). All pass one contract suite. Errors are the drivers' own; a key's trouble is an `ObjectFailure`, never a throw.
package protocol ObjectStore: Sendable {
    /// Every object whose key starts with `prefix`, in pages of up to 1,000 in byte order of the keys, after `start`.
    ///
    /// Directories are not objects; a symbolic link is one (of size 0). A directory that cannot be read ends the
    /// listing with an error: a listing never ends early in silence.
    func list(prefix: String, after start: ObjectKey?) -> ObjectPages

    /// The object of that key, or nil when there is none.
    func find(_ key: ObjectKey) async throws -> StoredObject?

    /// Those of the keys, all of them safe, that have an object.
    func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey>

    /// The whole content. For small objects: probes and manifests.
    func read(_ key: ObjectKey) async throws -> [UInt8]?

    /// So many bytes of the content, fewer at its end; nil when there is none, or it ends before them.
    func read(_ key: ObjectKey, from offset: Int64, count: Int) async throws -> [UInt8]?

    /// Stores an object of any size: nobody sees half of it, and what an attempt that was killed has left of it is
    /// replaced or removed by the next one.
    ///
    /// - Returns: the tag of what was stored, where the store says it at once.
    func take(_ key: ObjectKey, _ content: ObjectContent, served: FileServing) async throws -> String?

    /// Copies from a store of the same service without the bytes coming here; false where that cannot be, also where
    /// the service does not let it.
    func takeNearby(_ object: StoredObject, from other: any ObjectStore, served: FileServing) async throws -> Bool

    /// What is not as it is to be served; nil when there is no object.
    func flaws(of key: ObjectKey, served: FileServing) async throws -> Set<ServingFlaw>?

    /// Has an object served as it is to be.
    func serve(_ key: ObjectKey, as served: FileServing, mending flaws: Set<ServingFlaw>) async throws -> ObjectOutcome

    /// Returns when what was stored outlives a failure of the machine's power.
    func settle() async throws

    /// Stores a small object: probes and manifests.
    func write(_ bytes: [UInt8], to key: ObjectKey) async throws

    /// Stores what the server is to serve, of a media type, for every cache to keep: its name is used for nothing else.
    func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws

    /// Deletes the objects; on a file system also the directories above that became empty, never the root.
    func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome

    /// Moves an object within the store, replacing what is at the target.
    func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome

    /// Copies an object within the store, replacing what is at the target. On a file system both are one file then,
    /// until one of them is written anew.
    func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome

    /// Sets the access the server itself would set (mode 0644, or the bucket's canned ACL).
    func publish(_ key: ObjectKey) async throws -> ObjectOutcome

    /// The bytes free for an unprivileged writer, or nil where there is no such figure (S3).
    func freeSpace() async throws -> Int64?

    /// Releases connections and descriptors.
    func close() async
}

/// What of an object is not as the server itself would have it.
package enum ServingFlaw: String, Sendable, CaseIterable, Encodable {
    /// Others may not read it, or may although it is private.
    case access
    /// No media type, or one that says nothing.
    case contentType = "content_type"
    /// Caches are not told how long they may keep it.
    case cacheControl = "cache_control"
}
