import Model

/// The server's rendered copies in Redis.
package struct CacheStore<Mode: Access>: Sendable {
    package init() {}
}

extension CacheStore where Mode == ReadWrite {
    package func forget(statuses: [Int64]) async {}
}
