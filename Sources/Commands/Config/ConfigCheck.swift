import ArgumentParser
import Configuration
import Faults
import Presentation

extension ConfigCommand {
    /// `mastoctl config check`: what is wrong or doubtful, without asking any service.
    struct Check: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what is wrong with the configuration.",
            discussion: """
                Asks no service; `mastoctl doctor` does. Ends with status 1 when there is a problem, with 0 when there \
                are only warnings and notes.

                Examples:
                  mastoctl config check
                  mastoctl config check --profile production
                """)

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func run(in session: Session) throws -> ExitStatus {
            let findings = try session.inspect(global.overrides).findings
            return try tell(
                ConfigurationChecked(
                    findings.map { .init(severity: $0.severity.rawValue, text: $0.text, help: $0.help) }),
                in: session)
        }
    }
}
