import Model

/// Goes through two listings side by side, both in byte order of the keys, and tells what one has and the other has not,
/// or has with another size. Names of stored files are used for one content alone, so that no more need be asked.
package struct MissingObjects {
    /// A page of the first listing.
    package struct Page: Sendable {
        package var missing: [StoredObject] = []
        /// In both.
        package var present: [StoredObject] = []
    }

    private var listed: ObjectPages.Iterator
    private var others: ObjectPages.Iterator?
    private var ahead: ArraySlice<StoredObject> = []
    private var isOver = false

    /// - Parameter target: nil where there is nothing yet.
    package init(of source: ObjectPages, in target: ObjectPages?) {
        // Neither storage waits for the other, nor for what is done with a page.
        listed = source.readAhead.makeAsyncIterator()
        others = target?.readAhead.makeAsyncIterator()
    }

    /// Nil at the end.
    package mutating func next() async throws -> Page? {
        guard let page = try await listed.next() else { return nil }
        var result = Page()
        for object in page where !StoragePlace.isDraft(object.key) {
            if try await other(object.key)?.size == object.size {
                result.present.append(object)
            } else {
                result.missing.append(object)
            }
        }
        return result
    }

    /// The object of that key in the second listing.
    private mutating func other(_ key: ObjectKey) async throws -> StoredObject? {
        while true {
            while let first = ahead.first {
                if first.key > key { return nil }
                ahead.removeFirst()
                if first.key == key { return first }
            }
            if isOver { return nil }
            guard let page = try await others?.next() else {
                isOver = true
                return nil
            }
            ahead = page[...]
        }
    }
}
