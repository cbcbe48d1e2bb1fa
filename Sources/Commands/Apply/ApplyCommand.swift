import ArgumentParser
import Configuration
import Console
import Faults
import Operations
import Presentation

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
        let plan = try Plan(at: plan)
        try plan.require(instance: configuration.identity.localDomain ?? "localhost")
        let run = OperationRun(global: global, running: running, session: session, configuration)
        let report = try await carryOut(plan, by: run)
        try Present(to: session.output, as: global.format).tell(report)
        return report.status
    }

    private func carryOut(_ plan: Plan, by run: OperationRun) async throws -> Report {
        switch plan.work {
        case .account(let action):
            try await carryOut(plan, by: run, AccountModeration.lanes(of: action)) {
                AccountModeration(action, planned: plan.parameters, lane: $0)
            }
        case .report(let verb):
            try await carryOut(plan, by: run, ReportAction.lanes) {
                ReportAction(verb, planned: plan.parameters, lane: $0)
            }
        case .posts(let action):
            try await carryOut(plan, by: run, PostModeration.lanes) {
                PostModeration(action, planned: plan.parameters, lane: $0)
            }
        case .domainBlockSync:
            try await carryOut(plan, by: run, DomainBlockChanging<ReviewedBlocks>.lanes) {
                try DomainBlockChanging<ReviewedBlocks>(planned: plan.parameters, lane: $0)
            }
        }
    }

    /// Shows a plan, and does what it holds.
    ///
    /// - Parameter offered: the ways it can go, in its order.
    private func carryOut<Work: Plannable>(
        _ plan: Plan, by run: OperationRun, _ offered: [Lane], _ change: (Lane) throws -> Work
    ) async throws -> Report {
        let change = PlannedChange(try change(lanes.lane(of: offered, run.configuration)), by: plan)
        for line in try PlanPreview(plan).lines { run.session.output.note(Sanitized.text(line)) }
        return try await run.hooks(plan.work.code).watch { try await run.run(change) }
    }
}
