import ArgumentParser
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
        let typed = Array(CommandLine.arguments.dropFirst())
        // Scripts ask for the version often, and the command tree takes a third of the time of a start to build.
        let status =
            typed == ["--version"]
            ? tellVersion()
            : await run(Arguments.normalized(typed, commands: CommandWords.all), environment: Environment.current)
        exit(status.rawValue)
    }

    private static func tellVersion() -> ExitStatus {
        let output = Output(environment: [:])
        do {
            try output.writeLine(Version.number)
            try output.flush()
            return .done
        } catch {
            return .inputOutput
        }
    }

    private static func run(_ words: [String], environment: [String: String]) async -> ExitStatus {
        let command: any HouseCommand
        do {
            var parsed = try MastoctlCommand.parseAsRoot(words)
            guard let leaf = parsed as? any HouseCommand else {
                try parsed.run()
                return .done
            }
            command = leaf
        } catch {
            return tell(parsing: error, environment: environment)
        }
        let global = command.global
        let output = Output(environment: environment, colour: global.color, isQuiet: global.quiet)
        let stopping = Stopping()
        let work = Task { await perform(command, output, environment, stopping, words) }
        let canFinish = command.finishesBatches
        Signals.watch { signal in
            stopping.ask(signal == SIGINT ? .interrupted : .terminated)
            if canFinish {
                output.note("finishing the batch; once more to leave at once")
            } else {
                work.cancel()
            }
        }
        let status = await work.value
        // A query cut short by a signal says which.
        return status == .interrupted && stopping.asked == .terminated ? .terminated : status
    }

    private static func perform(
        _ command: any HouseCommand, _ output: Output, _ environment: [String: String], _ stopping: Stopping,
        _ words: [String]
    ) async -> ExitStatus {
        let session = Session(output: output, environment: environment, stopping: stopping, words: words)
        do {
            try command.checkForm()
            let status = try await command.run(in: session)
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
    private static func tell(parsing error: any Error, environment: [String: String]) -> ExitStatus {
        let output = Output(environment: environment)
        let text = MastoctlCommand.fullMessage(for: error)
        guard MastoctlCommand.exitCode(for: error) == .success else {
            output.tell(usageFault(MastoctlCommand.message(for: error), full: text))
            return .usage
        }
        do {
            try output.writeLine(text)
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
