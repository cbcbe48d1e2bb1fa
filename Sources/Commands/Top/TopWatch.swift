import Console
import Faults
import Operations
import Presentation

/// Draws moment after moment, and takes keys in between.
struct TopWatch {
    let terminal: RawTerminal
    let every: Duration
    let isUnicode: Bool

    /// Until a key or a signal ends it.
    func run(_ gathering: TopGathering) async -> ExitStatus {
        let (frames, told) = AsyncStream.makeStream(of: TopFrame.self, bufferingPolicy: .bufferingNewest(1))
        let (looks, look) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let looking = Task {
            for await _ in looks { told.yield(await gathering.frame()) }
        }
        let shown = Screen(terminal: terminal, every: every, isUnicode: isUnicode)
        let drawing = Task {
            for await frame in frames { await shown.take(frame) }
        }
        defer {
            look.finish()
            told.finish()
            looking.cancel()
            drawing.cancel()
            // Before the services are closed, which may take its time.
            terminal.restore()
        }
        var next = ContinuousClock.now
        while !Task.isCancelled {
            if ContinuousClock.now >= next, await !shown.isPaused {
                look.yield()
                next = .now + every
            }
            switch terminal.typed(within: 0) {
            case .text(let typed):
                switch await shown.take(typed) {
                case .leave: return .done
                case .look: look.yield()
                case nil: break
                }
            case .ended: return .terminated
            case nil: await shown.fit()
            }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return .interrupted
    }
}

/// What is on the screen; drawn by one at a time.
private actor Screen {
    private let terminal: RawTerminal
    private let every: Duration
    private let isUnicode: Bool
    private var view = TopView()
    private var frame: TopFrame?
    private var last: TopFrame?
    private var size = (columns: 0, lines: 0)

    init(terminal: RawTerminal, every: Duration, isUnicode: Bool) {
        self.terminal = terminal
        self.every = every
        self.isUnicode = isUnicode
    }

    var isPaused: Bool { view.isPaused }

    func take(_ next: TopFrame) {
        (last, frame) = (frame, next)
        draw()
    }

    func take(_ typed: String) -> TopView.Wish? {
        let wish = view.take(typed)
        if wish != .leave { draw() }
        return wish
    }

    /// Draws again where the terminal has got another size.
    func fit() {
        if terminal.size != size { draw() }
    }

    private func draw() {
        size = terminal.size
        guard let frame else { return terminal.draw(["mastoctl top: looking".clipped(to: size.columns)]) }
        terminal.draw(
            TopScreen(frame, after: last, view: view, every: every)
                .lines(columns: size.columns, lines: size.lines, isUnicode: isUnicode))
    }
}
