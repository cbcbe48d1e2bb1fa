/// A listing: pages of stored objects, each up to 1,000, in byte order of the keys.
///
/// Unlike an `AsyncThrowingStream` it throws `CancellationError` when its task is cancelled: a listing that simply ended
/// would look complete, and who compares it with the rows would take every key behind the cut for missing.
package struct ObjectPages: AsyncSequence, Sendable {
    package typealias Source = () async throws -> [StoredObject]?

    private let start: @Sendable () -> Source

    /// `start` begins a walk and answers the function that gives its next page, nil at the end.
    package init(_ start: @escaping @Sendable () -> Source) {
        self.start = start
    }

    package func makeAsyncIterator() -> Iterator { Iterator(source: start()) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let source: Source

        package mutating func next() async throws -> [StoredObject]? {
            try Task.checkCancellation()
            return try await source()
        }
    }
}
