import Threads

/// A session with Redis on a thread of its own.
///
/// A connection that broke, timed out or whose command was cancelled is opened anew by the next command; no command is
/// ever sent twice. Errors are `RedisError`, or `CancellationError`.
package actor RedisConnection {
    private let executor = ThreadExecutor()
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let settings: RedisSettings
    private var link: RedisLink?
    private var isClosed = false

    private init(_ settings: RedisSettings) {
        self.settings = settings
    }

    /// - Throws: `connectionFailed`, `tlsFailed`, `authenticationFailed`, `invalidSettings` …
    package static func connect(_ settings: RedisSettings) async throws -> RedisConnection {
        let connection = RedisConnection(settings)
        try await connection.start()
        return connection
    }

    /// Runs a command.
    /// - Throws: what the server answers as an error.
    @discardableResult
    package func command(_ arguments: [RedisArgument]) async throws -> RedisValue {
        let value = try exchange([arguments]).first ?? .null
        if case .error(let error) = value { throw error }
        return value
    }

    /// Runs many commands without waiting for each; an answer that is an error is `.error`.
    package func pipeline(_ commands: [[RedisArgument]]) async throws -> [RedisValue] {
        try exchange(commands)
    }

    /// Says whether bytes are wanted, while they still lie where they came in.
    package typealias Sieve = @Sendable (UnsafeRawBufferPointer) -> Bool

    /// As `pipeline`, where most of what comes is not wanted: null stands in its place, and nothing was made of it.
    package func pipeline(_ commands: [[RedisArgument]], keeping: @escaping Sieve) async throws -> [RedisValue] {
        try exchange(commands, keeping: keeping)
    }

    /// The keys that match a glob pattern, in batches. A key may come twice; one that is there all the time comes once
    /// at least. `type` needs Redis 6.
    package nonisolated func keys(
        matching pattern: String? = nil, type: String? = nil, count: Int = 1_000
    ) -> RedisScan {
        var options: [RedisArgument] = ["COUNT", RedisArgument(count)]
        if let pattern { options += ["MATCH", RedisArgument(pattern)] }
        if let type { options += ["TYPE", RedisArgument(type)] }
        return RedisScan(connection: self, command: ["SCAN"], options: options)
    }

    /// The members of a set (`SSCAN`), or members and scores (`ZSCAN`), or fields and values (`HSCAN`) in turn.
    package nonisolated func members(
        of key: RedisArgument, by command: RedisScan.Command = .set, count: Int = 1_000
    ) -> RedisScan {
        RedisScan(
            connection: self, command: [RedisArgument(command.rawValue), key], options: ["COUNT", RedisArgument(count)])
    }

    /// Ends the session. Whatever comes later throws `connectionLost`.
    package func close() {
        isClosed = true
        link = nil
    }

    private func start() throws {
        _ = try open()
    }

    private func open() throws -> RedisLink {
        guard !isClosed else { throw RedisError(.connectionLost, "the connection is closed") }
        if let link { return link }
        let opened = try RedisLink.connect(settings)
        link = opened
        return opened
    }

    private func exchange(_ commands: [[RedisArgument]], keeping: Sieve? = nil) throws -> [RedisValue] {
        try Task.checkCancellation()
        let link = try open()
        do {
            return try link.exchange(commands, keeping: keeping)
        } catch {
            // Answers may still be on their way: they must not be taken for those of the next command.
            self.link = nil
            throw error
        }
    }
}

/// Batches of what a `SCAN` finds.
package struct RedisScan: AsyncSequence, Sendable {
    package typealias Element = [[UInt8]]

    package enum Command: String, Sendable {
        case set = "SSCAN"
        case sortedSet = "ZSCAN"
        case hash = "HSCAN"
    }

    let connection: RedisConnection
    let command: [RedisArgument]
    let options: [RedisArgument]

    package func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(scan: self)
    }

    package struct AsyncIterator: AsyncIteratorProtocol {
        let scan: RedisScan
        private var cursor: RedisArgument? = "0"

        init(scan: RedisScan) {
            self.scan = scan
        }

        /// The next batch that is not empty.
        package mutating func next() async throws -> [[UInt8]]? {
            while let cursor {
                let answer = try await scan.connection.command(scan.command + [cursor] + scan.options)
                guard let parts = answer.array, parts.count == 2, let next = parts[0].bytes, let found = parts[1].array
                else { throw RedisError(.protocolViolation, "Redis answered a scan with something else") }
                self.cursor = next == [UInt8(ascii: "0")] ? nil : RedisArgument(next)
                let batch = found.compactMap(\.bytes)
                if !batch.isEmpty { return batch }
            }
            return nil
        }
    }
}
