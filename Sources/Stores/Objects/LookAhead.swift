import Model

/// Works on the next pages of a listing while the steps of earlier ones are performed.
///
/// One page is read at a time, the work on several goes on at once, and the answers come in the order of the pages.
package final actor LookAhead<Answer: Sendable> {
    /// Pieces of work under way or waiting to be fetched.
    private static var depth: Int { 3 }

    private var reading: Task<(), Never>?
    private var pending: [Task<Answer, any Error>] = []
    private let pages: ObjectPages
    private let joined: Int
    private let work: @Sendable ([StoredObject]) async throws -> Answer
    private var failure: (any Error)?
    private var isOver = false
    private var waiting: CheckedContinuation<Void, Never>?
    private var room: CheckedContinuation<Void, Never>?

    /// - Parameter joined: pages for one piece of work, so that one query serves more keys.
    package init(
        _ pages: ObjectPages, joined: Int = 5, work: @escaping @Sendable ([StoredObject]) async throws -> Answer
    ) {
        self.pages = pages
        self.joined = joined
        self.work = work
    }

    /// The next answer, nil after the last page.
    package func next() async throws -> Answer? {
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

    private func read() async {
        do {
            var group: [StoredObject] = []
            var count = 0
            for try await page in pages {
                group += page
                count += 1
                guard count == joined else { continue }
                await start(group)
                group = []
                count = 0
            }
            if !group.isEmpty { await start(group) }
        } catch {
            failure = error
        }
        isOver = true
        waiting?.resume()
        waiting = nil
    }

    private func start(_ group: [StoredObject]) async {
        while pending.count >= Self.depth {
            await withCheckedContinuation { room = $0 }
        }
        pending.append(Task { [work] in try await work(group) })
        waiting?.resume()
        waiting = nil
    }
}

extension ObjectPages {
    /// The same pages, the next of which are fetched while one is looked at.
    package var readAhead: ObjectPages {
        ObjectPages {
            let ahead = LookAhead(self, joined: 1) { $0 }
            return { try await ahead.next() }
        }
    }
}
