import Assembly
import Configuration
import Console
import Faults
import Model
import Operations

/// Runs one operation for a command: opens the instance, shows progress, asks for consent, closes.
struct OperationRun {
    let global: GlobalOptions
    let running: RunOptions
    let session: Session
    let configuration: Configuration

    init(global: GlobalOptions, running: RunOptions, session: Session, _ configuration: Configuration) {
        self.global = global
        self.running = running
        self.session = session
        self.configuration = configuration
    }

    func run<Work: Operation>(_ operation: Work) async throws -> Report {
        let output = session.output
        let pace = running.pace(configuration.run)
        let opening = InstanceOpening(
            configuration, purpose: "mastoctl \(operation.name)", allowedSchema: running.allowSchema,
            connections: pace.concurrency
        ) { output.warn($0) }
        let conversation = Conversation(
            operation.name, output: output, progress: global.progress, verbose: running.verbose)
        let runner = Runner(
            opening: opening, mode: running.dryRun ? .dryRun : .apply, pace: pace,
            consent: AskingPerson(yes: running.yes, prompt: Prompt(output: output, noInput: running.noInput)),
            stopping: session.stopping, tell: conversation.tell)
        do {
            let report = try await runner.run(operation)
            conversation.finish()
            await opening.close()
            return report
        } catch {
            conversation.finish()
            await opening.close()
            throw error
        }
    }
}

/// Turns a run's events into what a person sees.
struct Conversation: Sendable {
    private let output: Output
    private let status: StatusLine
    private let verbose: Bool

    init(_ title: String, output: Output, progress: StatusLine.Choice, verbose: Bool) {
        self.output = output
        self.verbose = verbose
        status = StatusLine(title, output: output, choice: progress)
    }

    var tell: @Sendable (Event) -> Void {
        { event in
            switch event {
            case .surveyed: break
            case .progress(let done, let total, let bytes):
                let detail = bytes > 0 ? "\(ByteCount(bytes))" : ""
                status.update(.init(done: done, total: total, detail: detail))
            case .item(let name): if verbose { output.say(Sanitized.text(name)) }
            case .failed(let failure): output.warn("\(Sanitized.text(failure.item)): \(failure.reason)")
            case .warning(let text): output.warn(Sanitized.text(text))
            case .note(let text): output.note(Sanitized.text(text))
            case .retrying(let reason, let attempt, let seconds):
                output.note("\(reason), attempt \(attempt) in \(Int(seconds.rounded(.up))) s")
            }
        }
    }

    func finish() {
        status.finish()
    }
}

/// Asks the person at the terminal.
struct AskingPerson: Consenting {
    let yes: Bool
    let prompt: Prompt

    func consent(to operation: String, _ survey: Survey, _ risk: Risk) async throws {
        if yes { return }
        let amount = survey.count.map { "\($0) \(survey.noun)" } ?? survey.noun
        switch risk {
        case .mild: return
        case .moderate:
            if try prompt.confirm("\(operation): \(amount). Go on?") { return }
        case .severe(let name):
            if try prompt.confirm("\(operation): \(amount). This cannot be taken back.", typing: name) { return }
        }
        throw Fault(.interrupted, "nothing was changed", notes: ["the answer was no"])
    }
}
