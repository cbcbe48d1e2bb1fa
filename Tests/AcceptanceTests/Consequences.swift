import Commands
import Faults
import Glibc
import Model
import Support

extension Stage {
    /// What comes of a command line on this instance, carried out in this process: to start a program takes most of the
    /// time of a short run. For what is about processes themselves (signals, kills, memory, users) there is `run`.
    func consequences(of words: String...) async throws -> Run {
        let folder = TemporaryFolder()
        let answer = creat("\(folder.path)/out", 0o600)
        let conversation = creat("\(folder.path)/err", 0o600)
        defer {
            close(answer)
            close(conversation)
        }
        let start = ContinuousClock.now
        let status = await EntryPoint.consequences(
            of: words + ["--env-file", try writeSettings()],
            in: Surroundings(environment: environment, answer: answer, conversation: conversation))
        return Run(
            status: status.rawValue, answer: TextFile.read("\(folder.path)/out") ?? "",
            conversation: TextFile.read("\(folder.path)/err") ?? "", seconds: (ContinuousClock.now - start).inSeconds)
    }
}
