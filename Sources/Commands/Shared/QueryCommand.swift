import Assembly
import Configuration
import Console
import Faults
import Operations
import Presentation

/// Asks a question about an instance and tells the answer; changes nothing.
protocol QueryCommand: HouseCommand {
    associatedtype Asked: Question
    /// What is told: the question's own answer, unless the command words it by `told`.
    associatedtype Answer: Presentable = Asked.Answer where Answer.Forms == Forms
    func question(_ configuration: Configuration) throws -> Asked
    func told(_ answer: Asked.Answer) throws -> Answer
}

extension QueryCommand where Asked.Answer == Answer {
    func told(_ answer: Asked.Answer) -> Answer { answer }
}

extension QueryCommand {
    func run(in session: Session) async throws -> ExitStatus {
        let configuration = try session.configure(global.overrides)
        let output = session.output
        let opening = InstanceOpening(configuration, purpose: "mastoctl \(CommandWords.of(Self.self))") {
            output.warn($0)
        }
        let answer: Answer
        do {
            answer = try told(await question(configuration).answer(at: opening.forReading()))
        } catch {
            await opening.close()
            throw error
        }
        await opening.close()
        return try tell(answer, in: session)
    }
}
