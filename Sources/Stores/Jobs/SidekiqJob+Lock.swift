import Crypto
import Model

extension SidekiqJob {
    /// The name of the lock that identical jobs share (`uniquejobs:<md5>`), nil when they may run side by side.
    ///
    /// Source: locks taken by Mastodon 4.6.5 (sidekiq-unique-jobs 8.1).
    package var lock: String? {
        identity.map { "uniquejobs:" + Digest.hexadecimal(Digest.md5(Array($0.utf8))) }
    }

    /// The JSON for a queue, or for the schedule when there is a time it is due.
    package func payload(at time: UTCTime, due: UTCTime? = nil, in dialect: SidekiqDialect) -> String {
        payload(at: time, due: due, in: dialect, lock: lock)
    }
}
