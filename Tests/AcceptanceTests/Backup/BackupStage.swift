import Crypto
import Faults
import Glibc
import Model
import Postgres
import Processes
import Support

/// An instance with secrets of its own and a repository for backups beside it.
struct BackupStage {
    let stage: Stage
    var repository: String { "\(stage.instance.folder)/repository" }
    var state: String { "\(stage.instance.folder)/state" }

    static let areInstalled =
        getenv("CI") != nil || (Executable.find("restic") != nil && Executable.find("pg_dump") != nil)

    /// In no answer, no log and no file outside the repository.
    static let canary = "canary-0123456789-of-the-key-base"
    static let primaryKey = "sandboxsandboxsandboxsandboxsand"
    static let salt = "saltsaltsaltsaltsaltsaltsaltsalt"

    /// With a user who has a second factor.
    static func make(_ release: MastodonRelease = .v4_6, on storage: Stage.Storage = .filesystem) async throws
        -> BackupStage
    {
        let stage = try await Stage.make(release, on: storage).with([
            "SECRET_KEY_BASE": canary,
            "VAPID_PRIVATE_KEY": "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "VAPID_PUBLIC_KEY":
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY": primaryKey,
            "ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY": "deterministicdeterministicdeterm",
            "ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT": salt,
        ])
        let sealed = try RecordCipher(primary: primaryKey, salt: salt).sealed("JBSWY3DPEHPK3PXP")
        try await stage.execute("update users set otp_secret = \(sealed) where id = (select min(id) from users)")
        return BackupStage(stage: stage)
    }

    /// The same, with a repository that `backup init` has taken over.
    static func ready(_ release: MastodonRelease = .v4_6, on storage: Stage.Storage = .filesystem) async throws
        -> BackupStage
    {
        let made = try await make(release, on: storage)
        try QuickRepository.make(at: made.repository)
        mkdir(made.state, 0o700)
        // As an earlier attempt leaves it.
        TextFile.write(QuickRepository.password, to: "\(made.state)/backup.password")
        chmod("\(made.state)/backup.password", 0o600)
        let founded = try await made.stage.run("backup", "init", "--repository", made.repository)
        guard founded.status == 0 else { throw Fault(.inputOutput, founded.conversation) }
        return made
    }

    /// Makes a backup and returns its id.
    func create(_ words: String...) async throws -> String {
        let run = try await stage.start(["backup", "create", "--format", "json"] + words).end()
        guard run.status == 0, let id = try await stage.figure("facts.backup_id", of: run) else {
            throw Fault(.inputOutput, "status \(run.status): \(run.conversation)")
        }
        return id
    }

    /// How `backup list` calls each backup, by id.
    func states() async throws -> [String: String] {
        let run = try await stage.run("backup", "list", "--format", "tsv")
        return Dictionary(
            run.answer.split(separator: "\n").dropFirst().map { line in
                let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                return (cells[0], cells[2])
            }
        ) { $1 }
    }

    /// Drops the databases that restores have put aside.
    func dropAside() async throws {
        let name = stage.instance.database.database ?? ""
        for aside in try await stage.texts("select datname::text from pg_database where datname like '%_before_%'")
        where aside.hasPrefix(name.prefix(30)) {
            try await stage.execute("drop database \(identifier: aside)")
        }
    }

    /// Every file that is not in the repository and holds the canary.
    func leaks() -> [String] {
        let root = stage.instance.folder
        return stage.files(below: root).filter { name in
            !name.hasPrefix("repository/") && !name.hasPrefix("env.") && !name.hasSuffix(".restored")
                && TextFile.contains(Self.canary, in: "\(root)/\(name)")
        }
    }
}
