import Glibc
import Processes
import Support
import Testing

/// Disks that are full, that lose bytes, or that others write to: each is told, and no such run is listed as a backup.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && BackupStage.areInstalled)) struct BackupDiskTrapTests
{
    private static let canMount = geteuid() == 0

    /// A disk of this size; nil where none can be had.
    private func disk(_ path: String, size: String) -> Bool {
        mkdir(path, 0o700)
        return mount("tmpfs", path, "tmpfs", 0, "size=\(size),mode=700") == 0
    }

    @Test(.enabled(if: canMount, "a small disk needs root"))
    func `a dump for which the disk has no room makes no backup`() async throws {
        let place = try await BackupStage.ready()
        try await place.fill()
        let path = "\(place.stage.instance.folder)/small"
        guard disk(path, size: "1m") else { return }
        defer { umount2(path, CInt(MNT_DETACH)) }
        place.configure("staging = \"\(path)\"")
        let run = try await place.stage.run("backup", "create", "--parts", "database,secrets")
        #expect(run.status == 74 && run.conversation.contains("the disk is full"), "\(run.status) \(run.conversation)")
        #expect(run.conversation.contains("--stream needs none of it"), "\(run.conversation)")
        try await place.expectNone()
        let streamed = try await place.create("--stream", "--parts", "database,secrets")
        try await place.expectNone(but: [streamed])
        #expect(mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=256m") == 0)
        let next = try await place.create("--parts", "database,secrets")
        try await place.expectNone(but: [streamed, next])
    }

    @Test(.enabled(if: canMount, "a small disk needs root"))
    func `a repository without room makes no backup`() async throws {
        let place = try await BackupStage.make()
        try await place.fill()
        let path = place.repository
        guard disk(path, size: "2m") else { return }
        defer { umount2(path, CInt(MNT_DETACH)) }
        let founded = try await place.stage.run("backup", "init", "--repository", path)
        #expect(founded.status == 0, "\(founded.conversation)")
        let first = try await place.create("--parts", "secrets")
        for more in [[], ["--stream"]] as [[String]] {
            let run = try await place.stage.start(["backup", "create", "--parts", "database,secrets"] + more).end()
            #expect(
                run.status == 74 && run.conversation.contains("the disk is full"), "\(run.status) \(run.conversation)")
            try await place.expectNone(but: [first])
        }
        // Not even a lock has room.
        let rest = open("\(path)/rest", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        let zeroes = [UInt8](repeating: 0, count: 4_096)
        while write(rest, zeroes, zeroes.count) > 0 {}
        close(rest)
        let full = try await place.stage.run("backup", "create", "--parts", "secrets")
        #expect(
            full.status == 74 && full.conversation.contains("no space left on device"),
            "\(full.status) \(full.conversation)")
        try await place.expectNone(but: [first])
        unlink("\(path)/rest")
        #expect(mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT), "size=256m") == 0)
        let next = try await place.create("--parts", "database,secrets")
        try await place.expectNone(but: [first, next])
        let verified = try await place.stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 0, "\(verified.answer)\(verified.conversation)")
    }

    /// Trap: pg_restore takes a table that is cut short for one with fewer rows.
    @Test func `a table that is cut short before it is saved makes no backup`() async throws {
        let place = try await BackupStage.ready()
        let folder = place.stage.instance.folder
        // Somebody who cleans up, between the dump and its saving.
        mkdir("\(folder)/bin", 0o755)
        let restic = try Executable.require("restic", of: "restic")
        TextFile.write(
            """
            #!/bin/sh
            for last; do :; done
            case "$1 $last" in
            "backup "*/backup/database)
                if rm "\(folder)/once"; then
                    table=$(ls -S "$last"/[0-9]*.dat | head -n 1)
                    truncate -s -100 "$table"
                fi ;;
            esac
            exec \(restic) "$@"

            """, to: "\(folder)/bin/restic")
        chmod("\(folder)/bin/restic", 0o755)
        TextFile.write("", to: "\(folder)/once")
        var stage = place.stage
        stage.environment["PATH"] = "\(folder)/bin:/usr/bin:/bin"
        let other = BackupStage(stage: stage)
        let run = try await stage.run("backup", "create", "--parts", "database,secrets")
        #expect(
            run.status == 74 && run.conversation.contains("the dump was changed while it was saved"),
            "\(run.status) \(run.conversation)")
        #expect(access("\(folder)/once", F_OK) != 0)
        try await place.expectNone()
        _ = try await other.create("--parts", "database,secrets")
        let rehearsed = try await place.stage.run("backup", "rehearse")
        #expect(rehearsed.status == 0, "\(rehearsed.answer)\(rehearsed.conversation)")
    }

    @Test func `a byte that is flipped anywhere in the repository is told`() async throws {
        let place = try await BackupStage.ready()
        let stage = place.stage
        _ = try await place.create("--parts", "secrets")
        _ = try await place.create("--parts", "secrets,redis")
        let files = stage.files(below: place.repository).filter { !$0.hasPrefix("locks/") }.sorted()
        #expect(Set(files.map { $0.prefix { $0 != "/" } }) == ["config", "data", "index", "keys", "snapshots"])
        for name in files {
            let path = "\(place.repository)/\(name)"
            chmod(path, 0o600)
            let whole = try #require(TextFile.bytes(path))
            // Of a key, dates and names are free text that opens nothing.
            let range = name.hasPrefix("keys/") ? whole.count / 2..<whole.count - 40 : 0..<whole.count
            let offset = Int.random(in: range)
            try flip(path, at: offset)
            forget(stage)
            let told = try await stage.run("backup", "verify", "--read-data")
            #expect([1, 65, 77].contains(told.status), "\(name) at \(offset): \(told.status) \(told.answer)")
            try flip(path, at: offset)
        }
        forget(stage)
        let verified = try await stage.run("backup", "verify", "--read-data")
        #expect(verified.status == 0, "\(verified.answer)\(verified.conversation)")
    }

    /// restic's own copies hide what has become of the repository.
    private func forget(_ stage: Stage) {
        let cache = "\(stage.instance.folder)/state/restic-cache"
        for name in stage.files(below: cache) { unlink("\(cache)/\(name)") }
    }

    private func flip(_ path: String, at offset: Int) throws {
        let file = try #require(fopen(path, "r+"))
        defer { fclose(file) }
        fseek(file, offset, SEEK_SET)
        let byte = fgetc(file)
        fseek(file, offset, SEEK_SET)
        fputc(byte ^ 0x10, file)
    }
}
