import Faults
import Glibc
import Model
import Support
import Testing

@testable import Stores

struct JournalTests {
    private let folder = TemporaryFolder()

    private func file(_ id: Int64, _ name: String = "a.jpg") -> StoredFile {
        StoredFile(
            kind: .mediaFile, id: id, fileName: name, contentType: "image/jpeg", schemaVersion: 1, isLocal: false)
    }

    private func abandoned(in folders: [String]) -> [[StoredFile]] {
        Journal(folders: folders).abandoned().flatMap(\.entries).map(\.debts.files)
    }

    /// What is there to find. A program that another test starts at this moment has a copy of every descriptor, locks
    /// included, until it is the program.
    private func left(in folder: String) -> [AbandonedJournal] {
        var patience = Patience(.seconds(10))
        while !patience.isOver {
            let found = Journal(folders: [folder]).abandoned()
            if !found.isEmpty { return found }
            usleep(1_000)
        }
        return []
    }

    private func entries(in folder: String) -> [[StoredFile]] { left(in: folder).flatMap(\.entries).map(\.debts.files) }

    @Test func `what is not marked done is found once its run is gone, and not before`() async throws {
        var journal: Journal? = Journal(folders: [folder.path])
        let first = try await journal?.begin(Debts(files: [file(1)]))
        _ = try await journal?.begin(Debts(files: [file(2), file(3)]))
        try await journal?.finish(try #require(first))
        #expect(abandoned(in: [folder.path]).isEmpty, "its run still lives")
        _ = await journal?.close()
        journal = nil
        let found = left(in: folder.path)
        #expect(found.flatMap(\.entries).map(\.debts.files) == [[file(2), file(3)]])
        #expect(found.count == 1)
        #expect(Journal(folders: [folder.path]).abandoned().isEmpty, "somebody finishes it already")
        found.forEach { $0.discard() }
        #expect(FolderListing.names(in: folder.path).isEmpty)
    }

    @Test func `a journal in which all is done leaves no file`() async throws {
        let journal = Journal(folders: [folder.path])
        let entry = try await journal.begin(Debts(files: [file(1), file(2)]))
        try await journal.finish(entry, except: [file(2)])
        #expect(FolderListing.names(in: folder.path).count == 1)
        _ = await journal.close()
        #expect(entries(in: folder.path) == [[file(2)]])

        let other = TemporaryFolder()
        let clean = Journal(folders: [other.path])
        try await clean.finish(try await clean.begin(Debts(files: [file(1)])))
        _ = await clean.close()
        #expect(FolderListing.names(in: other.path).isEmpty)
    }

    @Test(arguments: [
        "a b.jpg", "line\nbreak", "ends\r", "\r\n", "back\\slash\\n", "\u{301}accent", " ", "雪\u{0}x", "+ 2", ". 1",
    ])
    func `any name comes back as it was`(name: String) async throws {
        let journal = Journal(folders: [folder.path])
        _ = try await journal.begin(Debts(files: [file(1, name), file(2)]))
        _ = await journal.close()
        let names = entries(in: folder.path).first?.map { Array($0.fileName.utf8) }
        #expect(names == [Array(name.utf8), Array("a.jpg".utf8)])
    }

    @Test func `a torn entry is passed over, and what follows it is not`() {
        let line = JournalLine.write(file(7))
        func files(_ text: String) -> [[StoredFile]] { JournalEntry.unfinished(in: text).map(\.debts.files) }
        #expect(files("+ 1\n\(line)\n. 1\n+ 2\n\(line)") == [[file(7)]])
        #expect(files("+ 1\n\(line)\n+ 2\n\(JournalLine.write(file(8)))\n. 2\n") == [[file(8)]])
        #expect(files("+ 1\n\(line)\n. 1\n+ 2\n\(line)\n- 1\n").isEmpty)
        #expect(files("").isEmpty)
    }

    @Test func `jobs and keys that are owed come back as they were`() async throws {
        let outbox = Outbox(
            jobs: [
                OutgoingJob(worker: "A", queue: "default", payload: #"{"args":["\n \"x\""]}"#, due: nil, lock: nil),
                OutgoingJob(
                    worker: "B", queue: "low", payload: "{}", due: 1_800_000_000.125,
                    lock: .init(name: "uniquejobs:1", holders: "uniquejobs:1:LOCKED", job: "ab", seconds: 50)),
            ],
            commands: [["SADD", "chewy:queue:AccountsIndex", "1", "2"], ["PUBLISH", "timeline:1", "line\nbreak"]],
            stale: ["blocked_ips"], stalePatterns: ["rails_settings_cached/*"])
        let debts = Debts(transaction: 4_711, files: [file(1)], outbox: outbox)
        let journal = Journal(folders: [folder.path])
        let entry = try await journal.begin(debts)
        _ = await journal.close()
        #expect(left(in: folder.path).flatMap(\.entries) == [entry])
        #expect(entry.debts == debts)
    }

    @Test func `many jobs are owed in pieces of one call each, in their order`() async throws {
        let jobs = (0..<2_500).map { OutgoingJob(worker: "W", queue: "q", payload: "{\"jid\":\"\($0)\"}") }
        let debts = Debts(transaction: 7, files: [file(1)], outbox: Outbox(jobs: jobs, commands: [["SET", "a", "b"]]))
        let pieces = debts.pieces
        #expect(pieces.map(\.outbox.jobs.count) == [1_000, 1_000, 500])
        #expect(pieces.flatMap(\.outbox.jobs) == jobs)
        #expect(pieces.map(\.files.count) == [1, 0, 0] && pieces.map(\.outbox.commands.count) == [1, 0, 0])
        #expect(pieces.allSatisfy { $0.transaction == 7 })
        #expect(Debts(files: [file(1)]).pieces == [Debts(files: [file(1)])])
    }

    @Test func `a journal that somebody else may have planted is told and left alone`() async throws {
        let journal = Journal(folders: [folder.path])
        _ = try await journal.begin(Debts(files: [file(1)]))
        _ = await journal.close()
        let name = try #require(FolderListing.names(in: folder.path).first)
        for mode in [0o622, 0o606] as [mode_t] {
            chmod("\(folder.path)/\(name)", mode)
            var told: [String] = []
            #expect(Journal(folders: [folder.path]).abandoned { told.append($0) }.isEmpty)
            #expect(told.count == 1)
        }
        chmod("\(folder.path)/\(name)", 0o600)
        mkfifo("\(folder.path)/0-fifo.journal", 0o600)
        symlink("\(folder.path)/\(name)", "\(folder.path)/1-link.journal")
        var told: [String] = []
        #expect(Journal(folders: [folder.path]).abandoned { told.append($0) }.count == 1)
        #expect(told.count == 2)
        chmod(folder.path, 0o777)
        #expect(Journal(folders: [folder.path]).abandoned { told.append($0) }.isEmpty)
        #expect(told.count == 3)
    }

    @Test func `a folder that cannot be written gives way to the next`() async throws {
        folder.make("file")
        let second = "\(folder.path)/second"
        let journal = Journal(folders: ["\(folder.path)/file/journal", "/proc/journal", second])
        _ = try await journal.begin(Debts(files: [file(1)]))
        _ = await journal.close()
        #expect(entries(in: second) == [[file(1)]])
        let none = Journal(folders: ["/proc/journal"])
        await #expect(throws: Fault.self) { try await none.begin(Debts(files: [file(1)])) }
    }

    @Test(.enabled(if: getuid() == 0)) func `a full disk gives way to the next folder, and tears nothing`() async throws
    {
        let full = "\(folder.path)/full"
        mkdir(full, 0o700)
        // A page for the directory's content is all it holds.
        guard mount("tmpfs", full, "tmpfs", 0, "size=16k,mode=700") == 0 else { return }
        defer { umount2(full, CInt(MNT_DETACH)) }
        let next = "\(folder.path)/next"
        let many = (1...2_000).map { file(Int64($0)) }
        let journal = Journal(folders: [full, next])
        _ = try await journal.begin(Debts(files: many))
        _ = await journal.close()
        #expect(abandoned(in: [full]).isEmpty)
        #expect(entries(in: next) == [many])

        // With an entry under way the file cannot be left; the failed one must not harm what is there or comes after.
        let small = Journal(folders: [full])
        let first = try await small.begin(Debts(files: [file(1)]))
        await #expect(throws: Fault.self) { try await small.begin(Debts(files: many)) }
        _ = try await small.begin(Debts(files: [file(3)]))
        try await small.finish(first)
        _ = await small.close()
        #expect(entries(in: full) == [[file(3)]])
    }

    @Test func `a new journal is never lost to a run that looks for abandoned ones`() async throws {
        let path = folder.path
        let scavenging = Task.detached {
            let journal = Journal(folders: [path])
            while !Task.isCancelled {
                for found in journal.abandoned() where found.entries.isEmpty { found.discard() }
            }
        }
        for number in 1...300 as ClosedRange<Int64> {
            let journal = Journal(folders: [path])
            let entry = try await journal.begin(Debts(files: [file(number)]))
            #expect(FolderListing.names(in: path).contains { $0.hasSuffix(".journal") }, "number \(number)")
            try await journal.finish(entry)
            _ = await journal.close()
        }
        scavenging.cancel()
        await scavenging.value
    }
}
