import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Operations
import Presentation

/// `mastoctl prune`: carry out the retention policy, what cron should call.
struct PruneCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Carry out the retention policy; for cron to call.",
        discussion: """
            The policy stands in the profile's [prune.attachments], [prune.avatars], [prune.headers], \
            [prune.preview_cards] and [prune.orphans], or in a file of its own. Only sections that say something \
            are carried out, in that order. One that fails does not keep the others from their work; the status is \
            then 1. --limit and --deadline are for all of them together.

            A monitor (--ping) and a metrics file hear of the run as a whole; metrics also of each part. Dry runs are \
            told to neither.

            Examples:
              mastoctl prune --dry-run
              mastoctl prune --quiet --deadline 4h
              mastoctl prune --only attachments,headers
              mastoctl prune --policy /etc/mastoctl/night.toml
              mastoctl prune --schedule systemd
            """)

    @Option(
        help: ArgumentHelp("Take the policy from this file instead of the profile.", valueName: "file"),
        completion: .file(extensions: ["toml"]))
    var policy: String?

    @Option(help: ArgumentHelp("Only these parts of the policy: attachments,headers.", valueName: "parts"))
    var only: PruneParts?

    @Option(
        help: ArgumentHelp(
            "Prune nothing; print ready files for this scheduler: systemd, cron or kubernetes.", valueName: "scheduler")
    )
    var schedule: Schedule.Kind?

    @OptionGroup(title: "Run options")
    var running: RunOptions

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    var finishesBatches: Bool { schedule == nil }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides + running.overrides)
        if let schedule {
            let facts = try scheduleFacts(configuration, policy: parts(configuration))
            try Present(to: session.output, as: global.format).tell(
                Schedule(schedule, as: "prune.schedule/1", for: [facts]))
            return .done
        }
        let run = OperationRun(global: global, running: running, session: session, configuration)
        let report = try await run.hooks(Self.name).watch { try await prune(by: run) }
        for case let (part, fault?) in report.parts.map({ ($0.part, $0.error?.fault) }) {
            var fault = fault
            fault.message = "\(part): \(fault.message)"
            session.output.tell(fault)
        }
        try Present(to: session.output, as: global.format).tell(report)
        return report.status
    }

    private func prune(by run: OperationRun) async throws -> SeriesReport {
        let series = Series(Self.name, try parts(run.configuration).map { $0.part(of: running) })
        let translation = FaultTranslation(run.configuration)
        let log = run.session.log
        defer { run.session.output.clearStatus() }
        return try await run.opened(Self.name, connections: series.parts.map(\.concurrency).max() ?? 1) { opening in
            try await run.runner(opening, tell: { _ in }).run(
                series,
                explain: { error in
                    let fault = translation.fault(for: error)
                    log?.fault(fault)
                    return fault
                },
                telling: { run.conversation("\(Self.name) \($0)").tell })
        }
    }

    /// Names the lock, the report's schema and the metrics.
    static let name = "prune"

    /// The parts of the policy to carry out.
    ///
    /// - Throws: `Fault` when there is none: what to remove is not for us to guess.
    private func parts(_ configuration: Configuration) throws -> [PruneSettings] {
        let all = try policy.map { try configuration.policy(at: $0, files: SystemFileReader()) } ?? configuration.prune
        let enabled = all.filter(\.isEnabled)
        if enabled.isEmpty { throw nothingToPrune(configuration) }
        guard let only else { return enabled }
        if let missing = only.parts.first(where: { part in !enabled.contains { $0.part == part } }) {
            throw Fault(
                .usage, "the policy does not prune \(missing.rawValue)",
                help: "it prunes \(enabled.map(\.part.rawValue).joined(separator: ", "))")
        }
        return enabled.filter { only.parts.contains($0.part) }
    }

    private func nothingToPrune(_ configuration: Configuration) -> Fault {
        let place = policy ?? configuration.profilePath
        let example = PruneSettings.example.split(separator: "\n").map { "  \($0)" }
        return Fault(
            .configuration,
            policy == nil ? "no retention policy is configured" : "the policy \(policy ?? "") prunes nothing",
            notes: [place.map { "\($0) sets nothing in its prune sections" } ?? "there is no profile", "for example:"]
                + example,
            help: policy == nil
                ? "write such lines into the profile (`mastoctl config init` writes one) or into a file for --policy"
                : "write such lines into it")
    }
}
