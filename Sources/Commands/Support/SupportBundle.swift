import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

extension SupportCommand {
    /// `mastoctl support bundle`: one file with what is to be known of a server.
    struct Bundle: HouseCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gather what is to be known of a server in one file.",
            discussion: """
                What the doctor finds; settings with their origins; versions, sizes, settings and statistics of \
                PostgreSQL, Redis and the search cluster; queues with samples of jobs; how the schema differs from its \
                release's; units of systemd, facts of the machine and the ends of logs, where they can be read. \
                Nothing of the server is changed, a role that may select is enough, and what is down or hangs leaves \
                a gap that manifest.json tells.

                Values are told for settings, variables and directives that are known to be harmless, and replaced for \
                all others. Secrets that are known, addresses of machines but loopback, e-mail addresses, tokens and \
                whatever stands behind the name of a secret are taken out of every text; arguments of jobs are counted \
                and never told. --dry-run lists what would be in it, and writes nothing.

                The file is made for its owner alone (mode 0600), and none that exists is replaced. It is a tar archive \
                packed with zstd.

                Examples:
                  mastoctl support bundle --dry-run
                  mastoctl support bundle --output customer.tar.zst
                """)

        @Option(help: ArgumentHelp("The file to write: a new one.", valueName: "file"), completion: .file())
        var output: String?

        @Flag(name: .customLong("dry-run"), help: "Tell what would be in it, and write nothing.")
        var isPreview = false

        @Flag(help: "Only the checks that take no time.")
        var fast = false

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if output == nil, !isPreview { throw ValidationError("name the file with --output, or ask for --dry-run") }
        }

        func run(in session: Session) async throws -> ExitStatus {
            let inspection = try session.inspect(global.overrides)
            guard let configuration = inspection.configuration else {
                let doubts = inspection.findings.filter { $0.severity == .problem }
                throw Fault(
                    .configuration, "the configuration is not complete", notes: doubts.map(\.text),
                    help: doubts.first?.help ?? "see `mastoctl config show`")
            }
            let facts = BundleFacts(
                version: Version.number, profile: inspection.profilePath,
                settings: inspection.rows.map { .init(key: $0.key, value: $0.value, origin: "\($0.origin)") },
                doubts: inspection.findings.map(\.text), mask: configuration.mask,
                logs: [configuration.root.map { "\($0)/log/production.log" }, configuration.run.logFile]
                    .compactMap(\.self), encode: BundleForms.encode)
            let bundle = try await ServicesMaking(configuration, purpose: "mastoctl support").lend {
                await BundleGathering($0, facts, limits: configuration.checkLimits, cost: fast ? .fast : .normal)
                    .bundle()
            }
            try Task.checkCancellation()
            let path = isPreview ? nil : output
            if let path { try bundle.write(to: path) }
            return try tell(BundleList(bundle, path: path), in: session)
        }
    }
}
