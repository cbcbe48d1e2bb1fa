import Engines
import Faults
import Glibc
import Model
import Processes
import Stores
import Support

extension CheckFault {
    static let backupFaults: [CheckFault] = [
        backup("backup.none", in: nil),
        backup("backup.password-open", in: "open"),
        backup("backup.unreachable", in: "nowhere"),
        backup("backup.age", in: "old"),
        backup("backup.parts", in: "old"),
        backup("backup.rehearsal-age", in: "old"),
        backup("backup.rehearsal-failed", in: "failed"),
        backup("backup.lock-left", limit: 0, in: "locked"),
    ]
}

// Repositories of restic's, with snapshots that have the tags of backups: whole and proven, old, not proven.
extension CheckStage {
    static let hasRestic = getenv("CI") != nil || Executable.find("restic") != nil

    /// The settings that name a repository of the stage.
    func repository(_ name: String) -> String {
        """
        [backup]
        repository = "\(folder)/backups/\(name)"
        password_path = "\(folder)/backups/\(name == "open" ? "open.password" : "password")"

        """
    }

    /// Once, for whoever looks at backups.
    static func makeSoundRepository() async throws { try await soundMade.value }
    static func beginSoundRepository() { _ = soundMade }
    private static let soundMade = Task { if hasRestic { try await shared().fillSoundRepository() } }
    private static let young = "time=\(Int64(UTCTime.now.seconds) - 3_600)"

    private func fillSoundRepository() async throws {
        let place = "\(folder)/backups"
        mkdir(place, 0o755)
        TextFile.write(QuickRepository.password, to: "\(place)/password")
        chmod("\(place)/password", 0o600)
        try await save(
            in: "sound", [["part=database"], ["part=secrets"], ["part=manifest", Self.young], Self.passed])
    }

    func makeFaultyRepositories() async throws {
        let place = "\(folder)/backups"
        TextFile.write(QuickRepository.password, to: "\(place)/open.password")
        chmod("\(place)/open.password", 0o644)
        let old = "time=\(Int64(UTCTime.now.seconds) - 5 * 86_400)"
        try await save(in: "open", [])
        try await save(in: "old", [["part=media"], ["part=manifest", old]])
        try await save(
            in: "failed",
            [["part=database"], ["part=manifest", Self.young], ["part=rehearsal", "passed=false", "seconds=9"]])
        let restic = try await save(in: "locked", [])
        // One that is killed at work leaves its lock.
        let (reading, writing) = try pipe()
        let killed = try Invocation(
            Executable.require("restic", of: "restic"), ["backup", "--stdin"], environment: environment(of: restic),
            input: .descriptor(reading)
        ).start()
        try await untilTrue("restic takes a lock") { try await !restic.locks().isEmpty }
        killed.send(SIGKILL)
        _ = try await killed.ending()
        close(reading)
        close(writing)
    }

    private static let passed = ["part=rehearsal", "passed=true", "seconds=12.5"]

    @discardableResult
    private func save(in name: String, _ snapshots: [[String]]) async throws -> Restic {
        let place = "\(folder)/backups"
        let restic = try await Restic(
            ResticRepository("\(place)/\(name)", passwordFile: "\(place)/password", cache: "\(place)/cache"))
        try QuickRepository.make(at: restic.repository.location)
        for tags in snapshots {
            _ = try await restic.backup(
                .bytes([1], name: "x"), tags: ["mastoctl", "domain=\(Self.domain)", "backup=one"] + tags,
                host: Self.domain)
        }
        return restic
    }

    private func environment(of restic: Restic) -> [String: String] {
        [
            "RESTIC_REPOSITORY": restic.repository.location, "RESTIC_PASSWORD_FILE": restic.repository.passwordFile,
            "RESTIC_CACHE_DIR": restic.repository.cache,
        ]
    }

    private func pipe() throws -> (CInt, CInt) {
        var ends: [CInt] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw Fault(.inputOutput, "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }
}
