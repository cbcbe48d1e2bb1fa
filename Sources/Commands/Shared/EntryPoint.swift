import ArgumentParser
import Assembly
import Configuration
import Console
import Faults
import Glibc
import Operations

/// What `main` calls: parse, run, report, exit.
package enum EntryPoint {
    /// Never returns; the exit status is one of `ExitStatus`.
    package static func main() async {
        Output.holdStandardDescriptors()
        Signals.ignoreBrokenPipes()
        let isTootctl = TootctlWords.isName(CommandLine.arguments.first ?? "")
        let given = Array(CommandLine.arguments.dropFirst())
        let typed = isTootctl ? TootctlWords.translated(given) : given
        let here = Surroundings(environment: Environment.current, isTootctl: isTootctl)
        // Scripts ask for the version often, and the command tree takes a third of the time of a start to build.
        let status =
            typed == ["--version"]
            ? write(Version.number + "\n", to: here.output())
            : await run(Arguments.normalized(typed, commands: { CommandWords.all }), in: here, heed)
        exit(status.rawValue)
    }

    /// What comes of a command line, in this process and to its end: nothing here heeds a signal or exits.
    package static func consequences(of words: [String], in here: Surroundings) async -> ExitStatus {
        await run(Arguments.normalized(words, commands: { CommandWords.all }), in: here) { _ in }
    }

    /// A command at work: how it is asked to end, and how it is ended.
    private struct Work: Sendable {
        var task: Task<ExitStatus, Never>
        var stopping: Stopping
        var output: Output
        /// Whether it ends by itself when it is asked to.
        var finishesBatches: Bool
    }

    private static func run(_ words: [String], in here: Surroundings, _ heed: (Work) -> Void) async -> ExitStatus {
        let place = CommandSearch(words)
        if let fault = place.fault {
            here.output().tell(fault)
            return fault.kind.status
        }
        if place.asksForHelp { return tell(helpAt: place, here) }
        let command: any HouseCommand
        do {
            // What is no command with something to do is a noun.
            guard let leaf = try MastoctlCommand.parseAsRoot(words) as? any HouseCommand else {
                return tell(helpAt: place, here)
            }
            command = leaf
        } catch {
            return tell(parsing: error, words, at: place, here)
        }
        let output = here.output(colour: command.colour, isQuiet: command.isQuiet)
        let stopping = Stopping()
        let task = Task { await perform(command, output, stopping, words, in: here) }
        heed(Work(task: task, stopping: stopping, output: output, finishesBatches: command.finishesBatches))
        let status = await task.value
        // A query cut short by a signal says which.
        return status == .interrupted && stopping.asked == .terminated ? .terminated : status
    }

    private static func heed(_ work: Work) {
        Signals.watch { signal in
            work.stopping.ask(signal == SIGINT ? .interrupted : .terminated)
            if work.finishesBatches {
                work.output.note("finishing the batch; once more to leave at once")
            } else {
                work.task.cancel()
            }
        }
    }

    private static func perform(
        _ command: any HouseCommand, _ output: Output, _ stopping: Stopping, _ words: [String], in here: Surroundings
    ) async -> ExitStatus {
        let session = Session(
            output: output, environment: here.environment, stopping: stopping, words: words, isTootctl: here.isTootctl)
        if session.isTootctl, output.conversation.isTerminal {
            output.note("this is mastoctl \(Version.number), called by the name tootctl")
        }
        do {
            let status = try await carried(command, in: session)
            try output.flush()
            session.log?.finished(status)
            return status
        } catch {
            let fault = session.fault(for: error)
            output.tell(fault)
            session.log?.fault(fault)
            session.log?.finished(fault.kind.status)
            return fault.kind.status
        }
    }

    /// Here, or where the profile says that the server is.
    private static func carried(_ command: any HouseCommand, in session: Session) async throws -> ExitStatus {
        do {
            return try await command.run(in: session)
        } catch let far as FarSide {
            let isTerminal = session.output.answer.isTerminal && isatty(STDIN_FILENO) == 1
            return try await FarRun(far, environment: session.environment).run(
                Arguments.without("--profile", session.words), isTerminal: isTerminal)
        }
    }

    /// The parser's own words in the form of every other error, its line on usage as a note.
    private static func usageFault(_ message: String, full: String) -> Fault {
        var words = message
        while words.hasSuffix(".") { words.removeLast() }
        if let first = words.first { words = first.lowercased() + words.dropFirst() }
        let usage = full.split(separator: "\n").first { $0.hasPrefix("Usage: ") }
        return Fault(
            .usage, words, notes: usage.map { ["usage: \($0.dropFirst(7))"] } ?? [],
            help: "put --help behind the command for its options and examples")
    }

    /// Help and version are answers; everything else the parser says is a usage error.
    private static func tell(
        parsing error: any Error, _ words: [String], at place: CommandSearch, _ here: Surroundings
    ) -> ExitStatus {
        let output = here.output()
        // Who asks for help gets it, whatever else is wrong with the line.
        let asksForHelp = words.prefix { $0 != "--" }.contains("--help")
        guard asksForHelp || MastoctlCommand.exitCode(for: error) == .success else {
            let text = MastoctlCommand.fullMessage(for: error)
            output.tell(usageFault(MastoctlCommand.message(for: error), full: text))
            return .usage
        }
        if Arguments.askForHelp(words) { return tell(helpAt: place, here) }
        return write(MastoctlCommand.fullMessage(for: error) + "\n", to: output)
    }

    private static func tell(helpAt place: CommandSearch, _ here: Surroundings) -> ExitStatus {
        let output = here.output()
        guard let command = place.path.dropFirst().last else {
            return write(FirstScreen.text(for: output.answer), to: output)
        }
        do {
            let tree = try CommandTree.of(command, below: place.words.dropLast())
            return write(HelpPage.text(of: tree, for: output.answer), to: output)
        } catch {
            let fault = FaultTranslation(nil).fault(for: error)
            output.tell(fault)
            return fault.kind.status
        }
    }

    private static func write(_ text: String, to output: Output) -> ExitStatus {
        do {
            try output.write(text)
            try output.flush()
            return .done
        } catch {
            return .inputOutput
        }
    }
}

/// The environment of this process.
enum Environment {
    static var current: [String: String] {
        var all: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                all[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return all
    }
}
