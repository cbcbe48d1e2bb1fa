import ArgumentParser
import Assembly
import Console
import Faults
import Operations
import Presentation

/// `mastoctl top`: what the server is at, as it happens.
struct TopCommand: HouseCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "Watch queues, statements, locks and errors.",
        discussion: """
            Draws one screen, 80 columns by 24 lines or whatever there is, and looks again every few seconds. Keys: 1 \
            to 5 show one list alone (queues, processes, statements, locks, errors), 0 all; s sorts by amount, time or \
            name, r turns the order round, / leaves only lines with a text, p stands still, space looks at once, q \
            leaves. A service that is down leaves a gap. It reads, and changes nothing; statements are told without \
            the values in them.

            Errors are those of the 500 jobs whose next try comes first. With --once it tells one moment and ends, with \
            status 1 when a service did not answer.

            Examples:
              mastoctl top
              mastoctl top --every 10s
              mastoctl top --once --format json
            """)

    @Option(help: ArgumentHelp("Look again after so long: 2s, 1m.", valueName: "duration"))
    var every: Duration = .seconds(2)

    @Flag(help: "Tell one moment, for a log, and end.")
    var once = false

    @OptionGroup(title: "Global options")
    var global: GlobalOptions

    func validate() throws {
        guard (.seconds(1) ... .seconds(3_600)).contains(every) else {
            throw ValidationError("--every must be from 1s to 1h")
        }
        if global.format != nil, !once { throw ValidationError("--format tells one moment; put --once beside it") }
    }

    func run(in session: Session) async throws -> ExitStatus {
        let making = ServicesMaking(try session.configure(global.overrides), purpose: "mastoctl top")
        if once {
            return try tell(await making.lend { await TopGathering($0).frame() }, in: session)
        }
        guard session.output.answer.canRedraw else {
            throw Fault(
                .usage, "this is no terminal that can be drawn on", help: "`mastoctl top --once` tells one moment")
        }
        let terminal = try RawTerminal()
        defer { terminal.restore() }
        let watch = TopWatch(terminal: terminal, every: every, isUnicode: session.output.answer.isUnicode)
        return try await making.lend { await watch.run(TopGathering($0)) }
    }
}
