import Assembly
import Configuration
import Faults
import Model
import Operations
import Presentation

/// Tells those who are not at the terminal how a run went: the metrics file, the uptime monitor, the log.
///
/// None of them can make a run fail; trouble with them is a warning. A run that ends by a fault or a signal is told
/// like any other. Metrics and monitor hear nothing of a dry run: it would pass for the real one.
struct RunHooks {
    let operation: String
    let mode: RunMode
    let session: Session
    let configuration: Configuration

    /// Runs the work and tells of it.
    func watch<Answer: RunAnswer>(_ work: () async throws -> Answer) async throws -> Answer {
        let clock = ContinuousClock()
        let start = clock.now
        let monitor = mode == .apply ? Monitor(configuration.run.pingURL, session) : nil
        do {
            let answer = try await work()
            let figures = answer.figures(of: operation)
            let failure = answer.status == .done ? nil : "\(answer.status.explanation): \(figures[0].line)"
            session.log?.ended(figures[0])
            await tell(figures, failure: failure, monitor)
            return answer
        } catch {
            let fault = session.fault(for: error)
            let figures = RunFigures(
                operation: operation, status: fault.kind.status, seconds: (clock.now - start).inSeconds)
            await tell([figures], failure: ([fault.message] + fault.notes).joined(separator: "\n"), monitor)
            throw error
        }
    }

    private func tell(_ figures: [RunFigures], failure: String?, _ monitor: Monitor?) async {
        if let path = configuration.run.metricsFile, mode == .apply {
            let instance = configuration.identity.localDomain ?? ""
            await MetricsFile(path: path).record(figures, instance: instance) { session.warn($0) }
        }
        let text = failure.map { "mastoctl \(operation): \($0)" }
        await monitor?.finish(failure: text)
    }
}

/// The uptime monitor a run reports to, told of the start while the work begins.
private struct Monitor {
    private let ping: Ping
    private let session: Session
    private let starting: Task<String?, Never>

    /// Nil when there is none.
    init?(_ url: Secret?, _ session: Session) {
        guard let url else { return nil }
        let ping = Ping(url)
        self.ping = ping
        self.session = session
        starting = Task { await ping.start() }
    }

    func finish(failure: String?) async {
        let early = await starting.value
        let late = failure == nil ? await ping.success() : await ping.failure(failure ?? "")
        if let trouble = late ?? early { session.warn("the monitor could not be told of the run: \(trouble)") }
    }
}
