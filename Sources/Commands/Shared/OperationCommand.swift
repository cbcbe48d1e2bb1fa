import Assembly
import Configuration
import Faults
import Operations
import Presentation

/// Names an operation; everything else about running it is here.
protocol OperationCommand: HouseCommand {
    associatedtype Work: Operation
    var running: RunOptions { get }
    func operation(_ configuration: Configuration) throws -> Work
}

extension OperationCommand {
    var finishesBatches: Bool { true }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides + running.overrides)
        let run = OperationRun(global: global, running: running, session: session, configuration)
        let report = try await run.hooks(CommandWords.of(Self.self)).watch {
            try await run.run(operation(configuration))
        }
        try Present(to: session.output, as: global.format).tell(report)
        return report.status
    }
}
