import Model
import Operations
import Testing

@testable import Presentation

@Suite struct TopScreenTests {
    private static let start = UTCTime(1_790_000_000)

    private static func moment(after seconds: Double = 0, jobs done: Int = 1_000, push: Int = 120) -> TopFrame {
        var frame = TopFrame(domain: "town.example", time: UTCTime(start.seconds + seconds))
        frame.jobs = .init(
            queues: [
                .init(name: "default", size: 3, latency: 0.4), .init(name: "ingress", size: 0, latency: nil),
                .init(name: "pull", size: 45_678, latency: 4_000), .init(name: "push", size: push, latency: 12),
            ],
            processes: [
                .init(identity: "web:77:a", busy: 3, threads: 5, memory: 312_000_000, isQuiet: false, silence: 2),
                .init(identity: "web:78:b", busy: 5, threads: 25, memory: nil, isQuiet: true, silence: nil),
            ],
            scheduled: 9, retries: 12, dead: 1, processedToday: done, failedToday: 40,
            failures: [
                .init(errorClass: "Mastodon::UnexpectedResponseError", worker: "DeliveryWorker", count: 10),
                .init(errorClass: "Timeout::Error", worker: "LinkCrawlWorker", count: 2),
            ], failuresLookedAt: 12)
        frame.database = .init(
            connections: 12, limit: 100, active: 2, idleInTransaction: 1, waiting: 1,
            transactions: 50_000 + Int64(seconds * 120), size: 12_300_000_000,
            statements: [
                .init(
                    processID: 301, seconds: 95, state: "idle in transaction", blockers: [],
                    statement: "update accounts"),
                .init(
                    processID: 302, seconds: 61, state: "active", blockers: [301],
                    statement: "update accounts set note = ? where a_rather_long_name_of_a_column = $1 and id = $2"),
                .init(processID: 303, seconds: 0.2, state: "active", blockers: [], statement: "select ?"),
            ])
        frame.mediaOfLastHour = .init(files: 321, bytes: 45_600_000, remoteBytes: 40_000_000)
        return frame
    }

    private static func text(_ screen: TopScreen, columns: Int = 80, lines: Int = 24) -> String {
        screen.lines(columns: columns, lines: lines).joined(separator: "\n")
    }

