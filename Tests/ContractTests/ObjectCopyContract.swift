import Model
import S3
import Stores
import Support
import Testing

/// What a copy from any store into any other promises.
@Suite(.timeLimit(.minutes(5))) struct ObjectCopyContract {
    private static let pairs = Kind.available.flatMap { one in Kind.available.map { (one, $0) } }

    private func objects(_ store: any ObjectStore) async throws -> [StoredObject] {
        var all: [StoredObject] = []
        for try await page in store.list(prefix: "", after: nil) { all += page }
        return all
    }

    @Test(arguments: pairs)
    func `copies have the content, of awkward names and of every size`(pair: (Kind, Kind)) async throws {
        let (source, one) = try await pair.0.open()
        let (target, other) = try await pair.1.open()
        defer { withExtendedLifetime((one, other)) {} }
        let piece = ObjectContent.pieceSize
        var contents = ObjectStoreContract.awkward.enumerated().reduce(into: [:]) { contents, item in
            contents[item.element] = [UInt8](repeating: UInt8(item.offset), count: item.offset)
        }
        for (number, size) in [piece, piece + 1, 2 * piece + 5].enumerated() {
            contents[ObjectKey("large/\(number)")] = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
        }
        for (key, bytes) in contents { try await source.write(bytes, to: key) }
        let result = try await ObjectCopier(from: source, to: target).copy(objects(source))
        #expect(result.failures.isEmpty && result.copied == contents.count, "\(result.failures)")
        for (key, bytes) in contents { #expect(try await target.read(key) == bytes, "\(key)") }
        #expect(try await objects(target).map(\.key) == contents.keys.sorted())

        // One whose copy is of another content, and one that has none.
        let (harmed, gone) = (ObjectKey("large/1"), ObjectKey("large/2"))
        try await target.write([UInt8](repeating: 0, count: piece + 1), to: harmed)
        _ = try await target.delete([gone])
        let pages = source.list(prefix: "", after: nil).compared(with: target.list(prefix: "", after: nil))
        var found: [ObjectKey] = []
        for try await page in pages { found += page.missing.map(\.key) }
        #expect(found == [gone])
        let proven = try await ObjectCopier(from: source, to: target).prove(objects(source))
        #expect(proven.copied == 2 && proven.proven.count == contents.count, "\(proven.failures)")
        #expect(try await target.read(harmed) == contents[harmed])
        await source.close()
        await target.close()
    }

    @Test(arguments: pairs)
    func `what went away meanwhile is no failure`(pair: (Kind, Kind)) async throws {
        let (source, one) = try await pair.0.open()
        let (target, other) = try await pair.1.open()
        defer { withExtendedLifetime((one, other)) {} }
        try await source.write([1, 2, 3], to: ObjectKey("a/b"))
        let listed = try await objects(source)
        _ = try await source.delete([ObjectKey("a/b")])
        let result = try await ObjectCopier(from: source, to: target).copy(listed)
        #expect(result.failures.isEmpty && result.vanished == 1 && result.copied == 0)
        #expect(try await target.find(ObjectKey("a/b")) == nil)
    }

    @Test(.enabled(if: SharedS3.isAvailable))
    func `an upload that broke off leaves no object, and its parts go with the next one`() async throws {
        let direct = try await SharedS3.bucket()
        let proxy = FaultProxy(upstream: try await SharedS3.port())
        var settings = direct
        settings.endpoint = "http://127.0.0.1:\(proxy.port)"
        settings.retry.attempts = 1
        let broken = S3Client(settings)
        // Neither put together nor taken back, as when the process is killed.
        proxy.fail(.refuse, times: .max) { $0.method == "DELETE" }
        let part = [UInt8](repeating: 1, count: 5 << 20)
        struct Break: Error {}
        await #expect(throws: Break.self) {
            var number = 0
            try await broken.upload("key", served: S3Served()) {
                number += 1
                if number > 1 { throw Break() }
                return part
            }
        }
        broken.close()
        let client = S3Client(direct)
        defer { client.close() }
        #expect(try await client.head("key") == nil)
        #expect(try await client.uploads(of: "key").count == 1)
        var parts = [part, [2, 3]][...]
        try await client.upload("key", served: S3Served()) { parts.popFirst() }
        #expect(try await client.uploads(of: "key") == [])
        #expect(try await client.get("key") == part + [2, 3])
    }
}
