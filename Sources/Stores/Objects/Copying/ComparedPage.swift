import Model

/// A page of one listing, held against another one.
package struct ComparedPage: Sendable {
    /// Not in the other one, or there with another size.
    package var missing: [StoredObject] = []
    /// In both.
    package var present: [StoredObject] = []
}

extension ObjectPages {
    /// Goes through two listings side by side, both in byte order of the keys. Names of stored files are used for one
    /// content alone, so that no more need be asked than their size.
    ///
    /// - Parameter others: are read ahead; nil where there is nothing yet.
    package func compared(with others: ObjectPages?) -> Pages<ComparedPage> {
        Pages<ComparedPage> {
            var listed = makeAsyncIterator()
            var other = Follower(others?.readAhead)
            return {
                guard let page = try await listed.next() else { return nil }
                var result = ComparedPage()
                for object in page where !StoragePlace.isDraft(object.key) {
                    if try await other.find(object.key)?.size == object.size {
                        result.present.append(object)
                    } else {
                        result.missing.append(object)
                    }
                }
                return result
            }
        }
    }
}

/// A listing that is asked for keys in its own order.
private struct Follower {
    private var pages: ObjectPages.Iterator?
    private var page: ArraySlice<StoredObject> = []

    init(_ pages: ObjectPages?) {
        self.pages = pages?.makeAsyncIterator()
    }

    /// The object of a key behind all that were asked for before.
    mutating func find(_ key: ObjectKey) async throws -> StoredObject? {
        while true {
            while let first = page.first {
                if first.key > key { return nil }
                page.removeFirst()
                if first.key == key { return first }
            }
            guard let next = try await pages?.next() else {
                pages = nil
                return nil
            }
            page = next[...]
        }
    }
}
