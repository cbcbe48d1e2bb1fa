import Model

extension Site where Mode == ReadWrite {
    /// Deletes the avatars and headers of some remote accounts, rows first.
    package func deletePictures(of ids: [Int64]) async throws -> FilesGone {
        let pictures = AccountPictures(instance.schema)
        return try await changeWithFiles { ((), try await pictures.clear(ids, over: $0), Aftermath()) }.1
    }
}
