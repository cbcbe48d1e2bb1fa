import Faults
import Model
import Stores

/// Sends documents to an index in requests of a size the cluster bears.
///
/// A request the cluster has no room for is halved and sent again after a rest; one it cannot read is halved until the
/// document that spoils it stands alone and is reported. Writing a document again changes nothing, so that a request
/// whose answer was lost is simply sent again.
struct BulkSending: Sendable {
    /// What became of some documents.
    struct Result: Sendable {
        var sent = 0
        var deleted = 0
        /// As sent, without action lines.
        var bytes: Int64 = 0
        var failures: [ItemNote] = []

        mutating func add(_ other: Result) {
            sent += other.sent
            deleted += other.deleted
            bytes += other.bytes
            failures += other.failures
        }
    }

    /// One line, or two, of a request.
    fileprivate enum Action: Sendable {
        case index(SearchDocument)
        case delete(DocumentID)

        var id: DocumentID {
            switch self {
            case .index(let document): document.id
            case .delete(let id): id
            }
        }

        /// Bytes of its lines, or a few more.
        var size: Int {
            var size = 64
            if case .domain(let domain) = id { size += domain.utf8.count }
            if case .index(let document) = self { size += document.body.count }
            return size
        }
    }

    let cluster: SearchCluster<ReadWrite>
    /// The concrete index, or the alias, by its whole name.
    let target: String
    let allowance: BulkAllowance
    /// How fast documents may go; nil for no bound.
    var rate: DocumentRate?
    /// For all tries of a request together, but for one under way: a cluster that hangs is not waited for without end.
    private static var patience: Duration { .seconds(60) }
    /// How often a request is tried that the cluster has no room for.
    var attempts = 8

    func send(_ documents: [SearchDocument], deleting ids: [DocumentID] = []) async throws -> Result {
        var result = Result()
        var rest = (documents.map(Action.index) + ids.map(Action.delete))[...]
        while !rest.isEmpty {
            let count = min(Self.fitting(rest, await allowance.bytes), rate?.portion ?? .max)
            await rate?.take(count)
            result.add(try await send(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return result
    }

    /// How many actions a request of that size holds; at least one.
    private static func fitting(_ actions: ArraySlice<Action>, _ bytes: Int) -> Int {
        var size = 0
        for (offset, action) in actions.enumerated() {
            size += action.size
            if size > bytes { return max(1, offset) }
        }
        return actions.count
    }

    private func send(_ actions: ArraySlice<Action>) async throws -> Result {
        let lines = Self.lines(actions)
        let start = ContinuousClock.now
        var attempt = 1
        while true {
            do {
                let answer = try await self.answer(to: lines)
                await allowance.grow()
                return try await read(answer, actions, attempt)
            } catch let error as SearchError where error.status == 413 || error.status == 400 {
                await allowance.shrink()
                guard actions.count > 1 else {
                    guard let action = actions.first else { return Result() }
                    return Result(failures: [ItemNote("\(action.id)", "\(error)")])
                }
                let half = actions.count / 2
                var result = try await send(actions.prefix(half))
                result.add(try await send(actions.dropFirst(half)))
                return result
            } catch let error as any Transient
                where error.isTransient && attempt < attempts && ContinuousClock.now - start < Self.patience
            {
                attempt += 1
                await allowance.shrink()
                if await Stopping.rest(Self.pause(attempt)), attempt > 3 { throw error }
            }
        }
    }

    /// Nothing but whether all went well, in most cases; else the request is sent once more, and what became of each
    /// action is asked for.
    private func answer(to lines: [UInt8]) async throws -> JSONValue {
        let answer = try await cluster.bulk(lines, to: target, parameters: "?filter_path=errors")
        guard answer["errors"] == true, answer["items"] == nil else { return answer }
        return try await cluster.bulk(
            lines, to: target,
            parameters: "?filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason")
    }

    /// Reads what became of each action; those the cluster had no room for are sent again.
    private func read(
        _ answer: JSONValue, _ actions: ArraySlice<Action>, _ attempt: Int
    ) async throws -> Result {
        var result = Result()
        guard answer["errors"] == true else {
            for action in actions { result.count(action) }
            return result
        }
        var refused: [Action] = []
        let items = answer["items"]?.array ?? []
        for (action, item) in zip(actions, items) {
            let told = item["index"] ?? item["delete"]
            let status = told?["status"]?.integer ?? 0
            switch status {
            case 200..<300: result.count(action)
            // Deleting what is not there.
            case 404 where item["delete"] != nil: result.count(action)
            default:
                let told = told?["error"]
                let error = SearchError(
                    status: Int(status), type: told?["type"]?.string ?? "", reason: told?["reason"]?.string ?? "")
                if error.isReadOnlyBlock { throw error }
                if status == 429 || status == 503 {
                    refused.append(action)
                } else {
                    result.failures.append(ItemNote("\(action.id)", "\(error)"))
                }
            }
        }
        guard !refused.isEmpty else { return result }
        guard attempt < attempts else {
            result.failures += refused.map { ItemNote("\($0.id)", "the cluster had no room for it") }
            return result
        }
        await allowance.shrink()
        _ = await Stopping.rest(Self.pause(attempt + 1))
        result.add(try await send(refused[...]))
        return result
    }

    private static func pause(_ attempt: Int) -> Double {
        Double.random(in: 0.1...min(20, 0.25 * Double(1 << min(attempt, 7))))
    }

    private static func lines(_ actions: ArraySlice<Action>) -> [UInt8] {
        var writer = DocumentWriter(capacity: size(of: actions))
        for action in actions {
            switch action {
            case .index(let document):
                writer.raw(#"{"index":{"_id":"#)
                writer.write(document.id)
                writer.raw("}}\n")
                writer.raw(document.body)
                writer.newline()
            case .delete(let id):
                writer.raw(#"{"delete":{"_id":"#)
                writer.write(id)
                writer.raw("}}\n")
            }
        }
        return writer.bytes
    }

    /// Bytes of the request, a little more than there will be.
    private static func size(of actions: ArraySlice<Action>) -> Int { actions.reduce(0) { $0 + $1.size } }
}

extension BulkSending.Result {
    fileprivate mutating func count(_ action: BulkSending.Action) {
        switch action {
        case .index(let document):
            sent += 1
            bytes += Int64(document.body.count)
        case .delete: deleted += 1
        }
    }
}

extension DocumentWriter {
    /// The id as the server writes it: numbers as numbers.
    fileprivate mutating func write(_ id: DocumentID) {
        switch id {
        case .number(let number): self.number(number)
        case .domain(let domain): string(domain)
        }
    }
}

/// How large requests may be for now, shared by all that send: it shrinks when the cluster is short of room and grows
/// again slowly.
actor BulkAllowance {
    private(set) var bytes: Int
    private let range: ClosedRange<Int>

    init(bytes: Int = 4 << 20, range: ClosedRange<Int> = 64 << 10...16 << 20) {
        self.bytes = bytes
        self.range = range
    }

    func shrink() { bytes = max(range.lowerBound, bytes / 2) }
    func grow() { bytes = min(range.upperBound, bytes + bytes / 16) }
}
