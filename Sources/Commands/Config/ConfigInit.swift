import ArgumentParser
import Configuration
import Console
import Faults
import Presentation

extension ConfigCommand {
    /// `mastoctl config init`: write a profile that lists every setting.
    struct Init: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a profile that lists every setting.",
            discussion: """
                Every setting is there as a comment with its default, so that the file says what can be said. It gets \
                mode 0600 and lies in /etc/mastoctl for root, in ~/.config/mastoctl for others, unless --profile is a \
                path. An env file that is named or found is written into it; secrets never are.

                Examples:
                  mastoctl config init
                  mastoctl config init --profile production --env-file /home/mastodon/live/.env.production
                  mastoctl config init --stdout
                """)

        @Flag(help: "Write the profile to standard output instead of a file.")
        var stdout = false

        @Flag(help: "Replace a profile that exists.")
        var force = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if stdout && force { throw ValidationError("--stdout writes no file, so there is nothing to --force") }
        }

        func run(in session: Session) throws -> ExitStatus {
            let files = SystemFileReader()
            let envFile = global.envFile.map(files.absolute) ?? EnvFile.find(files: files)
            let text = ProfileTemplate.text(values: envFile.map { ["env_file": $0] } ?? [:])
            if stdout {
                try session.output.write(text)
                return .done
            }
            let path = ProfileTemplate.path(of: global.profile, environment: session.environment, files: files)
            try ProfileTemplate.write(text, to: path, replacing: force)
            return try tell(FileWritten(path, by: "config init"), in: session)
        }
    }
}
