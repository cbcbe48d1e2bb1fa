import Model
import Redis

/// The days on which deliveries to a host failed, as the server counts them in Redis.
///
/// Source: Mastodon 4.6.5 `app/lib/delivery_failure_tracker.rb`.
package enum DeliveryFailures {
    /// A set of days such as `20261121`.
    package static func key(_ host: String) -> String { "exhausted_deliveries:\(host)" }
}

extension KeyStore {
    /// On how many days deliveries failed, host by host.
    ///
    /// - Throws: `RedisError`.
    package func failureDays(of hosts: [String]) async throws -> [Int64] {
        if hosts.isEmpty { return [] }
        let answers = try await connection().pipeline(
            hosts.map { ["SCARD", RedisArgument(prefix + DeliveryFailures.key($0))] })
        return answers.map { $0.integer ?? 0 }
    }

    /// The days themselves, in their order: `2026-11-20`.
    ///
    /// - Throws: `RedisError`.
    package func daysOfFailure(at host: String) async throws -> [String] {
        let answer = try await connection().command(["SMEMBERS", RedisArgument(prefix + DeliveryFailures.key(host))])
        // Some servers count minutes, with four digits more.
        let days = (answer.texts ?? []).filter { $0.utf8.count >= 8 && $0.allSatisfy(\.isNumber) }.map { day in
            "\(day.prefix(4))-\(day.dropFirst(4).prefix(2))-\(day.dropFirst(6).prefix(2))"
        }
        return Set(days).sorted()
    }
}
