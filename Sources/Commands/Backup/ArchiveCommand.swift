import ArgumentParser
import Assembly
import Configuration
import Faults
import Model
import Operations
import Presentation

/// A question about backups: it needs the repository and nothing of the instance.
protocol ArchiveCommand: HouseCommand where Asked.Answer: Presentable, Asked.Answer.Forms == Forms {
    associatedtype Asked: ArchiveQuestion
    func question() -> Asked
}

extension ArchiveCommand {
    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let making = BackupMaking(configuration, environment: session.environment, purpose: "mastoctl backup")
        making.warnings.forEach(session.warn)
        return try tell(await question().answer(from: making.archive()), in: session)
    }
}

/// Work on backups, which changes nothing of the instance, or all of it.
protocol BackupWorkCommand: OperationCommand {
    /// What of the instance has to be there.
    var need: BackupOpening.Need { get }
    func operation(_ configuration: Configuration, _ making: BackupMaking) throws -> Work
}

extension BackupWorkCommand {
    var need: BackupOpening.Need { .nothing }

    func operation(_ configuration: Configuration) throws -> Work {
        try operation(configuration, BackupMaking(configuration, environment: [:], purpose: "mastoctl backup"))
    }

    func perform(by run: OperationRun) async throws -> Report {
        try await run.run(operation(run.configuration, making(run)), needing: need)
    }

    /// What the work is built with; warns about files that others can read.
    func making(_ run: OperationRun) -> BackupMaking {
        let making = BackupMaking(
            run.configuration, environment: run.session.environment, purpose: "mastoctl \(CommandWords.of(Self.self))")
        making.warnings.forEach(run.session.warn)
        return making
    }
}

extension OperationRun {
    /// Runs work that opens no more of the instance than it needs.
    func run<Work: Operation>(_ operation: Work, needing need: BackupOpening.Need) async throws -> Report {
        let name = operation.card.name
        let opening = BackupOpening(configuration, purpose: "mastoctl \(name)", need: need, warn: session.warn)
        let conversation = conversation(name)
        defer { conversation.finish() }
        do {
            let report = try await runner(opening, tell: conversation.tell).run(operation)
            await opening.close()
            return report
        } catch {
            await opening.close()
            throw error
        }
    }
}

extension BackupPart: ExpressibleByArgument {
    package static var allValueStrings: [String] { choosable.map(\.rawValue) }

    package init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        self.init(rawValue: argument)
    }
}

extension RedisExtent: ExpressibleByArgument {}
extension BackupEngine: ExpressibleByArgument {}
