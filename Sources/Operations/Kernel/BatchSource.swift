/// The batches of a run, cut to its limit, spread by its rate, ended by its deadline or a signal.
struct BatchSource<Item: WorkItem> {
    private var batches: Batches<Item>.AsyncIterator
    private let pace: Pace
    private let ending: Ending
    private let start: ContinuousClock.Instant
    private var handedOut = 0
    /// What is left of a batch that was too large for the rate.
    private var rest: Batch<Item>?
    private(set) var stopped: Stop?
    private var isOver = false

    init(_ batches: Batches<Item>, _ pace: Pace, _ ending: Ending, _ start: ContinuousClock.Instant) {
        self.batches = batches.makeAsyncIterator()
        self.pace = pace
        self.ending = ending
        self.start = start
    }

    /// The next batch, or nil when the work or the run is over.
    mutating func next() async throws -> Batch<Item>? {
        if isOver { return nil }
        if let reason = ending.reason { return end(reason) }
        if let rate = pace.rate, handedOut > 0 {
            let due = start + .seconds(Double(handedOut) / rate)
            await ending.stopping.sleep(until: pace.deadline.map { min(due, start + .seconds($0)) } ?? due)
            if let reason = ending.reason { return end(reason) }
        }
        let piece: Batch<Item>?
        do {
            piece = try await nextPiece()
        } catch  where ending.explains(error) {
            return end(ending.reason ?? .deadline)
        }
        guard var batch = piece else {
            isOver = true
            return nil
        }
        if let limit = pace.limit, handedOut + batch.count > limit {
            batch = batch.first(limit - handedOut)
            stopped = .limit
            isOver = true
            if batch.count == 0 { return nil }
        }
        handedOut += batch.count
        return batch
    }

    /// A whole batch, or a second's worth of one where there is a rate.
    private mutating func nextPiece() async throws -> Batch<Item>? {
        let whole: Batch<Item>
        if let rest {
            whole = rest
        } else if let next = try await batches.next() {
            whole = next
        } else {
            return nil
        }
        let size = pace.rate.map { max(1, Int($0)) } ?? .max
        let more = whole.rest(after: size)
        rest = more.items.isEmpty ? nil : more
        return whole.first(size)
    }

    private mutating func end(_ reason: Stop) -> Batch<Item>? {
        stopped = reason
        isOver = true
        return nil
    }
}
