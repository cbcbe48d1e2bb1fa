import Glibc
import Processes
import Support
import Testing

/// `fleet run` as a person at a terminal sees it.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FleetScreenTests {
    /// What stands on a screen once all of this was written: lines, and where they were wiped.
    private struct Screen {
        private(set) var lines = [""]

        mutating func take(_ text: String) {
            var rest = text[...]
            while let letter = rest.first {
                if rest.hasPrefix("\u{1B}[A") {
                    lines.removeLast()
                    rest = rest.dropFirst(3)
                } else if rest.hasPrefix("\u{1B}[K") {
                    // It is written behind `\r` or after going up, so the whole line goes.
                    lines[lines.count - 1] = ""
                    rest = rest.dropFirst(3)
                } else {
                    // The terminal itself writes `\r` before an end of line; both are one letter to Swift.
                    if letter.isNewline, letter != "\r" {
                        lines.append("")
                    } else {
                        lines[lines.count - 1].append(letter)
                    }
                    rest = rest.dropFirst()
                }
            }
        }
    }

    @Test func `the servers are a table that is drawn again in its place, and is gone at the end`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Program()
        for name in ["one", "two"] {
            program.folder.make(
                ".config/mastoctl/\(name).toml", content: "env_file = \"\(instance.environmentFile)\"\n")
        }
        program.folder.make(
            ".config/mastoctl/zero.toml", content: "env_file = \"\(instance.environmentFile)\"\n[postgres]\nport = 1\n")
        let pty = try #require(Pty(columns: 80))
        let child = try ChildProcess.spawn(
            Program.path, ["fleet", "run", "all", "--parallel", "1", "--", "rules", "list"],
            environment: program.environment.merging(["TERM": "xterm"]) { $1 },
            output: .file("\(program.folder.path)/answer"), errors: pty.terminal, input: pty.terminal)
        var shown = ""
        var status: Int32?
        var patience = Patience()
        while status == nil, !patience.isOver {
            status = child.status()
            shown += pty.shownNow()
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(status == 1, "\(shown)")
        #expect(shown.contains("\u{1B}[A\u{1B}[K"), "it is drawn in its place: \(shown)")
        #expect(shown.contains("zero") && shown.contains("waiting") && shown.contains("running"), "\(shown)")
        #expect(shown.contains("1 of 3 servers over, 0 failed, 1 running"), "\(shown)")
        #expect(shown.contains("3 of 3 servers over, 1 failed, 0 running"), "\(shown)")
        #expect(!shown.contains("one: done, "), "lines are for where no table is drawn: \(shown)")
        var screen = Screen()
        screen.take(shown)
        #expect(!screen.lines.contains { $0.contains("servers over") }, "\(screen.lines)")
        #expect(TextFile.read("\(program.folder.path)/answer")?.contains("zero") == true)
        withExtendedLifetime(instance) {}
    }
}
