import Model

extension Objects where Mode == ReadWrite {
    /// Deletes objects; what could not be deleted is in the outcome.
    package func delete(_ keys: [ObjectKey]) async throws -> ObjectOutcome {
        keys.isEmpty ? ObjectOutcome() : try await store.delete(keys)
    }

    /// Moves an object within the store.
    package func move(_ key: ObjectKey, to target: ObjectKey) async throws -> ObjectOutcome {
        try await store.move(key, to: target)
    }

    /// Sets the access the server itself would set.
    package func publish(_ key: ObjectKey) async throws -> ObjectOutcome {
        try await store.publish(key)
    }
}

extension Database where Mode == ReadWrite {
    /// Clears rows in one transaction, their files in the journal before it commits.
    package func clear(
        _ ids: [Int64], of files: CachedFiles, journal: Journal
    ) async throws -> (taken: [LockedRow], refused: [LockedRow], entry: Int?) {
        try await write { try await files.take(ids, journal: journal, over: $0) }
    }
}
