import Assembly
import Configuration
import Console
import Faults
import Presentation
import Stores

/// Answers with rows that are told as they are read, so that a million of them need no memory.
protocol ListingCommand: HouseCommand {
    associatedtype Row: Listed
    associatedtype Rows: AsyncSequence where Rows.Element == [Row]
    func rows(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> Rows
    /// Writes the rows; as a list of rows unless the command knows better.
    func tell(_ rows: Rows, by present: Present) async throws
}

extension ListingCommand {
    func tell(_ rows: Rows, by present: Present) async throws { try await present.tell(rows) }

    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let output = session.output
        let opening = InstanceOpening(configuration, purpose: "mastoctl \(CommandWords.of(Self.self))") {
            output.warn($0)
        }
        do {
            let rows = try await rows(from: opening.forReading(), configuration)
            try await tell(rows, by: Present(to: output, as: global.format))
        } catch {
            await opening.close()
            throw error
        }
        await opening.close()
        return .done
    }
}
