extension Site where Mode == ReadWrite {
    /// Makes some remote accounts name no pictures, in one transaction; the files are still there.
    package func forgetPictures(of ids: [Int64]) async throws -> PendingFiles {
        let pictures = AccountPictures(instance.schema)
        let journal = journal
        return try await database.write { try await pictures.clear(ids, journal: journal, over: $0) }
    }
}
