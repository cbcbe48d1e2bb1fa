import Model
import Stores
import Support
import Testing

@Suite struct ExistingTests {
    let folder = TemporaryFolder()

    @Test(arguments: [1, 12, 5_000])
    func `existing objects are told alike by looking one by one and by listing`(worthwhile: Int) async throws {
        let all = (0..<2_500).map { ObjectKey("a/\($0 / 100)/x\($0)") } + [ObjectKey("z"), ObjectKey("a-b/c")]
        let made = all.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
        for key in made { folder.make(key.text) }
        folder.make("a/0/x0-more")
        let store = try FileObjectStore(root: folder.path)
        let asked = all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let expected = Set(asked).intersection(made)
        #expect(!expected.isEmpty && expected.count < asked.count)
        #expect(try await store.existing(of: asked) == expected)
        #expect(try await store.existingByListing(of: asked.shuffled(), worthwhile: worthwhile) == expected)
        #expect(try await store.existing(of: []).isEmpty)
        #expect(try await store.existingByListing(of: []).isEmpty)
        await store.close()
    }

    @Test func `a directory is no object, and a link is one`() async throws {
        folder.make("d/x")
        let store = try FileObjectStore(root: folder.path)
        #expect(
            try await store.existing(of: [ObjectKey("d"), ObjectKey("d/x"), ObjectKey("d/x/y")]) == [ObjectKey("d/x")])
        await store.close()
    }
}
