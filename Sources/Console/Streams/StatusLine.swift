import Synchronization

/// How far a run has come, told without disturbing the answer: a line drawn in place on a terminal, a plain line every
/// 30 seconds off one, nothing at all when quiet.
package final class StatusLine: Sendable {
    /// `--progress`.
    package enum Choice: String, CaseIterable, Sendable {
        case auto, always, never
    }

    /// What is known about a run at one moment.
    package struct Progress: Sendable {
        package var done: Int
        /// Nil when the whole is not known.
        package var total: Int?
        /// Such as `1.2 GB freed`.
        package var detail: String

        package init(done: Int, total: Int? = nil, detail: String = "") {
            self.done = done
            self.total = total
            self.detail = detail
        }
    }

    private enum Mode {
        case drawn, lines, silent
    }

    private struct State {
        var lastShown: ContinuousClock.Instant
        /// Where the rate is measured from: a sliding start, so that it follows a change of pace.
        var marks: [(time: ContinuousClock.Instant, done: Int)]
        var hasShown = false
    }

    private let output: Output
    private let title: String
    private let mode: Mode
    private let start: ContinuousClock.Instant
    private let state: Mutex<State>
    private static let drawInterval = Duration.milliseconds(100)
    private static let lineInterval = Duration.seconds(30)
    private static let rateWindow = Duration.seconds(30)

    package init(_ title: String, output: Output, choice: Choice = .auto) {
        self.output = output
        self.title = title
        start = .now
        state = Mutex(State(lastShown: start, marks: [(start, 0)]))
        mode =
            switch choice {
            case .never: .silent
            case .always: output.conversation.canRedraw ? .drawn : .lines
            case .auto: output.isQuiet ? .silent : output.conversation.canRedraw ? .drawn : .lines
            }
    }

    /// Tells the progress if it is time to; cheap otherwise.
    package func update(_ progress: Progress) {
        update(progress, at: .now)
    }

    func update(_ progress: Progress, at now: ContinuousClock.Instant) {
        if mode == .silent { return }
        let text: String? = state.withLock { state in
            let interval = mode == .drawn ? Self.drawInterval : Self.lineInterval
            let isDue = now - state.lastShown >= interval || (mode == .drawn && !state.hasShown)
            guard isDue else { return nil }
            state.lastShown = now
            state.hasShown = true
            state.marks.append((now, progress.done))
            while state.marks.count > 2 && now - state.marks[1].time > Self.rateWindow { state.marks.removeFirst() }
            return Self.text(title, progress, since: state.marks[0], now: now)
        }
        guard let text else { return }
        if mode == .drawn {
            // One column less than there are: some terminals wrap when the last one is filled.
            output.showStatus(Sanitized.text(text).clipped(to: max((output.conversation.width ?? 80) - 1, 10)))
        } else {
            output.say(Sanitized.text(text))
        }
    }

    /// Takes the line off the screen.
    package func finish() {
        if mode == .drawn { output.clearStatus() }
    }

    /// `media remove  45%  4,500/10,000  1,234/s  left 0:42  1.2 GB freed`
    static func text(
        _ title: String, _ progress: Progress, since mark: (time: ContinuousClock.Instant, done: Int),
        now: ContinuousClock.Instant
    ) -> String {
        var parts = [title]
        if let total = progress.total, total > 0 {
            parts.append("\(min(progress.done * 100 / total, 100))%")
            parts.append("\(progress.done.grouped)/\(total.grouped)")
        } else {
            parts.append(progress.done.grouped)
        }
        let elapsed = now - mark.time
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        if seconds > 0, progress.done > mark.done {
            let rate = Double(progress.done - mark.done) / seconds
            parts.append(rate >= 10 ? "\(Int(rate.rounded()).grouped)/s" : "\(Int((rate * 60).rounded()).grouped)/min")
            if let total = progress.total, total > progress.done {
                let left = Double(total - progress.done) / rate
                if left < 1e7 { parts.append("left \(clock(Int(left.rounded(.up))))") }
            }
        }
        if !progress.detail.isEmpty { parts.append(progress.detail) }
        return parts.joined(separator: "  ")
    }

    /// `0:42`, `12:05`, `3:12:05`.
    static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60)
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
    }
}
