import Faults
import Glibc
import Model
import Operations
import Support
import Testing

@Suite struct ItemFileTests {
    private let folder = TemporaryFolder()

    private func write(_ bytes: [UInt8]) -> String {
        let path = "\(folder.path)/list"
        guard let file = fopen(path, "w") else { return path }
        _ = fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        return path
    }

    @Test func `text in UTF-16 is told as what it is, for lists of items and of accounts`() throws {
        let text = "192.0.2.1\n192.0.2.2\n"
        for bytes in [
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0), 0] },
            [0xFE, 0xFF] + text.utf16.flatMap { [0, UInt8($0)] },
            text.utf16.flatMap { [UInt8($0), 0] },
        ] as [[UInt8]] {
            let path = write(bytes)
            for read in [{ _ = try ItemFile.items(of: path) }, { _ = try AccountList(path: path) }] {
                let fault = try #require(throws: Fault.self) { try read() }
                #expect(fault.kind == .badData && fault.message == "\(path) is written in UTF-16")
            }
        }
        #expect(try ItemFile.items(of: write([0xEF, 0xBB, 0xBF] + text.utf8)) == ["192.0.2.1", "192.0.2.2"])
    }

    @Test func `unreadable lines are a fault that tells of the first, or nothing where they may be left out`() throws {
        var unread = UnreadLines()
        try ItemFile.require(unread, of: "list", skipsBad: false)
        for line in 1...30 { unread.add(LineFault(line: line, reason: "'x' is no IP address")) }
        try ItemFile.require(unread, of: "list", skipsBad: true)
        let fault = try #require(throws: Fault.self) { try ItemFile.require(unread, of: "-", skipsBad: false) }
        #expect(fault.kind == .badData && fault.message == "30 lines of standard input cannot be read")
        #expect(fault.notes.first == "line 1: 'x' is no IP address" && fault.notes.last == "and 10 more")
        var one = UnreadLines()
        one.add(LineFault(line: 7, reason: "x"))
        let single = try #require(throws: Fault.self) { try ItemFile.require(one, of: "list", skipsBad: false) }
        #expect(single.message == "1 line of list cannot be read")
    }

    @Test func `accounts may be named in every form in a file`() throws {
        let path = write(
            Array(
                """
                alice # a comment
                @bob@example.org
                acct:carol@example.org
                https://example.org/@dave
                https://peer.example/ap/users/17
                """.utf8))
        let list = try AccountList(path: path)
        #expect(
            list.entries.map { $0.name.handle(own: ["peer.example"]) } == [
                "alice", "bob@example.org", "carol@example.org", "dave@example.org", nil,
            ])
        #expect(list.entries.map(\.line) == [1, 2, 3, 4, 5])
        let fault = try #require(throws: Fault.self) {
            try AccountList(path: write(Array("alice\ntwo words\nhttps://example.org/\n".utf8)))
        }
        #expect(fault.notes == ["line 2: two words", "line 3: https://example.org/"])
    }
}
