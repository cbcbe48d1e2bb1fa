import Model
import Redis

/// What a Redis server says of itself (`INFO`).
package struct RedisState: Sendable {
    package var version: String
    /// Seconds of one round trip.
    package var latency: Double
    /// `master` or `slave`.
    package var role: String
    package var isLoading: Bool
    /// Bytes.
    package var usedMemory: Int64
    /// Bytes; 0 is no bound.
    package var maximumMemory: Int64
    /// `noeviction`, `allkeys-lru` …; empty when the server does not say.
    package var evictionPolicy: String
    /// True when the last snapshot failed: a server that takes snapshots then refuses writes.
    package var didSavingFail: Bool
    /// Every line of `INFO`.
    private var values: [Substring: Substring] = [:]

    /// A line of `INFO`; nil when this version has none of that name.
    package func text(_ name: String) -> String? { values[name[...]].map(String.init) }
    package func number(_ name: String) -> Double? { values[name[...]].flatMap { Double($0) } }

    init(info text: String, latency: Double) {
        for line in text.split(whereSeparator: \.isNewline) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            values[line[..<colon]] = line[line.index(after: colon)...]
        }
        self.latency = latency
        version = String(values["redis_version"] ?? "")
        role = String(values["role"] ?? "")
        isLoading = values["loading"] == "1"
        usedMemory = values["used_memory"].flatMap { Int64($0) } ?? 0
        maximumMemory = values["maxmemory"].flatMap { Int64($0) } ?? 0
        evictionPolicy = String(values["maxmemory_policy"] ?? "")
        didSavingFail = values["rdb_last_bgsave_status"] == "err"
    }
}

extension LazyRedis {
    /// What the server says of itself.
    ///
    /// - Throws: `RedisError`.
    package func state() async throws -> RedisState {
        let connection = try await connection()
        let clock = ContinuousClock()
        let start = clock.now
        try await connection.command(["PING"])
        let trip = clock.now - start
        let info = try await connection.command(["INFO"]).text ?? ""
        return RedisState(info: info, latency: trip.inSeconds)
    }
}
