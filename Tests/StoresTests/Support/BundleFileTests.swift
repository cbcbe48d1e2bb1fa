import Faults
import Glibc
import Model
import Stores
import Support
import Testing

@Suite struct BundleFileTests {
    private let folder = TemporaryFolder()
    private var path: String { "\(folder.path)/b.tar.zst" }

    private func part(_ name: String, _ text: String) -> BundlePart { BundlePart(name, "a part", Array(text.utf8)) }

    /// A manifest of these parts, then them.
    private func bundle(_ parts: [BundlePart], schema: String = "support.bundle/1") -> [BundlePart] {
        let list = parts.map { part in
            JSONValue.object([.init("name", .string(part.name)), .init("sha256", .string(part.digest))])
        }
        let manifest = JSONValue.object([.init("schema", .string(schema)), .init("parts", .array(list))])
        return [BundlePart(BundleFile.manifest, "", Array(manifest.text.utf8))] + parts
    }

    private func refused(_ parts: [BundlePart]) throws -> String {
        unlink(path)
        try BundleFile.write(parts, to: path, at: UTCTime(0))
        do {
            _ = try BundleFile.read(path)
            return "read"
        } catch let fault as Fault {
            #expect(
                fault.kind == .badData && fault.message.hasSuffix("is no bundle for support, or not as it was made"))
            return fault.notes.joined()
        }
    }

    @Test func `what is written is read again, is its owner's alone, and replaces nothing`() throws {
        try BundleFile.write(bundle([part("a.json", "{}"), part("logs/x.log", "one")]), to: path, at: UTCTime(0))
        let read = try BundleFile.read(path)
        #expect(read["logs/x.log"].map { String(decoding: $0, as: UTF8.self) } == "one" && read.count == 3)
        #expect(TextFile.mode(path) == 0o600)
        let before = TextFile.bytes(path)
        let fault = #expect(throws: Fault.self) { try BundleFile.write(bundle([]), to: path, at: UTCTime(0)) }
        #expect(fault?.message == "\(path) exists already" && TextFile.bytes(path) == before)
    }

    @Test(arguments: [
        "../evil.json", "/etc/evil.json", "a/../../evil", ".hidden", "a/b/c.json", "a\nb.json", "a\\b.json", "a//b",
    ])
    func `names that lead elsewhere are refused`(name: String) throws {
        #expect(try refused(bundle([part(name, "{}")])) == "it holds something that is no plain file of a bundle's")
    }

    @Test func `what its manifest does not tell, or tells otherwise, is refused`() throws {
        let good = part("a.json", "{}")
        #expect(
            try refused(bundle([good]) + [part("b.json", "{}")]) == "it holds a part that its manifest does not name")
        #expect(try refused(bundle([good]).dropLast()) == "a part that its manifest names is not there")
        #expect(try refused([good]) == "it has no manifest of a bundle")
        #expect(try refused(bundle([good], schema: "other/1")) == "it has no manifest of a bundle")
        #expect(try refused(bundle([good, good])) == "a.json stands in it twice")
        #expect(try refused(bundle([part("a.json", "{no")])) == "a.json is no JSON")
        let changed = [bundle([good])[0], part("a.json", "[]")]
        #expect(try refused(changed) == "a.json is not what its manifest says")
    }

    @Test func `one that unpacks without end is given up`() throws {
        let zeros = ["a.log", "b.log"].map { BundlePart($0, "", [UInt8](repeating: 0, count: 40 << 20)) }
        #expect(try refused(bundle(zeros)) == "it unpacks to more than 64 MiB")
        #expect(try refused(bundle((0..<300).map { part("p\($0).log", "") })) == "it holds more than 200 entries")
    }

    @Test func `links, other files and damaged ones are refused`() async throws {
        folder.make("in/a.json", content: "{}")
        symlink("/etc/passwd", "\(folder.path)/in/manifest.json")
        let ending = try await Program(at: "/bin/tar").run([
            "--zstd", "-cf", path, "-C", "\(folder.path)/in", "manifest.json", "a.json",
        ])
        #expect(ending.status == 0, "\(ending)")
        let link = #expect(throws: Fault.self) { try BundleFile.read(path) }
        #expect(link?.notes == ["it holds something that is no plain file of a bundle's"])
        let other = "\(folder.path)/other"
        try BundleFile.write(bundle([part("a.json", "{}")]), to: other, at: UTCTime(0))
        let bytes = try #require(TextFile.bytes(other))
        for length in stride(from: 0, to: bytes.count, by: 7) {
            let cut = "\(folder.path)/cut"
            let file = fopen(cut, "w")
            fwrite(bytes, 1, length, file)
            fclose(file)
            #expect(throws: Fault.self, "\(length)") { try BundleFile.read(cut) }
        }
        let missing = #expect(throws: Fault.self) { try BundleFile.read("\(folder.path)/none") }
        #expect(missing?.kind == .noSuch)
    }
}
