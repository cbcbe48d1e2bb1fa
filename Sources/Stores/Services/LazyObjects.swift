/// The object store of an instance, opened when it is first asked something.
package actor LazyObjects {
    /// `filesystem`, `s3`, `swift`, `azure`.
    package nonisolated let kind: String
    /// The media root, or the bucket's address.
    package nonisolated let place: String
    private let make: @Sendable () throws -> any ObjectStore
    private var opened: (any ObjectStore)?

    package init(kind: String, place: String, _ make: @escaping @Sendable () throws -> any ObjectStore) {
        self.kind = kind
        self.place = place
        self.make = make
    }

    /// - Throws: the store's own error, `Fault(.configuration)` for a kind that cannot be reached.
    package func store() throws -> any ObjectStore {
        if let opened { return opened }
        let store = try make()
        opened = store
        return store
    }

    package func close() async {
        await opened?.close()
        opened = nil
    }
}
