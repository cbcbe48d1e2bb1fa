import Assembly
import ArgumentParser
import Configuration
import Console
import Faults
import Operations
import Presentation

/// Names an operation; everything else about running it is here.
protocol OperationCommand: HouseCommand where Forms == NoForms {
    associatedtype Work: Operation
    var running: RunOptions { get }
    /// Where the plan goes when nothing is to be done yet.
    var planOut: String? { get }
    /// What options of its own say about settings.
    var overrides: [Override] { get }
    func operation(_ configuration: Configuration) throws -> Work
    func perform(by run: OperationRun) async throws -> Report
}

extension OperationCommand {
    var finishesBatches: Bool { true }
    var planOut: String? { nil }
    var overrides: [Override] { [] }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides + running.overrides + overrides)
        var run = OperationRun(global: global, running: running, session: session, configuration)
        run.planOut = planOut
        let report = try await run.hooks(CommandWords.of(Self.self)).watch { [run] in try await perform(by: run) }
        if session.isTootctl, global.format == nil, let words = report.wordsOfTootctl {
            for line in words.split(separator: "\n") { try session.output.writeLine(Sanitized.text(String(line))) }
        } else {
            try Present(to: session.output, as: global.format).tell(report)
        }
        return report.status
    }

    func perform(by run: OperationRun) async throws -> Report {
        try await run.run(operation(run.configuration))
    }
}

/// A command that can write down what is to be done later.
protocol PlanningCommand: ParsableCommand {
    var planning: PlanOptions { get }
}

/// A command whose operation can be written down first and carried out later.
protocol PlannableCommand: OperationCommand, PlanningCommand where Work: Plannable {}

extension PlannableCommand {
    var planOut: String? { planning.planOut }

    func perform(by run: OperationRun) async throws -> Report {
        let operation = try operation(run.configuration)
        guard let planOut else { return try await run.run(operation) }
        return try await run.plan(operation, to: planOut)
    }
}

/// The option of commands that can be planned.
struct PlanOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Change nothing; write the plan into this new file, for `mastoctl apply`.", valueName: "file"),
        completion: .file())
    var planOut: String?
}
