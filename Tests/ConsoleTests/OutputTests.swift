import Console
import Faults
import Glibc
import Support
import Testing

private let plain = Terminal(isTerminal: false, width: nil, usesColour: false)

@Suite struct OutputTests {
    @Test func `a full device is a fault of status 74, told once`() throws {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let output = Output(answer: plain, conversation: plain, answerDescriptor: full, conversationDescriptor: full)
        try output.write("answer")
        let fault = #expect(throws: Fault.self) { try output.flush() }
        #expect(fault?.kind.status == .inputOutput)
        #expect(fault?.notes == ["No space left on device"])
        output.say("nobody hears this, and nothing fails")
        try output.flush()
    }

    @Test func `a large answer to a full device fails before the end`() {
        let full = open("/dev/full", O_WRONLY)
        defer { close(full) }
        let output = Output(answer: plain, conversation: plain, answerDescriptor: full)
        #expect(throws: Fault.self) { try output.write(String(repeating: "x", count: 1 << 17)) }
    }

    @Test func `a reader that goes away is noticed and is no fault`() throws {
        Signals.ignoreBrokenPipes()
        let ends = pipeEnds()
        close(ends.reading)
        defer { close(ends.writing) }
        let output = Output(answer: plain, conversation: plain, answerDescriptor: ends.writing)
        try output.write("answer")
        #expect(!output.isClosed)
        try output.flush()
        #expect(output.isClosed)
        try output.write(String(repeating: "x", count: 1 << 20))
        try output.flush()
    }

    @Test func `a closed descriptor is a fault`() throws {
        let output = Output(answer: plain, conversation: plain, answerDescriptor: 9_999)
        try output.write("answer")
        #expect(throws: Fault.self) { try output.flush() }
    }

    @Test func `the answer arrives whole and in order`() throws {
        let ends = pipeEnds()
        let output = Output(answer: plain, conversation: plain, answerDescriptor: ends.writing)
        try output.writeLine("one")
        try output.writeLine("två")
        try output.flush()
        close(ends.writing)
        #expect(drain(ends.reading) == "one\ntvå\n")
        close(ends.reading)
    }

    @Test func `a pipe that is full for a while is waited for`() async throws {
        let ends = pipeEnds()
        _ = fcntl(ends.writing, F_SETFL, O_NONBLOCK)
        let output = Output(answer: plain, conversation: plain, answerDescriptor: ends.writing)
        let text = String(repeating: "0123456789", count: 50_000)
        let reader = Task.detached { drain(ends.reading) }
        try output.write(text)
        try output.flush()
        close(ends.writing)
        #expect(await reader.value == text)
        close(ends.reading)
    }

    @Test func `quiet leaves out notes, not warnings or faults`() {
        let ends = pipeEnds()
        let output = Output(answer: plain, conversation: plain, isQuiet: true, conversationDescriptor: ends.writing)
        output.note("a note")
        output.warn("a warning")
        output.tell(Fault(.noSuch, "no such \u{1B}[31maccount", notes: ["a note of it"], help: "try another"))
        close(ends.writing)
        #expect(
            drain(ends.reading)
                == "warning: a warning\nerror: no such account\n  note: a note of it\n  help: try another\n")
        close(ends.reading)
    }

    @Test func `the status line is taken away before other output and drawn again after it`() throws {
        let pty = try #require(Pty())
        let terminal = Terminal(descriptor: pty.terminal, environment: ["TERM": "xterm"])
        let output = Output(
            answer: plain, conversation: terminal, answerDescriptor: pty.terminal, conversationDescriptor: pty.terminal)
        let line = StatusLine("media remove", output: output)
        line.update(.init(done: 5, total: 10, detail: "1 kB"))
        #expect(pty.shown().hasPrefix("media remove  50%  5/10"))
        output.say("something")
        let text = pty.shown()
        #expect(text.hasPrefix("\r\u{1B}[Ksomething\r\nmedia remove  50%  5/10"))
        line.finish()
        #expect(pty.shown() == "\r\u{1B}[K")
    }

    @Test func `the number of a closed standard descriptor is not handed to the next file`() async {
        await #expect(processExitsWith: .success) {
            close(STDOUT_FILENO)
            Output.holdStandardDescriptors()
            let next = open("/dev/null", O_RDONLY)
            let output = Output(environment: [:])
            try output.write("x")
            #expect(throws: Fault.self) { try output.flush() }
            #expect(next > 2)
        }
    }
}
