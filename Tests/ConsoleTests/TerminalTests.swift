import Console
import Faults
import Glibc
import Support
import Testing

@Suite struct TerminalTests {
    @Test func `a terminal tells its width, and COLUMNS wins`() throws {
        let pty = try #require(Pty(columns: 123))
        #expect(Terminal(descriptor: pty.terminal, environment: ["TERM": "xterm"]).width == 123)
        #expect(Terminal(descriptor: pty.terminal, environment: ["COLUMNS": "50"]).width == 50)
        #expect(Terminal(descriptor: pty.terminal, environment: ["COLUMNS": "x"]).width == 123)
    }

    @Test func `a pipe has no width, no colour and is never redrawn`() {
        let ends = pipeEnds()
        defer {
            close(ends.reading)
            close(ends.writing)
        }
        let terminal = Terminal(descriptor: ends.writing, environment: ["TERM": "xterm", "COLUMNS": "50"])
        #expect(terminal.width == nil && !terminal.usesColour && !terminal.canRedraw && !terminal.isTerminal)
    }

    @Test(arguments: [
        ([:], ColourChoice.auto, true), (["NO_COLOR": "1"], .auto, false), (["NO_COLOR": ""], .auto, true),
        (["NO_COLOR": "1"], .always, true), ([:], .never, false), (["TERM": "dumb"], .auto, false),
        (["CLICOLOR_FORCE": "1"], .never, false), (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .auto, false),
    ])
    func `colour follows the flag, then the environment, then the terminal`(
        environment: [String: String], choice: ColourChoice, isColoured: Bool
    ) throws {
        let pty = try #require(Pty())
        let complete = ["TERM": "xterm"].merging(environment) { $1 }
        let terminal = Terminal(descriptor: pty.terminal, environment: complete, colour: choice)
        #expect(terminal.usesColour == isColoured)
    }

    @Test func `colour can be forced off a terminal`() {
        let ends = pipeEnds()
        let forced = Terminal(descriptor: ends.writing, environment: ["CLICOLOR_FORCE": "1"])
        let unforced = Terminal(descriptor: ends.writing, environment: ["CLICOLOR_FORCE": "0"])
        #expect(forced.usesColour && !unforced.usesColour)
        #expect(forced.paint("x", .red) == "\u{1B}[31mx\u{1B}[0m")
        #expect(unforced.paint("x", .red) == "x")
        close(ends.reading)
        close(ends.writing)
    }

    private func prompt(_ pty: Pty, noInput: Bool = false) -> Prompt {
        let terminal = Terminal(descriptor: pty.terminal, environment: ["TERM": "xterm"])
        let output = Output(answer: terminal, conversation: terminal, conversationDescriptor: pty.terminal)
        return Prompt(output: output, noInput: noInput, descriptor: pty.terminal)
    }

    @Test(arguments: [
        ("y\n", true), ("YES \n", true), ("n\n", false), ("\n", false), ("yep\n", false), ("\u{4}", false),
    ])
    func `only a yes is a yes`(typed: String, answer: Bool) throws {
        let pty = try #require(Pty())
        pty.type(typed)
        #expect(try prompt(pty).confirm("Delete 5 files?") == answer)
        #expect(pty.shown().contains("Delete 5 files? [y/N] "))
    }

    @Test(arguments: [("mastodon.example\n", true), ("y\n", false), ("Mastodon.example\n", false)])
    func `the name has to be typed exactly`(typed: String, answer: Bool) throws {
        let pty = try #require(Pty())
        pty.type(typed)
        #expect(try prompt(pty).confirm("Purge it?", typing: "mastodon.example") == answer)
    }

    @Test func `without a person the fault names --yes`() throws {
        let pty = try #require(Pty())
        let refused = #expect(throws: Fault.self) { try prompt(pty, noInput: true).confirm("Delete?") }
        #expect(refused?.kind == .usage && refused?.help?.contains("--yes") == true)
        let ends = pipeEnds()
        defer {
            close(ends.reading)
            close(ends.writing)
        }
        let terminal = Terminal(descriptor: pty.terminal, environment: ["TERM": "xterm"])
        let output = Output(answer: terminal, conversation: terminal, conversationDescriptor: pty.terminal)
        let piped = Prompt(output: output, noInput: false, descriptor: ends.reading)
        #expect(throws: Fault.self) { try piped.confirm("Delete?", typing: "x") }
    }
}
