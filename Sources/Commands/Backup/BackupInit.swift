import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Presentation

extension BackupCommand {
    /// `mastoctl backup init`: say where backups are kept.
    struct Init: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say where backups are kept, and make the repository.",
            discussion: """
                The repository is restic's, in any of its forms: a path, sftp:user@host:/path, s3:https://host/bucket, \
                rest:https://host/, rclone:remote:path. A random password is written into a file that only you can \
                read, and shown once; keep a copy of it elsewhere, since without it nothing can be restored. A \
                repository that exists is taken over with its own password (--password-path).

                [backup] is written into the profile, or beside the state folder where there is none. What the \
                repository's place wants to know (AWS_ACCESS_KEY_ID and the like) comes from the environment or from \
                the file of backup.env_file.

                Examples:
                  mastoctl backup init --repository /mnt/backup/mastodon
                  mastoctl backup init --repository s3:https://s3.example.net/backups --backend-env /etc/mastoctl/s3.env
                  mastoctl backup init --repository sftp:backup@nas:/mastodon --password-path /etc/mastoctl/backup.password
                """)

        @Option(help: ArgumentHelp("Where backups are kept, in any of restic's forms.", valueName: "form"))
        var repository: String

        @Option(
            help: ArgumentHelp("Use the password in this file instead of a new one.", valueName: "file"),
            completion: .file())
        var passwordPath: String?

        @Option(
            help: ArgumentHelp("The file of variables that the repository's place wants.", valueName: "file"),
            completion: .file())
        var backendEnv: String?

        @Flag(help: "Show the new password also when the answer does not go to a terminal.")
        var showPassword = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if repository.isEmpty { throw ValidationError("--repository is empty") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let configuration = try session.configure(global.overrides)
            let founding = BackupFounding(configuration, environment: session.environment)
            let made = try await founding.found(
                repository: repository, passwordPath: passwordPath, backendEnv: backendEnv)
            let isShown = showPassword || session.output.answer.isTerminal
            return try tell(
                BackupFounded(
                    repository: made.repository, passwordPath: made.passwordPath, settings: made.settings,
                    isNew: made.isNew, password: isShown ? made.password : nil), in: session)
        }
    }
}
