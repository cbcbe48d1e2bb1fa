/// One job, as the server's own Sidekiq would push it.
///
/// Source: payloads pushed by Mastodon 4.6.5 (Sidekiq 8.1, sidekiq-unique-jobs 8.1), byte by byte.
package struct SidekiqJob: Sendable, Equatable {
    package let worker: SidekiqWorker
    package let arguments: [JSONValue]
    /// 24 lower-case hexadecimal digits.
    package let id: String
    /// The mail that this job lets the server send; its class and arguments are then those of a wrapper.
    var mail: MailJob?

    package init(_ worker: SidekiqWorker, _ arguments: [JSONValue], id: String = SidekiqJob.newID()) {
        self.worker = worker
        self.arguments = arguments
        self.id = id
    }

    /// An id nobody else has.
    package static func newID() -> String {
        (0..<12).map { _ in
            let byte = UInt8.random(in: 0...255)
            return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    /// What identical jobs have in common, nil when they may run side by side. Its MD5 names their lock.
    package var identity: String? {
        guard worker.isUnique else { return nil }
        let parts: JSONValue = .array([
            .array(["class", .string(worker.name)]), .array(["lock_args", .array(arguments)]),
            .array(["queue", .string(worker.queue)]),
        ])
        return parts.text
    }

    /// How long its lock holds at most, in seconds: the class's own time, or the fifty days of the server's configuration.
    package var lockSeconds: Int64 {
        worker.options.first { $0.name == "lock_ttl" }?.value.integer ?? 4_320_000
    }

    /// The JSON for a queue, or for the schedule, where a job has no `enqueued_at`.
    ///
    /// - Parameters:
    ///   - due: when a scheduled job's time comes; nil for one that goes to its queue now.
    ///   - lock: the name of the lock that identical jobs share.
    package func payload(
        at time: UTCTime, due: UTCTime? = nil, in dialect: SidekiqDialect, lock: String?
    ) -> String {
        var members: [JSONValue.Member] = [
            .init("retry", worker.retry.json), .init("queue", .string(worker.queue)),
        ]
        members += worker.options
        if mail != nil { members.append(.init("wrapped", .string(worker.name))) }
        let arguments = mail.map { [$0.json(at: time, due: due, in: dialect)] } ?? arguments
        let name = mail == nil ? worker.name : dialect.wrapper
        members += [
            .init("args", .array(arguments)), .init("class", .string(name)), .init("jid", .string(id)),
            .init("created_at", dialect.json(time)),
        ]
        if let lock {
            members.append(.init("lock_timeout", 0))
            if !worker.options.contains(where: { $0.name == "lock_ttl" }) {
                members.append(.init("lock_ttl", .integer(lockSeconds)))
            }
            members += [
                .init("lock_prefix", "uniquejobs"), .init("lock_args", .array(arguments)),
                .init("lock_digest", .string(lock)),
            ]
        }
        if due == nil { members.append(.init("enqueued_at", dialect.json(time))) }
        return JSONValue.object(members).text
    }
}
