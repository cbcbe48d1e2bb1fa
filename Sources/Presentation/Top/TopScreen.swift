import Console
import Model
import Operations

/// Lays out what `mastoctl top` shows: the same moment and the same wishes give the same lines.
package struct TopScreen {
    private let frame: TopFrame
    /// The moment before, for what has changed since.
    private let last: TopFrame?
    private let view: TopView
    /// Between two looks.
    private let every: Duration?

    /// - Parameter every: nil for one moment alone.
    package init(_ frame: TopFrame, after last: TopFrame? = nil, view: TopView = TopView(), every: Duration? = nil) {
        self.frame = frame
        self.last = last
        self.view = view
        self.every = every
    }

    /// Exactly so many lines, none wider than the screen.
    package func lines(columns: Int, lines count: Int, isUnicode: Bool = true) -> [String] {
        let terminal = Terminal(isTerminal: true, width: columns, usesColour: false, isUnicode: isUnicode)
        let head = self.head
        let room = max(count - head.count - 1, 0)
        var lines = head + lists(terminal, room: room)
        lines = Array(lines.prefix(max(count - 1, 0)))
        while lines.count < count - 1 { lines.append("") }
        if count > 0 { lines.append(foot) }
        return lines.map { Sanitized.text($0).clipped(to: columns) }
    }

    /// All there is, for a log.
    package func all(for terminal: Terminal) -> [String] { head + lists(terminal, room: nil) }

    // MARK: - the head

    private var head: [String] { [title, jobs, database, media] }

    private var title: String {
        var parts = ["mastoctl top", frame.domain ?? "unknown domain", "\(frame.time)"]
        if let every { parts.append(view.isPaused ? "paused" : "every \(every.brief)") }
        if every != nil, view.order != .amount || view.isReversed {
            parts.append("by \(view.order.rawValue)\(view.isReversed ? ", reversed" : "")")
        }
        if !view.filter.isEmpty, !view.isTyping { parts.append("only \(view.filter)") }
        return parts.joined(separator: "  ")
    }

    private var jobs: String {
        guard let jobs = frame.jobs else { return "jobs      " + trouble("sidekiq") }
        let waiting = jobs.queues.reduce(0) { $0 + $1.size }
        let threads = jobs.processes.reduce((0, 0)) { ($0.0 + $1.busy, $0.1 + $1.threads) }
        let pace = rate(jobs.processedToday, last?.jobs?.processedToday).map { ", \($0)" } ?? ""
        return "jobs      \(waiting.grouped) wait, \(jobs.retries.grouped) to retry, \(jobs.dead.grouped) dead; "
            + "\(threads.0) of \(threads.1) at work\(pace); "
            + "today \(jobs.processedToday.grouped), \(jobs.failedToday.grouped) failed"
    }

    private var database: String {
        guard let database = frame.database else { return "database  " + trouble("postgres") }
        let pace = rate(Int(database.transactions), last.flatMap { $0.database.map { Int($0.transactions) } })
        return "database  \(database.active) at work, \(database.idleInTransaction) idle in transaction, "
            + "\(database.waiting) wait; \(database.connections) of \(database.limit) sessions"
            + (pace.map { ", \($0)" } ?? "") + ", \(ByteCount(database.size))"
    }

    private var media: String {
        guard let media = frame.mediaOfLastHour else { return "media     " + trouble("postgres") }
        return "media     \(media.files.counted("files")) in the last hour, \(ByteCount(media.bytes)), "
            + "\(ByteCount(media.remoteBytes)) of them of other servers"
    }

    private func trouble(_ service: String) -> String {
        frame.troubles.first { $0.service == service }?.reason ?? "not known"
    }

    /// `12.3/s`; nil without a moment before, or when what is counted began anew.
    private func rate(_ number: Int, _ before: Int?) -> String? {
        guard let before, let last, number >= before else { return nil }
        let time = frame.time.seconds - last.time.seconds
        guard time > 0 else { return nil }
        let tenths = Int((Double(number - before) / time * 10).rounded())
        return "\((tenths / 10).grouped).\(tenths % 10)/s"
    }

    // MARK: - the lists

    /// - Parameter room: lines there are; nil for as many as it takes.
    private func lists(_ terminal: Terminal, room: Int?) -> [String] {
        let parts = view.part.map { [$0] } ?? TopView.Part.allCases
        let known = parts.compactMap { part in
            part.rows(of: frame, after: last).map { (part: part, total: $0.count, rows: view.shown($0)) }
        }
        let wanted = view.part == nil ? known.filter { !$0.rows.isEmpty } : known
        if let only = view.part, wanted.allSatisfy(\.rows.isEmpty) {
            let isHidden = wanted.contains { $0.total > 0 }
            return wanted.isEmpty ? [] : ["", isHidden ? "nothing here has \(view.filter)" : only.nothing]
        }
        var lines: [String] = []
        let shares = Self.shares(wanted.map(\.rows.count), room: room.map { $0 - 2 * wanted.count })
        for (list, share) in zip(wanted, shares) where share > 0 {
            var columns = list.part.columns
            columns[0].title += " (\(list.rows.count))"
            var table = Table(columns)
            for row in list.rows.prefix(share) { table.add(row.cells) }
            lines += [""] + table.text(for: terminal).split(separator: "\n").map(String.init)
        }
        return lines
    }

    /// Shares lines out one at a time, so that a long list takes what the short ones leave.
    static func shares(_ wanted: [Int], room: Int?) -> [Int] {
        guard let room else { return wanted }
        var shares = wanted.map { _ in 0 }
        var left = room
        while left > 0 {
            let before = left
            for index in wanted.indices where left > 0 && shares[index] < wanted[index] {
                shares[index] += 1
                left -= 1
            }
            if left == before { break }
        }
        return shares
    }

    private var foot: String {
        view.isTyping
            ? "only lines with: \(view.filter)_   (Enter keeps it, Esc takes it away)"
            : "1-5 one list  0 all  s sort  r reverse  / filter  p pause  space look  q leave"
    }
}
