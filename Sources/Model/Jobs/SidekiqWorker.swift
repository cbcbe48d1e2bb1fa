/// A class of jobs of the server's, with the options that its own pushes write into each job.
///
/// A Sidekiq process takes options from the job and adds none, so a job pushed without them would behave otherwise.
/// Source: Mastodon 4.3.23 to 4.6.5 `app/workers` (`sidekiq_options`), and what a server pushed.
package struct SidekiqWorker: Sendable, Equatable {
    package var name: String
    package var queue: String
    package var retry: Retry
    /// Further options in the order in which the class gives them; `dead`, `backtrace`, `lock` …
    package var options: [JSONValue.Member]

    package enum Retry: Sendable, Equatable {
        /// As often as Sidekiq does by itself.
        case standard
        case times(Int)

        var json: JSONValue {
            switch self {
            case .standard: true
            case .times(let count): .integer(Int64(count))
            }
        }
    }

    package init(
        _ name: String, queue: String = "default", retry: Retry = .standard, options: [JSONValue.Member] = []
    ) {
        self.name = name
        self.queue = queue
        self.retry = retry
        self.options = options
    }

    /// Fetches the file and the thumbnail of a remote attachment, whether it has them or not. Takes the row's id.
    package static let redownloadMedia = SidekiqWorker("RedownloadMediaWorker", queue: "pull", retry: .times(3))
    /// Fetches an account's avatar when it has none. Takes the row's id.
    package static let redownloadAvatar = SidekiqWorker("RedownloadAvatarWorker", queue: "pull", retry: .times(7))
    /// Fetches an account's header when it has none. Takes the row's id.
    package static let redownloadHeader = SidekiqWorker("RedownloadHeaderWorker", queue: "pull", retry: .times(7))

    /// Whether two jobs with the same arguments keep each other out (`lock: until_executed`).
    package var isUnique: Bool { options.contains { $0.name == "lock" } }
}
