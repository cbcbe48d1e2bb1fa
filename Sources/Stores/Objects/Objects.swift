import Model

/// The stored objects of a site. Only a writing site can change them.
package struct Objects<Mode: Access>: Sendable {
    let store: any ObjectStore

    package init(_ store: any ObjectStore) {
        self.store = store
    }

    /// As `ObjectStore.list`.
    package func list(prefix: String, after start: ObjectKey?) -> ObjectPages {
        store.list(prefix: prefix, after: start)
    }

    /// As `ObjectStore.find`.
    package func find(_ key: ObjectKey) async throws -> StoredObject? { try await store.find(key) }

    /// The objects of those keys that are there, in any order.
    package func find(_ keys: [ObjectKey]) async throws -> [StoredObject] { try await store.find(keys) }

    /// Those of the keys, all of them safe, that have an object.
    package func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey> { try await store.existing(of: keys) }

    /// As `ObjectStore.read`.
    package func read(_ key: ObjectKey) async throws -> [UInt8]? { try await store.read(key) }

    /// What is not as it is to be served, of those of the objects that are there.
    package func flaws(
        of objects: [StoredObject], width: Int = 16
    ) async throws -> [(object: StoredObject, flaws: Set<ServingFlaw>)] {
        try await withThrowingTaskGroup(of: (StoredObject, Set<ServingFlaw>)?.self) { group in
            var found: [(object: StoredObject, flaws: Set<ServingFlaw>)] = []
            var rest = objects[...]
            let look = { @Sendable [store] (object: StoredObject) in
                try await store.flaws(of: object.key, served: FileServing(of: object.key)).map { (object, $0) }
            }
            for object in rest.prefix(width) { group.addTask { try await look(object) } }
            rest = rest.dropFirst(width)
            while let one = try await group.next() {
                if let one, !one.1.isEmpty { found.append(one) }
                if let object = rest.popFirst() { group.addTask { try await look(object) } }
            }
            return found.sorted { $0.object.key < $1.object.key }
        }
    }

    /// The bytes free for an unprivileged writer, or nil where there is no such figure (S3).
    package func freeSpace() async throws -> Int64? { try await store.freeSpace() }
}

extension Objects where Mode == ReadWrite {
    /// Deletes objects; what could not be deleted is in the outcome.
    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome {
        keys.isEmpty ? ObjectOutcome() : try await store.delete(keys)
    }

    /// Stores what the server is to serve, of a media type.
    package func upload(_ bytes: [UInt8], as type: String, to key: ObjectKey) async throws {
        try await store.upload(bytes, as: type, to: key)
    }

    /// Moves an object within the store.
    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        try await store.move(key, to: target)
    }

    /// Copies an object within the store.
    package func copy(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        try await store.copy(key, to: target)
    }

    /// Has an object served as the server itself would have it.
    package func serve(_ key: ObjectKey, mending flaws: Set<ServingFlaw>) async throws -> ObjectOutcome {
        try await store.serve(key, as: FileServing(of: key), mending: flaws)
    }

    /// Sets the access the server itself would set.
    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome { try await store.publish(key) }
}