    @Test func `all of it fits eighty columns by twenty-four lines`() {
        let screen = TopScreen(
            Self.moment(after: 2, jobs: 1_025, push: 100), after: Self.moment(), every: .seconds(2))
        #expect(
            Self.text(screen) == """
                mastoctl top  town.example  2026-09-21T14:13:22Z  every 2 s
                jobs      45,781 wait, 12 to retry, 1 dead; 8 of 30 at work, 12.5/s; today 1,02…
                database  2 at work, 1 idle in transaction, 1 wait; 12 of 100 sessions, 120.0/s…
                media     321 files in the last hour, 45.6 MB, 40.0 MB of them of other servers

                queue (4)    jobs  change  next waits
                pull       45,678           1 h 6 min
                push          100     -20        12 s

                process (2)       at work  memory  last heard of
                web:78:b (quiet)  5 of 25                  never
                web:77:a           3 of 5  312 MB        2 s ago

                session (3)         for  state                statement
                        301  1 min 35 s  idle in transaction  update accounts
                        302   1 min 1 s  active               update accounts set note = ? wher…

                waiting (1)        for  held by  statement
                        302  1 min 1 s  301      update accounts set note = ? where a_rather_lo…

                error (2)                          job              tries
                Mastodon::UnexpectedResponseError  DeliveryWorker      10
                Timeout::Error                     LinkCrawlWorker      2
                1-5 one list  0 all  s sort  r reverse  / filter  p pause  space look  q leave
                """, "\(Self.text(screen))")
    }

    @Test func `a service that is down leaves a gap with its reason`() {
        var frame = Self.moment()
        frame.jobs = nil
        frame.troubles = [.init(service: "sidekiq", reason: "cannot reach Redis at 127.0.0.1:1")]
        var lines = TopScreen(frame).lines(columns: 80, lines: 12)
        #expect(lines[1] == "jobs      cannot reach Redis at 127.0.0.1:1")
        #expect(lines.contains { $0.hasPrefix("session (3)") } && !lines.contains { $0.hasPrefix("queue") })
        frame = Self.moment()
        (frame.database, frame.mediaOfLastHour) = (nil, nil)
        frame.troubles = [.init(service: "postgres", reason: "127.0.0.1:1 does not answer within 2 s")]
        lines = TopScreen(frame).lines(columns: 80, lines: 24)
        #expect(
            lines[2].hasSuffix("127.0.0.1:1 does not answer within 2 s") && lines.contains { $0.hasPrefix("queue") })
    }

    @Test func `keys choose a list, its order and what is in it`() {
        var view = TopView()
        #expect(view.take("1s") == nil)
        func names(_ view: TopView) -> [String] {
            TopScreen(Self.moment(), view: view).lines(columns: 80, lines: 24).dropFirst(6).map {
                String($0.prefix { $0 != " " })
            }.filter { ["default", "ingress", "pull", "push"].contains($0) }
        }
        #expect(names(view) == ["pull", "push", "default", "ingress"])
        #expect(view.take("s") == nil && names(view) == ["default", "ingress", "pull", "push"])
        #expect(view.take("r") == nil && names(view) == ["push", "pull", "ingress", "default"])
        #expect(view.take("/pU") == nil && view.isTyping && names(view) == ["push", "pull"])
        #expect(view.take("q\u{7F}ll\r") == nil && !view.isTyping && view.filter == "pUll" && names(view) == ["pull"])
        #expect(view.take("\u{1B}[A\u{1B}OB") == nil && view.part == .queues && view.filter == "pUll")
        #expect(view.take("\u{1B}") == nil && view.part == nil && view.filter.isEmpty)
        #expect(view.take("p") == nil && view.isPaused)
        #expect(view.take(" ") == .look && view.take("xq") == .leave && view.take("\u{04}") == .leave)
    }

    @Test func `an empty list says so, and one that is hidden by its filter says that`() {
        var frame = TopFrame(domain: nil, time: Self.start)
        frame.database = .init(
            connections: 1, limit: 100, active: 0, idleInTransaction: 0, waiting: 0, transactions: 0, size: 0,
            statements: [])
        var view = TopView()
        _ = view.take("4")
        #expect(TopScreen(frame, view: view).lines(columns: 80, lines: 24)[5] == "nothing waits for a lock")
        _ = view.take("1/nowhere\r")
        #expect(TopScreen(Self.moment(), view: view).lines(columns: 80, lines: 24)[5] == "nothing here has nowhere")
    }

    @Test(arguments: [(1, 1), (20, 3), (40, 10), (80, 24), (200, 60)])
    func `whatever the size, it is filled and never more than filled`(columns: Int, lines: Int) {
        for part in [nil] + TopView.Part.allCases.map(Optional.some) {
            var view = TopView()
            view.part = part
            let shown = TopScreen(Self.moment(), view: view).lines(columns: columns, lines: lines)
            #expect(shown.count == lines)
            #expect(shown.allSatisfy { $0.count <= columns && !$0.contains("\n") })
        }
    }

    @Test func `text of others cannot speak to the terminal`() {
        var frame = Self.moment()
        frame.jobs?.queues = [.init(name: "a\u{1B}[2Jb", size: 1, latency: nil)]
        frame.troubles = [.init(service: "postgres", reason: "x\u{1B}]0;y\u{07}")]
        frame.database = nil
        let shown = Self.text(TopScreen(frame))
        #expect(!shown.unicodeScalars.contains { $0.value == 0x1B || $0.value == 7 })
    }

    @Test(arguments: [
        ([5, 1, 9], 10, [5, 1, 4]), ([2, 2], 9, [2, 2]), ([3, 3], 1, [1, 0]), ([], 5, []), ([3], -2, [0]),
    ])
    func `a long list takes what the short ones leave`(wanted: [Int], room: Int, shares: [Int]) {
        #expect(TopScreen.shares(wanted, room: room) == shares)
    }
}
