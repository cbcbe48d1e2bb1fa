import ArgumentParser
import Configuration
import Console
import Faults
import Presentation

extension ConfigCommand {
    /// `mastoctl config show`: every value and where it came from.
    struct Show: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show every setting that has a value, and where it came from.",
            discussion: """
                Secrets are masked. No service is asked, so it works when all of them are down; what is wrong with \
                the configuration is told as a warning and the rest is shown.

                Examples:
                  mastoctl config show
                  mastoctl config show --env-file /home/mastodon/live/.env.production --format json
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) throws -> ExitStatus {
            let found = try session.inspect(global.overrides)
            for finding in found.findings where finding.severity != .note { session.output.warn(finding.text) }
            return try tell(
                ConfigurationShown(
                    profile: found.profilePath, envFile: found.envFilePath,
                    settings: found.rows.map {
                        .init(key: $0.key, value: $0.value, origin: "\($0.origin)", isSecret: $0.isSecret)
                    }),
                in: session)
        }
    }
}
