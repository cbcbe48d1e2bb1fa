import Assembly
import Configuration
import Console
import Faults
import Presentation
import Stores

/// Answers a question about an instance and changes nothing.
protocol QueryCommand: HouseCommand {
    associatedtype Answer: Presentable
    func answer(from site: Site<ReadOnly>, _ configuration: Configuration) async throws -> Answer
}

extension QueryCommand {
    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let output = session.output
        let opening = InstanceOpening(configuration, purpose: Self.words) { output.warn($0) }
        let answer: Answer
        do {
            answer = try await self.answer(from: opening.forReading(), configuration)
        } catch {
            await opening.close()
            throw error
        }
        await opening.close()
        try Present(to: output, as: global.format).tell(answer)
        return answer.status
    }

    /// The words typed, as sessions and locks are named: `mastoctl media usage`.
    static var words: String { "mastoctl \(CommandWords.of(Self.self))" }
}
