import Model

/// What a transaction owes besides files once it is committed, ready to be sent: jobs, changes of keys, cached copies to be
/// dropped. It stands in the journal before the commit, so that any later run can send what a killed one has not.
package struct Outbox: Sendable, Equatable {
    var jobs: [OutgoingJob] = []
    /// Commands for the Redis of the server's own keys, in their order.
    var commands: [[String]] = []
    /// Keys of the server's cache, without its prefix, and patterns of such keys.
    var stale: [String] = []
    var stalePatterns: [String] = []

    package var isEmpty: Bool { jobs.isEmpty && commands.isEmpty && stale.isEmpty && stalePatterns.isEmpty }
    package var jobCount: Int { jobs.count }
}

/// A job as it goes to Sidekiq's Redis.
struct OutgoingJob: Sendable, Equatable {
    /// The class, for people.
    var worker: String
    var queue: String
    var payload: String
    /// When its time comes, in seconds since 1970; nil for now.
    var due: Double?
    var lock: Lock?

    /// The lock that identical jobs share.
    struct Lock: Sendable, Equatable {
        var name: String
        var holders: String
        var job: String
        var seconds: Int
    }
}

// MARK: - one line of the journal

extension Outbox {
    var json: JSONValue {
        .object([
            .init("jobs", .array(jobs.map(\.json))), .init("commands", .array(commands.map(Self.list))),
            .init("stale", Self.list(stale)), .init("patterns", Self.list(stalePatterns)),
        ])
    }

    /// Nil for what is none.
    init?(json: JSONValue) {
        guard let jobs = json["jobs"]?.array, let commands = json["commands"]?.array,
            let stale = json["stale"].flatMap(Self.texts), let patterns = json["patterns"].flatMap(Self.texts)
        else { return nil }
        self.jobs = jobs.compactMap(OutgoingJob.init(json:))
        self.commands = commands.compactMap(Self.texts)
        self.stale = stale
        stalePatterns = patterns
        guard self.jobs.count == jobs.count, self.commands.count == commands.count else { return nil }
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func texts(_ json: JSONValue) -> [String]? {
        guard let items = json.array else { return nil }
        let texts = items.compactMap(\.string)
        return texts.count == items.count ? texts : nil
    }
}

extension OutgoingJob {
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("worker", .string(worker)), .init("queue", .string(queue)), .init("payload", .string(payload)),
        ]
        if let due { members.append(.init("due", .string("\(due)"))) }
        if let lock {
            members.append(
                .init(
                    "lock",
                    .array([
                        .string(lock.name), .string(lock.holders), .string(lock.job), .integer(Int64(lock.seconds)),
                    ])))
        }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let worker = json["worker"]?.string, let queue = json["queue"]?.string,
            let payload = json["payload"]?.string
        else { return nil }
        self.init(worker: worker, queue: queue, payload: payload, due: json["due"]?.string.flatMap(Double.init))
        guard let lock = json["lock"]?.array else { return }
        guard lock.count == 4, let name = lock[0].string, let holders = lock[1].string, let job = lock[2].string,
            let seconds = lock[3].integer
        else { return nil }
        self.lock = Lock(name: name, holders: holders, job: job, seconds: Int(seconds))
    }
}
