import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

/// Runs one operation for a command: opens the instance, shows progress, asks for consent, closes.
struct OperationRun {
    let global: GlobalOptions
    let running: RunOptions
    let session: Session
    let configuration: Configuration
    /// Set when the work is only to be written down.
    var planOut: String?

    init(global: GlobalOptions, running: RunOptions, session: Session, _ configuration: Configuration) {
        self.global = global
        self.running = running
        self.session = session
        self.configuration = configuration
    }

    func run<Work: Operation>(_ operation: Work) async throws -> Report {
        try refuseIdle(operation.card)
        return try await withRunner(operation.card.name) { try await $0.run(operation) }
    }

    /// Writes down what the operation would do.
    func plan<Work: Plannable>(_ operation: Work, to path: String) async throws -> Report {
        try refuseIdle(operation.card)
        return try await withRunner(operation.card.name) { try await $0.plan(operation, to: path) }
    }

    /// Where no files are deleted, or no accounts, the word would be without effect, and so may be meant for another
    /// command.
    private func refuseIdle(_ card: Card) throws {
        let idle: String? =
            if running.trustStorage, !card.touchesFiles {
                "--trust-storage has no meaning here: `\(card.name)` deletes no stored files"
            } else if running.withUnknownTables, !card.meetsUnknownTables {
                "--with-unknown-tables has no meaning here: `\(card.name)` deletes no accounts"
            } else {
                nil
            }
        if let idle { throw Fault(.usage, idle, help: "leave the option out") }
    }

    private func withRunner(_ name: String, _ work: (Runner) async throws -> Report) async throws -> Report {
        let pace = pace
        return try await opened(name, connections: pace.concurrency) { opening in
            let conversation = conversation(name)
            defer { conversation.finish() }
            return try await work(runner(opening, tell: conversation.tell))
        }
    }

    func runner(_ opening: AnyOpening, tell: @escaping @Sendable (Event) -> Void) -> Runner {
        Runner(
            opening: opening, mode: mode, pace: pace, consent: consent, stopping: session.stopping,
            trustsStorage: running.trustStorage, words: { $0.words }, tell: tell)
    }

    var mode: RunMode { running.dryRun || planOut != nil ? .dryRun : .apply }
    var pace: Pace { running.pace(configuration.run) }
    var consent: AskingPerson {
        AskingPerson(yes: running.yes, prompt: Prompt(output: session.output, noInput: running.noInput))
    }

    /// Opens the instance for some work, and closes it whatever comes of that.
    func opened<Answer>(
        _ name: String, connections: Int, _ work: (InstanceOpening) async throws -> Answer
    ) async throws -> Answer {
        let opening = InstanceOpening(
            configuration, purpose: "mastoctl \(name)", allowedSchema: running.allowSchema,
            takesUnknownTables: running.withUnknownTables, connections: connections, warn: session.warn)
        do {
            let answer = try await work(opening)
            await opening.close()
            return answer
        } catch {
            await opening.close()
            throw error
        }
    }

    func conversation(_ title: String) -> Conversation {
        Conversation(
            title, output: session.output, log: session.log, progress: global.progress, verbose: running.verbose)
    }

    /// Those who are told of the run besides the person.
    func hooks(_ name: String) -> RunHooks {
        RunHooks(operation: name, mode: mode, session: session, configuration: configuration)
    }
}

/// Turns a run's events into what a person sees.
struct Conversation: Sendable {
    private let output: Output
    private let status: StatusLine
    private let log: RunLog?
    private let verbose: Bool

    init(_ title: String, output: Output, log: RunLog?, progress: StatusLine.Choice, verbose: Bool) {
        self.output = output
        self.log = log
        self.verbose = verbose
        status = StatusLine(title, output: output, choice: progress)
    }

    var tell: @Sendable (Event) -> Void {
        { event in
            log?.event(event)
            switch event {
            case .surveyed: break
            case .progress(let done, let total, let bytes):
                let detail = bytes > 0 ? "\(ByteCount(bytes))" : ""
                status.update(.init(done: done, total: total, detail: detail))
            case .stage(let name, let done, let total):
                let megabytes = { (bytes: Int64) in Int(bytes / 1_000_000) }
                status.update(.init(done: megabytes(done), total: megabytes(total), detail: "MB of the \(name)"))
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
    var canAsk: Bool { prompt.canAsk }

    func consent(to card: Card, _ survey: Survey) async throws {
        if yes { return }
        let amount = survey.count.map { Noun.counted($0, card.noun) } ?? card.noun
        switch card.risk {
        case .mild: return
        case .moderate:
            if try prompt.confirm("\(card.name): \(amount). Go on?") { return }
        case .severe(let name):
            if try prompt.confirm("\(card.name): \(amount). This cannot be taken back.", typing: name) { return }
        }
        throw Fault(.interrupted, "nothing was changed", notes: ["the answer was no"])
    }
}
