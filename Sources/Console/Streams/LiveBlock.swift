/// Some lines below the conversation that are drawn again in place, on a terminal that can; elsewhere what has come to
/// pass is said line by line.
package final class LiveBlock: Sendable {
    private enum Mode {
        case drawn, lines, silent
    }

    private let output: Output
    private let mode: Mode

    package init(output: Output, choice: StatusLine.Choice = .auto) {
        self.output = output
        let usual: Mode = output.conversation.canRedraw ? .drawn : .lines
        mode = choice == .never || (choice == .auto && output.isQuiet) ? .silent : usual
    }

    /// - Parameter lines: gets the columns and lines there are.
    package func draw(_ lines: (_ columns: Int, _ lines: Int) -> [String]) {
        guard mode == .drawn else { return }
        // One less than there are: some terminals wrap when the last column is filled, and scroll after the last line.
        let shown = lines(
            max((output.conversation.width ?? 80) - 1, 10), max((output.conversation.height ?? 24) - 1, 2))
        output.showStatus(shown.joined(separator: "\n"))
    }

    /// Says what has come to pass, where no block is drawn.
    package func say(_ line: String) {
        if mode == .lines { output.say(line) }
    }

    /// Takes the block off the screen.
    package func finish() {
        if mode == .drawn { output.clearStatus() }
    }
}
