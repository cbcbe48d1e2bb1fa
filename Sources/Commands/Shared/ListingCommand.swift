import Assembly
import Configuration
import Console
import Faults
import Operations
import Presentation

/// Asks a question whose answer is rows, and tells them as they are read, so that a million of them need no memory.
protocol ListingCommand: HouseCommand where Forms == NoForms {
    associatedtype Row: Listed
    associatedtype Asked: Question where Asked.Answer: AsyncSequence, Asked.Answer.Element == [Row]
    func question(_ configuration: Configuration) throws -> Asked
    /// Writes the rows; as a list of rows unless the command knows better.
    func tell(_ rows: Asked.Answer, by present: Present<NoForms>) async throws
}

extension ListingCommand {
    func tell(_ rows: Asked.Answer, by present: Present<NoForms>) async throws { try await present.tell(rows) }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let output = session.output
        let opening = InstanceOpening(configuration, purpose: "mastoctl \(CommandWords.of(Self.self))") {
            output.warn($0)
        }
        do {
            let rows = try await question(configuration).answer(at: opening.forReading())
            try await tell(rows, by: Present(to: output, as: global.format))
        } catch {
            await opening.close()
            throw error
        }
        await opening.close()
        return .done
    }
}
