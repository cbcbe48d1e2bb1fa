import Model

/// What `mastoctl top` shows of one moment. A part whose service did not answer is absent, and told among the troubles.
package struct TopFrame: Sendable, Encodable {
    package struct Queue: Sendable, Encodable {
        package var name: String
        package var size: Int
        /// Seconds the next job has waited.
        package var latency: Double?

        package init(name: String, size: Int, latency: Double?) {
            self.name = name
            self.size = size
            self.latency = latency
        }
    }

    package struct Process: Sendable, Encodable {
        package var identity: String
        package var busy: Int
        package var threads: Int
        /// Bytes.
        package var memory: Int64?
        package var isQuiet: Bool
        /// Seconds since its last heartbeat.
        package var silence: Double?

        package init(
            identity: String, busy: Int, threads: Int, memory: Int64?, isQuiet: Bool, silence: Double?
        ) {
            self.identity = identity
            self.busy = busy
            self.threads = threads
            self.memory = memory
            self.isQuiet = isQuiet
            self.silence = silence
        }
    }

    /// A session of PostgreSQL that works or waits.
    package struct Statement: Sendable, Encodable {
        package var processID: Int
        package var seconds: Double
        package var state: String
        /// Processes it waits for.
        package var blockers: [Int]
        /// Without values.
        package var statement: String

        package init(processID: Int, seconds: Double, state: String, blockers: [Int], statement: String) {
            self.processID = processID
            self.seconds = seconds
            self.state = state
            self.blockers = blockers
            self.statement = statement
        }
    }

    /// Jobs that failed with the same class of error and wait for another try.
    package struct Failure: Sendable, Encodable {
        package var errorClass: String
        package var worker: String
        package var count: Int

        package init(errorClass: String, worker: String, count: Int) {
            self.errorClass = errorClass
            self.worker = worker
            self.count = count
        }
    }

    package struct Jobs: Sendable, Encodable {
        package var queues: [Queue]
        package var processes: [Process]
        package var scheduled: Int
        package var retries: Int
        package var dead: Int
        package var processedToday: Int
        package var failedToday: Int
        /// Of the tries that come next, so many as were looked at.
        package var failures: [Failure]
        package var failuresLookedAt: Int

        package init(
            queues: [Queue], processes: [Process], scheduled: Int, retries: Int, dead: Int, processedToday: Int,
            failedToday: Int, failures: [Failure], failuresLookedAt: Int
        ) {
            self.queues = queues
            self.processes = processes
            self.scheduled = scheduled
            self.retries = retries
            self.dead = dead
            self.processedToday = processedToday
            self.failedToday = failedToday
            self.failures = failures
            self.failuresLookedAt = failuresLookedAt
        }
    }

    package struct Database: Sendable, Encodable {
        package var connections: Int
        package var limit: Int
        package var active: Int
        package var idleInTransaction: Int
        package var waiting: Int
        /// Since the statistics were reset.
        package var transactions: Int64
        /// Bytes.
        package var size: Int64
        /// The longest first.
        package var statements: [Statement]

        package init(
            connections: Int, limit: Int, active: Int, idleInTransaction: Int, waiting: Int, transactions: Int64,
            size: Int64, statements: [Statement]
        ) {
            self.connections = connections
            self.limit = limit
            self.active = active
            self.idleInTransaction = idleInTransaction
            self.waiting = waiting
            self.transactions = transactions
            self.size = size
            self.statements = statements
        }

        /// Those that wait for another's lock.
        package var locks: [Statement] { statements.filter { !$0.blockers.isEmpty } }
    }

    /// What the last hour brought.
    package struct Media: Sendable, Encodable {
        package var files: Int
        package var bytes: Int64
        package var remoteBytes: Int64

        package init(files: Int, bytes: Int64, remoteBytes: Int64) {
            self.files = files
            self.bytes = bytes
            self.remoteBytes = remoteBytes
        }
    }

    package struct Trouble: Sendable, Encodable {
        /// `sidekiq`, `postgres`.
        package var service: String
        package var reason: String

        package init(service: String, reason: String) {
            self.service = service
            self.reason = reason
        }
    }

    package var schema = "top/1"
    package var domain: String?
    package var time: UTCTime
    package var jobs: Jobs?
    package var database: Database?
    package var mediaOfLastHour: Media?
    package var troubles: [Trouble] = []

    package init(domain: String?, time: UTCTime) {
        self.domain = domain
        self.time = time
    }
}
