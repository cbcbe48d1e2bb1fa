/// A walk in pages.
///
/// Unlike an `AsyncThrowingStream` it throws `CancellationError` when its task is cancelled: a listing that simply ended
/// would look complete, and who compares it with the rows would take every key behind the cut for missing.
package struct Pages<Page: Sendable>: AsyncSequence, Sendable {
    package typealias Source = () async throws -> Page?

    private let start: @Sendable () -> Source

    /// `start` begins a walk and answers the function that gives its next page, nil at the end.
    package init(_ start: @escaping @Sendable () -> Source) {
        self.start = start
    }

    package func makeAsyncIterator() -> Iterator { Iterator(source: start()) }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let source: Source

        package mutating func next() async throws -> Page? {
            try Task.checkCancellation()
            return try await source()
        }
    }
}

/// A listing: pages of stored objects, each up to 1,000, in byte order of the keys.
package typealias ObjectPages = Pages<[StoredObject]>

extension ObjectPages {
    /// The same objects in larger pages, so that one query serves more keys.
    package func joined(by count: Int = 5) -> ObjectPages {
        ObjectPages {
            var pages = makeAsyncIterator()
            return {
                var all: [StoredObject]?
                for _ in 0..<count {
                    guard let page = try await pages.next() else { break }
                    all = (all ?? []) + page
                }
                return all
            }
        }
    }
}
