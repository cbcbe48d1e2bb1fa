import Model

/// What reading copies has shown.
package struct CopyComparison: Sendable {
    /// How many are what their tags say.
    package var fitting = 0
    /// They are not what the source still has.
    package var altered: [ObjectKey] = []
    /// They are not what their tags say, and the source has them no more. Of a bucket that encrypts, a tag says nothing.
    package var doubtful: [ObjectKey] = []

    mutating func add(_ other: CopyComparison) {
        fitting += other.fitting
        altered += other.altered
        doubtful += other.doubtful
    }
}

extension ObjectCopier {
    /// Reads copies to their end. Those that are missing or of another size are passed over.
    ///
    /// - Parameter objects: with the tags that the source told when they were copied.
    func compare(_ objects: [StoredObject]) async throws -> CopyComparison {
        try await withThrowingTaskGroup(of: CopyComparison.self) { group in
            var rest = objects[...]
            for object in rest.prefix(Self.width) { group.addTask { try await compare(object) } }
            rest = rest.dropFirst(Self.width)
            var all = CopyComparison()
            while let one = try await group.next() {
                all.add(one)
                if let object = rest.popFirst() { group.addTask { try await compare(object) } }
            }
            return all
        }
    }

    private func compare(_ object: StoredObject) async throws -> CopyComparison {
        var result = CopyComparison()
        do {
            guard let copy = try await target.find(object.key), copy.size == object.size else { return result }
            let tags = try await tags(of: copy, in: target)
            if tags.fit(object.tag) {
                result.fitting = 1
            } else if try await source.find(object.key)?.size == object.size {
                if try await self.tags(of: object, in: source) != tags { result.altered = [object.key] }
            } else if let tag = object.tag, !tag.contains("-") {
                // Pieces of another size than ours give another tag.
                result.doubtful = [object.key]
            }
        } catch is ObjectGone {}
        return result
    }
}
