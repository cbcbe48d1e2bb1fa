import Model
import Stores

/// Items changed together: one transaction's worth, and what finding them told.
package struct Batch<Item: WorkItem>: Sendable {
    package var items: [Item]
    package var tally: Tally
    /// Where a later run can go on behind the whole batch.
    package var cursor: String?
    /// Whether it begins only when all batches before it are done, and ends before the next begins.
    package var isAlone: Bool

    /// - Parameter visited: things looked at to find the items; the items themselves where nothing else is said.
    package init(
        _ items: [Item], visited: Int? = nil, _ tally: Tally = Tally(), cursor: String? = nil, isAlone: Bool = false
    ) {
        self.items = items
        self.tally = tally
        self.cursor = cursor
        self.isAlone = isAlone
        self.tally.visited = visited ?? (tally.visited > 0 ? tally.visited : items.reduce(0) { $0 + $1.weight })
    }

    package var count: Int { items.reduce(0) { $0 + $1.weight } }
    package var bytes: Int64 { items.reduce(0) { $0.adding($1.bytes) } }
    package var labels: [String] { items.compactMap(\.label) }

    /// The same batch with its first items only; how `--limit` and `--rate` are kept.
    func first(_ count: Int) -> Self {
        let end = end(of: count)
        if end == items.count { return self }
        var part = self
        part.items = Array(items[..<end])
        part.cursor = cursor == nil ? nil : part.items.last?.cursor
        return part
    }

    /// The same batch without its first items. What finding them told belongs to those.
    func rest(after count: Int) -> Self {
        var part = self
        part.items = Array(items[end(of: count)...])
        part.tally = Tally()
        return part
    }

    /// Behind the last of the first items that together weigh so much.
    private func end(of count: Int) -> Int {
        var sum = 0
        for (index, item) in items.enumerated() {
            if sum >= count, item.weight > 0 { return index }
            sum += item.weight
        }
        return items.count
    }
}

/// What finding some items told besides them.
package struct Tally: Sendable {
    /// Things looked at to find the items; what progress counts.
    package var visited = 0
    /// Further figures, added up in the report.
    package var figures: [Figure: Int64] = [:]
    /// A few names for some of those figures.
    package var examples: [Figure: [String]] = [:]
    /// What a check found wrong; the batch's own items are those of them that can be put right.
    package var problems = 0
    /// Some of that, one by one.
    package var findings: [Finding] = []
    /// More of it, told behind those, for which Presentation has the words.
    package var remarks: [Remark] = []
    /// What was asked for and cannot be done; failures of a run, nothing to a look.
    package var refused: [ItemNote] = []
    /// What was left alone on purpose and is told one by one; skipped by a run, nothing to a look.
    package var passed: [ItemNote] = []

    /// Names remembered for each figure.
    static let examplesKept = 3

    package init(visited: Int = 0) {
        self.visited = visited
    }

    /// Counts some things under a figure and keeps a few of their names; nothing for none.
    package mutating func note(_ figure: Figure, _ names: [String]) {
        if names.isEmpty { return }
        figures[figure, default: 0] += Int64(names.count)
        examples[figure, default: []] += names.prefix(Self.examplesKept - (examples[figure]?.count ?? 0))
    }

    /// Counts under a figure; nothing for none.
    package mutating func note(_ figure: Figure, count: Int) {
        if count > 0 { figures[figure, default: 0] += Int64(count) }
    }
}

/// Batches pulled on demand, so that a plan of any number of items fits in constant memory.
package struct Batches<Item: WorkItem>: AsyncSequence, Sendable {
    package typealias Element = Batch<Item>
    private let start: @Sendable () -> AsyncIterator

    /// - Parameter start: makes a fresh source; each call of what it returns gives the next batch, nil at the end.
    package init(_ start: @escaping @Sendable () -> (() async throws -> Batch<Item>?)) {
        self.start = { AsyncIterator(next: start()) }
    }

    /// Batches already at hand.
    package init(_ list: [Batch<Item>]) {
        self.init {
            var rest = list[...]
            return { rest.popFirst() }
        }
    }

    /// What was made of a listing.
    package init(_ pages: Pages<Batch<Item>>) {
        self.init {
            var pages = pages.makeAsyncIterator()
            return { try await pages.next() }
        }
    }

    /// Items already at hand, so many a batch.
    package init(of items: [Item], by size: Int, isAlone: Bool = false) {
        self.init(items.chunks(of: size).map { Batch($0, isAlone: isAlone) })
    }

    /// Pages of a table, by a key that grows; one that is not full is the last.
    ///
    /// - Parameter read: the rows behind a key, in its order.
    package init(
        pagesOf size: Int, after first: Int64 = .min, by key: @escaping @Sendable (Item) -> Int64,
        _ read: @escaping @Sendable (Int64) async throws -> [Item]
    ) {
        self.init {
            var next: Int64? = first
            return {
                guard let after = next else { return nil }
                let page = try await read(after)
                next = page.count < size ? nil : page.last.map(key)
                return page.isEmpty ? nil : Batch(page)
            }
        }
    }

    package func makeAsyncIterator() -> AsyncIterator { start() }

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate let next: () async throws -> Batch<Item>?

        package mutating func next() async throws -> Batch<Item>? { try await next() }
    }
}

extension Array {
    /// The elements in their order, so many together.
    func chunks(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
