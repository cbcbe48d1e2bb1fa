import Model

extension ObjectStore {
    /// The objects of those keys that are there, in any order; at most `width` are asked for at the same time.
    package func find(_ keys: [ObjectKey], width: Int = 16) async throws -> [StoredObject] {
        try await withThrowingTaskGroup(of: StoredObject?.self) { group in
            var found: [StoredObject] = []
            var rest = keys[...]
            for key in rest.prefix(width) { group.addTask { try await self.find(key) } }
            rest = rest.dropFirst(width)
            while let object = try await group.next() {
                if let object { found.append(object) }
                if let key = rest.popFirst() { group.addTask { try await self.find(key) } }
            }
            return found
        }
    }

    package func existing(of keys: [ObjectKey]) async throws -> Set<ObjectKey> {
        Set(try await find(keys).map(\.key))
    }

    /// As `existing(of:)`, by listing the ranges the keys lie in: where a page of a listing tells of many of them it
    /// costs far less than a request a key. Where pages tell of few, the keys are asked for one by one again.
    ///
    /// - Parameter worthwhile: how many keys a page must tell of; about what a page costs in single requests.
    package func existingByListing(of keys: [ObjectKey], worthwhile: Int = 12) async throws -> Set<ObjectKey> {
        var found: Set<ObjectKey> = []
        var rest = Set(keys).sorted()[...]
        while let first = rest.first {
            let page = try await firstPage(from: first)
            // A short page need not be the last one; only none at all says that nothing follows.
            let last = page.last?.key
            let told = rest.prefix { key in last.map { key <= $0 } ?? true }
            found.formUnion(Set(told).intersection(page.map(\.key)))
            rest = rest.dropFirst(told.count)
            if told.count >= worthwhile || rest.isEmpty { continue }
            let alone = Array(rest.prefix(64))
            found.formUnion(try await find(alone).map(\.key))
            rest = rest.dropFirst(alone.count)
        }
        return found
    }

    /// The page that begins with this key, or would.
    private func firstPage(from key: ObjectKey) async throws -> [StoredObject] {
        // Below its own folder no other key sorts before it but those of the same folder.
        let folder = key.text.lastIndex(of: "/").map { String(key.text[..<$0]) }
        var page: [StoredObject] = []
        for try await part in list(prefix: "", after: folder.map { ObjectKey($0) }) {
            page = part
            break
        }
        return page
    }
}
