extension Pages {
    /// What some work makes of each page, in the order of the pages. One page is read at a time; the work on the next
    /// ones goes on while the answer of an earlier one is used.
    package func ahead<Answer: Sendable>(
        _ work: @escaping @Sendable (Page) async throws -> Answer
    ) -> Pages<Answer> {
        Pages<Answer> {
            let walk = Walk(LookAhead(self, work))
            return { try await walk.ahead.next() }
        }
    }

    /// The same pages, the next of which are fetched while one is looked at.
    package var readAhead: Pages { ahead { $0 } }
}

/// Ends what goes on ahead when nobody asks for it any more.
private final class Walk<Page: Sendable, Answer: Sendable>: Sendable {
    let ahead: LookAhead<Page, Answer>

    init(_ ahead: LookAhead<Page, Answer>) {
        self.ahead = ahead
    }

    deinit {
        Task { [ahead] in await ahead.stop() }
    }
}

private final actor LookAhead<Page: Sendable, Answer: Sendable> {
    /// Pieces of work under way or waiting to be fetched.
    private static var depth: Int { 3 }

    private var reading: Task<(), Never>?
    private var pending: [Task<Answer, any Error>] = []
    private let pages: Pages<Page>
    private let work: @Sendable (Page) async throws -> Answer
    private var failure: (any Error)?
    private var isOver = false
    private var waiting: CheckedContinuation<Void, Never>?
    private var room: CheckedContinuation<Void, Never>?

    init(_ pages: Pages<Page>, _ work: @escaping @Sendable (Page) async throws -> Answer) {
        self.pages = pages
        self.work = work
    }

    /// The next answer, nil after the last page.
    func next() async throws -> Answer? {
        let reading = reading ?? Task { await self.read() }
        self.reading = reading
        while pending.isEmpty, !isOver {
            // Whoever is cancelled does not wait for a storage that hangs.
            await withTaskCancellationHandler {
                await withCheckedContinuation { waiting = $0 }
            } onCancel: {
                reading.cancel()
            }
        }
        guard !pending.isEmpty else {
            if let failure { throw failure }
            return nil
        }
        let task = pending.removeFirst()
        room?.resume()
        room = nil
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    /// Ends the reading and all work.
    func stop() {
        reading?.cancel()
        for task in pending { task.cancel() }
        pending = []
        room?.resume()
        room = nil
    }

    private func read() async {
        do {
            for try await page in pages { try await start(page) }
        } catch {
            failure = error
        }
        isOver = true
        waiting?.resume()
        waiting = nil
    }

    private func start(_ page: Page) async throws {
        while pending.count >= Self.depth {
            await withCheckedContinuation { room = $0 }
        }
        try Task.checkCancellation()
        pending.append(Task { [work] in try await work(page) })
        waiting?.resume()
        waiting = nil
    }
}
