import ArgumentParser
import Configuration
import Console
import Faults
import Operations
import Presentation
import Stores

/// `mastoctl apply`: carry out a plan that a command wrote with `--plan-out`.
struct ApplyCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Carry out a saved plan.",
        discussion: """
            Shows the plan that a command wrote with --plan-out, asks, and does what it holds and nothing else. Each \
            item is looked at again first: one whose state is not as the plan saw it is left alone, with its reason. \
            So a plan may be applied twice; the second time there is nothing left to do. A plan of another instance, \
            of an unknown kind, or one that was changed or cut off since is refused.

            Lanes: those of the command that made the plan.

            Examples:
              mastoctl accounts suspend --from spammers.txt --plan-out spammers.json
              mastoctl apply spammers.json --dry-run --verbose
              mastoctl apply spammers.json --yes
            """)

    @Argument(help: ArgumentHelp("The plan.", valueName: "file"), completion: .file())
    var plan: String

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions

    @OptionGroup(title: "Run options")
    var running: RunOptions

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    var finishesBatches: Bool { true }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides + running.overrides)
        let plan = Plan(try PlanFile(path: plan))
        try plan.require(instance: configuration.identity.localDomain ?? "localhost")
        let run = OperationRun(global: global, running: running, session: session, configuration)
        let report = try await PlannedOperations.type(of: plan).carryOut(plan, by: run, lanes)
        try Present(to: session.output, as: global.format).tell(report)
        return report.status
    }
}

extension Plannable {
    /// Shows a plan of this type's, and does what it holds.
    fileprivate static func carryOut(_ plan: Plan, by run: OperationRun, _ options: LaneOptions) async throws -> Report
    {
        let operation = try Self(plan, lane: options.lane(of: lanes(of: plan.operation), run.configuration))
        for line in try PlanPreview(plan).lines { run.session.output.note(Sanitized.text(line)) }
        return try await run.hooks(plan.operation).watch { try await run.run(operation) }
    }
}
