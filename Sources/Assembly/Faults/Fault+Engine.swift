import Engines
import Faults

extension Fault {
    /// What another program's failure means to the person at the terminal.
    init(_ error: EngineError) {
        let notes = error.lines.suffix(5).map { $0.hasPrefix("Fatal: ") ? String($0.dropFirst(7)) : $0 }
        switch error.kind {
        case .noRepository where error.program == "pgbackrest":
            self.init(
                .noSuch, "pgBackRest has no backups of this server", notes: notes,
                help: "see backup.pgbackrest_stanza and backup.pgbackrest_config; `pgbackrest stanza-create` makes one",
                cause: error)
        case .wrongPassword where error.program == "pgbackrest":
            self.init(
                .denied, "pgBackRest cannot decrypt its repository", notes: notes,
                help: "see repo-cipher-pass in its configuration", cause: error)
        case .damaged where error.program == "pgbackrest":
            self.init(
                .badData, "pgBackRest found damage", notes: notes, help: "see the server's log and its disks",
                cause: error)
        case .locked where error.program == "pgbackrest":
            self.init(.busy, "pgBackRest is at work already", notes: notes, help: "wait for it", cause: error)
        case .failed:
            self.init(
                .inputOutput, "\(error.program) failed with status \(error.status)", notes: notes, cause: error)
        case .noRepository:
            self.init(
                .noSuch, "there is no repository for backups", notes: notes,
                help: "make one with `mastoctl backup init`", cause: error)
        case .repositoryExists:
            self.init(.refused, "there is a repository already", notes: notes, cause: error)
        case .wrongPassword:
            self.init(
                .denied, "the password does not open the repository",
                help: "see backup.password_path in `mastoctl config show`", cause: error)
        case .locked:
            self.init(
                .busy, "the repository is locked by another run", notes: notes,
                help: "wait for it; the lock of a run that is dead goes by itself after half an hour", cause: error)
        case .unreadable:
            self.init(
                .inputOutput, "some of what was to be saved could not be read", notes: notes,
                help: "run as a user who may read it; there is no backup of this run", cause: error)
        case .diskFull:
            self.init(.inputOutput, "the disk is full", notes: notes, help: "make room, and run it again", cause: error)
        case .damaged:
            self.init(
                .badData, "what is stored is not what was stored once", notes: notes,
                help: "look at all of it with `mastoctl backup verify --read-data`", cause: error)
        }
    }
}
