import Glibc
import Model
import Postgres
import Processes
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct TopTests {
    /// The program on a terminal of its own.
    private final class Watched {
        let pty: Pty
        let child: ChildProcess
        let before: [UInt32]
        private(set) var shown = ""

        init(_ program: Program, columns: UInt16 = 80, _ words: String...) throws {
            pty = try #require(Pty(columns: columns))
            before = Self.modes(pty.terminal)
            child = try ChildProcess.spawn(
                Program.path, ["top"] + words,
                environment: program.environment.merging(["TERM": "xterm", "COLUMNS": "\(columns)"]) { $1 },
                output: .descriptor(pty.terminal), errors: pty.terminal, input: pty.terminal)
        }

        /// What the terminal does with keys.
        static func modes(_ descriptor: Int32) -> [UInt32] {
            var state = termios()
            tcgetattr(descriptor, &state)
            return withUnsafeBytes(of: state.c_cc) { letters in
                [state.c_iflag, state.c_oflag, state.c_lflag] + letters.map(UInt32.init)
            }
        }

        func waits(for text: String) async -> Bool {
            var patience = Patience()
            while !patience.isOver {
                shown += pty.shownNow()
                if shown.contains(text) { return true }
                try? await Task.sleep(for: .milliseconds(20))
            }
            return false
        }

        func forget() { shown = "" }

        /// Waits for its end; the terminal must be what it was.
        func ending() async -> Int32 {
            let status = await child.wait()
            shown += pty.shownNow()
            #expect(shown.contains("\u{1B}[?1049l"), "the second screen is left")
            #expect(Self.modes(pty.terminal) == before, "the terminal is what it was")
            return status
        }
    }

    @Test func `top draws the lists, keys change them, and q leaves the terminal as it was`() async throws {
        let instance = try await TestInstance.make()
        let watched = try Watched(Program(for: instance), "--every", "1s")
        #expect(await watched.waits(for: "queue ("), "\(watched.shown)")
        #expect(watched.shown.contains("\u{1B}[?1049h") && watched.shown.contains("files in the last hour"))
        watched.forget()
        watched.pty.type("4")
        #expect(await watched.waits(for: "nothing waits for a lock"), "\(watched.shown)")
        watched.forget()
        watched.pty.type("1/zzz\r")
        #expect(await watched.waits(for: "nothing here has zzz"), "\(watched.shown)")
        watched.pty.type("\u{1B}")
        watched.forget()
        watched.pty.resize(columns: 60, lines: 10)
        #expect(await watched.waits(for: "1-5 one list"), "\(watched.shown)")
        watched.pty.type("q")
        #expect(await watched.ending() == 0)
    }

    @Test(arguments: [(SIGINT, 1, Int32(130)), (SIGTERM, 1, 143), (SIGINT, 2, 130), (SIGTERM, 2, 143)])
    func `top puts the terminal back when a signal ends it, and when a second one does`(
        signal: Int32, times: Int, status: Int32
    ) async throws {
        let instance = try await TestInstance.make()
        let watched = try Watched(Program(for: instance))
        #expect(await watched.waits(for: "queue ("), "\(watched.shown)")
        for _ in 0..<times { watched.child.send(signal) }
        #expect(await watched.ending() == status)
    }

    @Test func `top goes on beside a service that is down`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance, ["REDIS_URL": "redis://127.0.0.1:1/0"])
        let watched = try Watched(program)
        #expect(await watched.waits(for: "files in the last hour"), "\(watched.shown)")
        #expect(watched.shown.contains("127.0.0.1:1"), "\(watched.shown)")
        watched.pty.type("q")
        #expect(await watched.ending() == 0)
        let once = try await program.run(["top", "--once"])
        #expect(
            once.status == 1 && once.output.contains("127.0.0.1:1") && once.output.contains("database  "), "\(once)")
    }

    @Test func `top --once tells one moment, with who waits for whom and without anybody's values`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let holder = try await instance.connect()
        let waiter = try await instance.connect()
        try await holder.execute("begin")
        try await holder.execute("lock table webhooks")
        async let waiting: Void = Self.wait(at: waiter)
        var answer: JSONValue?
        try await untilTrue("a session waits for another") {
            let ending = try await program.run(["top", "--once", "--format", "json"])
            #expect(ending.status == 0, "\(ending)")
            answer = JSONValue(parsing: ending.output)
            return Self.blocked(answer) != nil
        }
        #expect(answer?["schema"]?.string == "top/1")
        #expect(Self.blocked(answer)?["statement"]?.string == "select count(*) from webhooks where url = ?")
        let text = try await program.run(["top", "--once"])
        #expect(text.output.contains("waiting (1)") && !text.output.contains("secret.example"), "\(text)")
        let rows = try await program.run(["top", "--once", "--format", "tsv"])
        #expect(rows.output.hasPrefix("list\tname\tnumber\tseconds\tdetail\n") && rows.output.contains("\nlock\t"))
        try await holder.execute("rollback")
        try await waiting
        await holder.close()
        await waiter.close()
        let refused = try await program.run(["top"])
        #expect(refused.status == 64 && refused.errors.contains("mastoctl top --once"), "\(refused)")
    }

    /// The first session that waits for another's lock.
    private static func blocked(_ answer: JSONValue?) -> JSONValue? {
        answer?["database"]?["statements"]?.array?.first { $0["blockers"]?.array?.isEmpty == false }
    }

    private static func wait(at connection: PostgresConnection) async throws {
        try await connection.execute("select count(*) from webhooks where url = 'https://secret.example/'")
    }
}
