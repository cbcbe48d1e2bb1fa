import Archives
import Glibc
import Processes
import Support
import Testing

@Suite struct TarTests {
    private let folder = TemporaryFolder()
    private var path: String { "\(folder.path)/a.tar.gz" }

    private func entries(
        of path: String, bounds: TarReader.Bounds = .init(), wants: (TarReader.Entry) -> Bool = { $0.isFile }
    ) throws -> [TarReader.Entry] {
        let reader = try TarReader(path: path, bounds: bounds)
        var all: [TarReader.Entry] = []
        while let entry = try reader.next(wants) { all.append(entry) }
        return all
    }

    private func put(_ bytes: [UInt8]) {
        let file = fopen(path, "w")
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    @Test func `what is written is read again, names of any length`() throws {
        let long = String(repeating: "n", count: 300) + ".png"
        let writer = try TarWriter(path: path)
        try writer.add("a.png", [1, 2, 3])
        try writer.add(long, [UInt8](repeating: 7, count: 1_000))
        try writer.add("empty", [])
        try writer.close()
        let all = try entries(of: path)
        #expect(all.map(\.name) == ["a.png", long, "empty"])
        #expect(all.map { $0.content?.count } == [3, 1_000, 0])
        #expect(all.map(\.isFile) == [true, true, true])
    }

    @Test func `somebody else's tar reads it, and what that writes is read`() async throws {
        let writer = try TarWriter(path: path)
        try writer.add("one.png", Array("hello".utf8))
        try writer.close()
        let list = try await ChildProcess.run("/bin/tar", ["-tvzf", path])
        #expect(list.status == 0)
        let deep = "\(folder.path)/" + String(repeating: "d", count: 90)
        mkdir(deep, 0o755)
        TextFile.write("hello", to: "\(deep)/" + String(repeating: "f", count: 90))
        symlink("/etc/passwd", "\(deep)/link.png")
        for form in ["gnu", "pax", "ustar"] {
            let made = try await ChildProcess.run(
                "/bin/tar",
                ["-czf", "\(folder.path)/\(form).tgz", "--format", form, "-C", "/", String(deep.dropFirst())])
            #expect(made.status == 0, "\(form)")
            let all = try entries(of: "\(folder.path)/\(form).tgz")
            #expect(all.filter(\.isFile).map { $0.content.map { String(decoding: $0, as: UTF8.self) } } == ["hello"])
            #expect(all.contains { $0.name.hasSuffix("link.png") && !$0.isFile && $0.content == nil })
        }
    }

    @Test func `what is no archive, or a damaged one, is told`() throws {
        for bytes in [Array("no archive at all".utf8), [UInt8](repeating: 1, count: 4_096), [0x1F, 0x8B, 8, 0, 0]] {
            put(bytes)
            #expect(throws: ArchiveError.self) { try entries(of: path) }
        }
        #expect(throws: ArchiveError.self) { try entries(of: "\(folder.path)/nothing") }
        let writer = try TarWriter(path: path)
        try writer.add("a.png", [UInt8](repeating: 1, count: 5_000))
        try writer.close()
        let whole = Array((TextFile.bytes(path) ?? []))
        for cut in stride(from: 20, to: whole.count - 8, by: 7) {
            put(Array(whole[..<cut]))
            // Behind the last entry nothing is missed.
            let read = try? entries(of: path)
            #expect(read == nil || read?.first?.content?.count == 5_000, "\(cut)")
        }
    }

    @Test func `an archive that unpacks to too much is left`() throws {
        let writer = try TarWriter(path: path)
        for number in 0..<40 { try writer.add("\(number).png", [UInt8](repeating: 0, count: 100_000)) }
        try writer.close()
        var bounds = TarReader.Bounds()
        bounds.bytes = 1 << 20
        #expect(throws: ArchiveError.self) { try entries(of: path, bounds: bounds, wants: { _ in false }) }
        bounds = TarReader.Bounds()
        bounds.entries = 10
        #expect(throws: ArchiveError.self) { try entries(of: path, bounds: bounds) }
        // A size that no file has.
        var header = [UInt8](repeating: 0, count: 512)
        for (place, byte) in "evil.png".utf8.enumerated() { header[place] = byte }
        for (place, byte) in "77777777777".utf8.enumerated() { header[124 + place] = byte }
        header[156] = UInt8(ascii: "0")
        let sum = header.enumerated().reduce(0) { $0 + ((148..<156).contains($1.offset) ? 32 : Int($1.element)) }
        for (place, byte) in (String(sum, radix: 8) + "\u{0}").utf8.enumerated() { header[148 + place] = byte }
        put(header)
        #expect(throws: ArchiveError.self) { try entries(of: path) }
    }
}
