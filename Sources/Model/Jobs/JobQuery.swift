/// Which jobs are meant: every term must hold.
package struct JobQuery: Sendable, Equatable {
    package typealias Term = QueryClause<Condition>

    /// One property and the values it may have, any of which will do.
    package enum Condition: Sendable, Equatable {
        case worker([TextPattern])
        case queue([TextPattern])
        case host([TextPattern])
        /// The class of the error, or what it says.
        case error([TextPattern])
        case id([TextPattern])
        case arguments([TextPattern])
        case retries([Bounds<Int64>])
        /// Since when it waits, or failed.
        case since([Bounds<Instant>])
    }

    package var terms: [Term]

    package init(_ terms: [Term] = []) {
        self.terms = terms
    }

    /// Reads `class:DeliveryWorker host:dead.example error:~timeout older:>2d`, by the rules of a query over accounts.
    ///
    /// - Throws: `QueryError`.
    package init(parsing text: String) throws(QueryError) {
        self.init(
            try QueryReader<JobQueryKey>.clauses(of: text) { (term) throws(QueryError) in try term.jobCondition() })
    }

    package func fits(_ job: JobRecord, at now: UTCTime) -> Bool {
        terms.allSatisfy { $0.condition.holds(for: job, at: now) != $0.isNegated }
    }
}

/// The words before the colon in a query over jobs, and what each takes.
package enum JobQueryKey: String, QueryKey {
    case `class`, queue, host, error, id, args, retries, older

    package static var example: String { "class:DeliveryWorker or error:~timeout older:>2d" }

    package var form: String {
        switch self {
        case .class: "a class such as DeliveryWorker, with * for anything"
        case .queue: "the name of a queue"
        case .host: "a host such as dead.example, or *.example"
        case .error: "the class of an error, or ~word for a part of what it says"
        case .id: "the 24 digits of a job"
        case .args: "~word for a part of the arguments"
        case .retries: "a number (3, >10, 2..5)"
        case .older: "an age (>2d, <1h) or a date"
        }
    }
}

extension QueryTerm where Key == JobQueryKey {
    func jobCondition() throws(QueryError) -> JobQuery.Condition {
        switch key {
        case .class: .worker(try patterns())
        case .queue: .queue(try patterns())
        case .host: .host(try domains())
        case .error: .error(try patterns())
        case .id: .id(try patterns())
        case .args: .arguments(try patterns())
        case .retries: .retries(try counts())
        case .older: .since(try moments())
        }
    }
}

extension JobQuery.Condition {
    func holds(for job: JobRecord, at now: UTCTime) -> Bool {
        switch self {
        case .worker(let patterns): patterns.contains { $0.fits(job.worker) || $0.fits(job.shortName) }
        case .queue(let patterns): patterns.contains { $0.fits(job.queue) }
        case .host(let patterns): job.host.map { host in patterns.contains { $0.fits(host) } } ?? false
        case .error(let patterns):
            patterns.contains { pattern in
                [job.errorClass, job.errorMessage].contains { $0.map { pattern.fits($0) } ?? false }
            }
        case .id(let patterns): patterns.contains { $0.fits(job.id) }
        case .arguments(let patterns):
            patterns.contains { $0.fits(JSONValue.array(job.arguments).text) }
        case .retries(let ranges): ranges.contains { $0.holds(Int64(job.retries)) }
        case .since(let ranges):
            (job.failed ?? job.since).map { time in ranges.contains { $0.holds(time, at: now) } } ?? false
        }
    }
}

extension TextPattern {
    /// Whether a text is one, without regard to case.
    package func fits(_ text: String) -> Bool {
        let text = text.lowercased()
        let pieces = pieces.map { $0.lowercased() }
        guard pieces.count > 1 else { return pieces.first == text }
        guard text.hasPrefix(pieces[0]) else { return false }
        var rest = text.dropFirst(pieces[0].count)
        for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(pieces[pieces.count - 1])
    }
}

extension Bounds where Value: Comparable {
    package func holds(_ value: Value) -> Bool {
        let isAbove = lower.map { $0.isIncluded ? value >= $0.value : value > $0.value } ?? true
        return isAbove && (upper.map { $0.isIncluded ? value <= $0.value : value < $0.value } ?? true)
    }
}

extension Bounds where Value == Instant {
    /// - Parameter time: in seconds since 1970.
    package func holds(_ time: Double, at now: UTCTime) -> Bool {
        func seconds(_ end: End?) -> Bounds<Double>.End? {
            end.map { end in
                switch end.value {
                case .at(let moment): .init(moment.seconds, isIncluded: end.isIncluded)
                case .ago(let age): .init(now.seconds - age, isIncluded: end.isIncluded)
                }
            }
        }
        return Bounds<Double>(lower: seconds(lower), upper: seconds(upper)).holds(time)
    }
}

/// Where jobs are that nobody works on.
package enum JobPlace: Sendable, Hashable {
    case queue(String)
    case retry, scheduled, dead

    package var name: String {
        switch self {
        case .queue(let name): "queue:\(name)"
        case .retry: "retry"
        case .scheduled: "scheduled"
        case .dead: "dead"
        }
    }

    /// `retry`, `scheduled`, `dead`, `queue:push`.
    package init?(name: String) {
        switch name {
        case "retry": self = .retry
        case "scheduled": self = .scheduled
        case "dead": self = .dead
        case _ where name.hasPrefix("queue:") && name.count > 6: self = .queue(String(name.dropFirst(6)))
        default: return nil
        }
    }

    package var isQueue: Bool { if case .queue = self { true } else { false } }
}

/// A job where it lies.
package struct KeptJob: Sendable {
    package var place: JobPlace
    /// As it is in Redis, to the byte.
    package var payload: String
    package var record: JobRecord
    /// When its time comes, or when it died, in seconds since 1970; nil in a queue.
    package var due: Double?
    /// Its place from the end of a queue, where it was when it was read.
    package var position: Int

    package init(place: JobPlace, payload: String, record: JobRecord, due: Double?, position: Int) {
        self.place = place
        self.payload = payload
        self.record = record
        self.due = due
        self.position = position
    }

    /// The payload of a job that is put back into its queue: enqueued now, one try less.
    package func fresh(at now: UTCTime, in dialect: SidekiqDialect) -> String {
        guard case .object(var members)? = JSONValue(parsing: payload) else { return payload }
        members.removeAll { $0.name == "enqueued_at" }
        if let index = members.firstIndex(where: { $0.name == "retry_count" }) {
            members[index].value = .integer(Int64(max(record.retries - 1, 0)))
        }
        members.append(.init("enqueued_at", dialect.time(now)))
        return JSONValue.object(members).text
    }
}
