import Faults
import Model
import Stores
import Support
import Testing

@Suite struct InventoryTests {
    let folder = TemporaryFolder()

    func read(_ text: String, keyPrefix: String = "", prefix: String = "") async throws -> [StoredObject] {
        folder.make("inventory", content: text)
        let inventory = Inventory(path: folder.path + "/inventory", keyPrefix: keyPrefix)
        _ = try inventory.check()
        var objects: [StoredObject] = []
        for try await page in inventory.pages(prefix: prefix) { objects += page }
        return objects
    }

    private let time = UTCTime(parsing: "2026-11-20T10:11:12Z")?.seconds ?? 0

    @Test func `Amazon's CSV has no header and encoded keys`() async throws {
        let objects = try await read(
            """
            "bucket","a/b%20c+d%2Be.png","12","2026-11-20T10:11:12.000Z"
            bucket,%C3%BC.png,0,2026-11-20T10:11:12Z\r

            """)
        #expect(
            objects == [
                StoredObject(key: ObjectKey("a/b c d+e.png"), size: 12, modified: time),
                StoredObject(key: ObjectKey("ü.png"), size: 0, modified: time),
            ])
    }

    @Test func `a header tells the columns, and keys are then as they are`() async throws {
        let objects = try await read(
            """
            Size,IsLatest,Key,Last Modified
            12,true,"a%20,""b"".png",2026-11-20 10:11:12
            13,false,old.png,2026-11-20 10:11:12
            14,true,c.png,
            """)
        #expect(objects.map(\.key.text) == ["a%20,\"b\".png", "c.png"])
        #expect(objects.map(\.modified) == [time, 0])
    }

    @Test(arguments: [
        #"{"Key":"a/\u00fc\ud83e\udda3\n.png","Size":12,"LastModified":"2026-11-20T10:11:12+00:00","Owner":{"ID":[1,{}]}}"#,
        #"{"key": "a/ü🦣\n.png", "size": "12", "last_modified": "2026-11-20T10:11:12Z"}"#,
        #"{"Path":"a/ü🦣\n.png","Name":"x","Size":12,"MimeType":"","ModTime":"2026-11-20T11:11:12.000000000+01:00","IsDir":false}"#,
    ])
    func `JSON lines are read in every dialect`(line: String) async throws {
        let expected = StoredObject(key: ObjectKey("a/ü🦣\n.png"), size: 12, modified: time)
        #expect(try await read(line + "\n\n" + line) == [expected, expected])
        #expect(try await read("[\n\(line),\n\(line)\n]\n") == [expected, expected])
        #expect(try await read("[\(line)]") == [expected])
    }

    @Test func `the key prefix is taken away, and keys outside of it are counted`() async throws {
        let text = "b,pre/fix/a,1,\nb,pre/fix/,1,\nb,pre/fixa,1,\nb,other,1,\nb,pre/fix/cache/b,2,\n"
        #expect(try await read(text, keyPrefix: "/pre/fix/").map(\.key.text) == ["a", "cache/b"])
        #expect(try await read(text, keyPrefix: "pre/fix", prefix: "cache/").map(\.key.text) == ["cache/b"])
        let summary = try Inventory(path: folder.path + "/inventory", keyPrefix: "pre/fix").check()
        #expect((summary.objects, summary.bytes, summary.outside) == (2, 3, 3))
    }

    @Test(arguments: [
        ("b,a,1,\nnonsense\n", 2), ("b,a,1,\nb,%zz,1,\n", 2), ("b,a,many,\n", 1), ("b,a,1,yesterday\n", 1),
        ("b,a,-1,\n", 1), ("b,\"a,1,\n", 1), ("b,,1,\n", 1), ("{\"Key\":\"a\"}\n{\"Key\":\"b\"\n", 2),
        ("{\"Size\":1}\n", 1), ("{\"Key\":\"a\"} x\n", 1), ("{\"Key\":\"\\ud800\"}\n", 1), ("key,size\na\n", 2),
        ("[\n{\"Key\":\"a\"},\nrubbish\n]\n", 3),
    ])
    func `a line that cannot be read is named by its number`(text: String, line: Int) async throws {
        let fault = await #expect(throws: Fault.self) { try await read(text) }
        #expect(fault?.kind == .badData)
        #expect(fault?.message.contains("line \(line) ") == true, "\(String(describing: fault))")
    }

    @Test func `an object that is called key is no header`() async throws {
        #expect(try await read("key,key,1,\nb,key2,2,\n").map(\.key.text) == ["key", "key2"])
    }

    @Test func `a missing file is no such thing, and an endless line is refused`() async throws {
        let fault = #expect(throws: Fault.self) { try Inventory(path: folder.path + "/none").check() }
        #expect(fault?.kind == .noSuch)
        let long = await #expect(throws: Fault.self) { try await read(String(repeating: "x", count: 300_000)) }
        #expect(long?.kind == .badData)
    }

    @Test func `a large inventory comes in pages of a thousand`() async throws {
        let lines = (0..<4_500).map { "b,key\($0),\($0),\n" }.joined()
        folder.make("large", content: lines)
        var sizes: [Int] = []
        for try await page in Inventory(path: folder.path + "/large").pages() { sizes.append(page.count) }
        #expect(sizes == [1000, 1000, 1000, 1000, 500])
    }
}
