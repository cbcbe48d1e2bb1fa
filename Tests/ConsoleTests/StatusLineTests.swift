import Glibc
import Support
import Testing

@testable import Console

@Suite struct StatusLineTests {
    private let start = ContinuousClock.now
    private let plain = Terminal(isTerminal: false, width: nil, usesColour: false)

    @Test func `the line tells share, rate and what is left`() {
        let text = StatusLine.text(
            "media remove", .init(done: 4_500, total: 10_000, detail: "1.2 GB freed"), since: (start, 0),
            now: start + .seconds(9))
        #expect(text == "media remove  45%  4,500/10,000  500/s  left 0:11  1.2 GB freed")
        let slow = StatusLine.text("x", .init(done: 3), since: (start, 0), now: start + .seconds(60))
        #expect(slow == "x  3  3/min")
        let nothing = StatusLine.text("x", .init(done: 0, total: 0), since: (start, 0), now: start)
        #expect(nothing == "x  0")
    }

    @Test(arguments: [(0, "0:00"), (42, "0:42"), (725, "12:05"), (11_525, "3:12:05")])
    func `time left reads as a clock`(seconds: Int, text: String) {
        #expect(StatusLine.clock(seconds) == text)
    }

    @Test func `off a terminal there is a line every 30 seconds`() {
        let ends = pipeEnds()
        let output = Output(answer: plain, conversation: plain, conversationDescriptor: ends.writing)
        let line = StatusLine("run", output: output)
        for second in 0...95 { line.update(.init(done: second * 10), at: .now + .seconds(second)) }
        line.finish()
        close(ends.writing)
        #expect(drain(ends.reading).split(separator: "\n").count == 3)
        close(ends.reading)
    }

    @Test(arguments: [StatusLine.Choice.auto, .never])
    func `quiet and never are silent`(choice: StatusLine.Choice) {
        let ends = pipeEnds()
        let output = Output(
            answer: plain, conversation: plain, isQuiet: choice == .auto, conversationDescriptor: ends.writing)
        let line = StatusLine("run", output: output, choice: choice)
        line.update(.init(done: 1), at: .now + .seconds(100))
        close(ends.writing)
        #expect(drain(ends.reading) == "")
        close(ends.reading)
    }

    @Test func `a terminal is drawn on at most ten times a second, within its width`() throws {
        let pty = try #require(Pty(columns: 30))
        let terminal = Terminal(descriptor: pty.terminal, environment: ["TERM": "xterm"])
        let output = Output(answer: plain, conversation: terminal, conversationDescriptor: pty.terminal)
        let line = StatusLine("a run with a rather long name", output: output)
        let now = ContinuousClock.now
        for step in 0..<1_000 { line.update(.init(done: step, total: 1_000), at: now + .milliseconds(step)) }
        let drawn = pty.shown().split(separator: "\r").map { $0.replacing("\u{1B}[K", with: "") }
        #expect((9...11).contains(drawn.count))
        #expect(drawn.allSatisfy { $0.displayWidth < 30 })
    }
}
