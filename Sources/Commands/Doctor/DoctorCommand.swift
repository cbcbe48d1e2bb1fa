import ArgumentParser
import Assembly
import Configuration
import Faults
import Operations
import Presentation
import Stores

/// `mastoctl doctor`: whether everything a run needs is there.
struct DoctorCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check everything a run needs.",
        discussion: """
            Looks at configuration, PostgreSQL, Redis, storage, search and this machine, and says what to do about \
            each problem. To see whether the storage and Redis can be written, a small object below mastoctl-probe/ \
            and a key are written and removed again; not with --no-write, nor when the database role may only read. \
            Ends with status 1 when there is a problem, with 0 when there are only warnings.

            Examples:
              mastoctl doctor
              mastoctl doctor --no-write --format json
            """)

    @Flag(name: .customLong("no-write"), help: "Write nothing, not even a probe.")
    var writesNothing = false

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func run(in session: Session) async throws -> ExitStatus {
        let found = try session.inspect(global.overrides)
        var checks = Self.checks(found.findings)
        if let configuration = found.configuration {
            let services = ServicesMaking(configuration, purpose: "mastoctl doctor")
                .services(mayProbe: !writesNothing)
            checks += await Examination(services, whyNoProbe: "nothing is written with --no-write").checks()
            await services.close()
            try Task.checkCancellation()
        } else {
            checks += ["postgres", "redis", "storage", "state"].map {
                Check($0, "reachable", .skipped, "the configuration is incomplete")
            }
        }
        return try tell(Diagnosis(checks), in: session)
    }

    /// Problems and warnings each on their own; notes together say that all is well.
    private static func checks(_ findings: [ConfigurationFinding]) -> [Check] {
        let serious = findings.filter { $0.severity != .note }.map { finding in
            Check(
                "configuration", "values", finding.severity == .problem ? .problem : .warning, finding.text,
                help: finding.help ?? "see `mastoctl config show`")
        }
        return serious.isEmpty ? [Check("configuration", "values", .ok, "complete and understood")] : serious
    }
}
