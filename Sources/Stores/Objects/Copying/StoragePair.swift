import Faults
import Model

/// Two storages: one that has the media, and one that is to have them.
package struct StoragePair: Sendable {
    package let source: StoragePlace
    package let target: StoragePlace

    /// - Throws: `Fault(.usage)` for one storage given twice.
    package init(from source: StoragePlace, to target: StoragePlace) throws {
        guard source.place != target.place else {
            throw Fault(.usage, "\(source.form) and \(target.form) are the same storage", help: "name another one")
        }
        self.source = source
        self.target = target
    }

    /// What the source has below a prefix, held against what the target has. Neither storage waits for the other, nor for
    /// what is done with a page.
    ///
    /// - Parameter sieve: leaves of each page what counts.
    /// - Throws: `Fault(.noSuch)` when the source is a folder that is not there.
    package func compared(
        below prefix: String, _ sieve: @escaping @Sendable ([StoredObject]) async throws -> [StoredObject] = { $0 }
    ) async throws -> Pages<ComparedPage> {
        let other = try await target.store()
        return try await listed(below: prefix).ahead(sieve).compared(with: other?.list(prefix: prefix, after: nil))
    }

    /// Everything the source has below a prefix.
    package func listed(below prefix: String) async throws -> ObjectPages {
        guard let source = try await source.store() else {
            throw Fault(.noSuch, "there is no folder \(source.place)")
        }
        return source.list(prefix: prefix, after: nil)
    }

    /// Copies objects into the target and makes sure of each.
    package func copy(_ objects: [StoredObject], at site: Site<ReadWrite>) async throws -> ObjectCopier.Result {
        try await copier(at: site).copy(objects)
    }

    /// Removes objects from the source that the target has, byte for byte; what it has not is copied first.
    ///
    /// - Returns: `proven` are those that are removed.
    package func remove(_ objects: [StoredObject], at site: Site<ReadWrite>) async throws -> ObjectCopier.Result {
        var result = try await copier(at: site).prove(objects)
        guard !result.proven.isEmpty else { return result }
        // Before the only other copy goes.
        try await target.store(at: site).settle()
        let outcome = try await source.store(at: site).delete(result.proven.map(\.key))
        let kept = Set(outcome.failures.map(\.key))
        result.proven.removeAll { kept.contains($0.key) }
        result.failures += outcome.failures
        return result
    }

    private func copier(at site: Site<ReadWrite>) async throws -> ObjectCopier {
        guard let source = try await source.store() else {
            throw Fault(.noSuch, "there is no folder \(source.place)")
        }
        return ObjectCopier(from: source, to: try await target.store(at: site))
    }
}

extension StoragePair {
    /// Reads some files of the source and asks for each at the target, eight at a time, as a copy would.
    ///
    /// - Returns: nil where there is nothing.
    package func sampled(
        below prefixes: [String]
    ) async throws -> (objects: Int, bytes: Int64, seconds: (asking: Double, reading: Double))? {
        guard let source = try await source.store() else { return nil }
        let target = try await target.store()
        for prefix in prefixes {
            for try await page in source.list(prefix: prefix, after: nil) {
                let some = page.filter(\.key.isSafe).prefix(32)
                let start = ContinuousClock.now
                let bytes = await withTaskGroup(of: Int64.self) { group in
                    for object in some {
                        group.addTask {
                            let count = Int(min(object.size, 1 << 20))
                            return Int64((try? await source.read(object.key, from: 0, count: count))??.count ?? 0)
                        }
                    }
                    return await group.reduce(0, +)
                }
                let middle = ContinuousClock.now
                if let target { _ = try await target.find(some.map(\.key), width: 8) }
                let asking = (ContinuousClock.now - middle).inSeconds
                return (some.count, bytes, (asking, (middle - start).inSeconds))
            }
        }
        return nil
    }
}
