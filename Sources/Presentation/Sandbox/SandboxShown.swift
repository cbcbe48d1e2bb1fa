import Console
import Faults

/// A sandbox, for `sandbox start` and `sandbox status`.
package struct SandboxShown: Presentable {
    package var schema: String
    /// `none`, `running` or `broken`.
    package var state: String
    package var directory: String
    package var mastodon: String?
    package var size: String?
    package var localDomain: String?
    /// `127.0.0.1:port/name`.
    package var database: String?
    package var isDatabaseAlive: Bool?
    package var redis: String?
    package var isRedisAlive: Bool?
    /// The media root, or the bucket's address.
    package var media: String?
    package var isBucketAlive: Bool?
    package var envFile: String?
    package var rows: Int?
    package var files: Int?
    package var bytes: Int?
    /// What `sandbox start` took.
    package var seconds: Double?

    package init(by command: String, state: String, directory: String) {
        schema = command.replacing(" ", with: ".") + "/1"
        self.state = state
        self.directory = directory
    }

    package var table: Table {
        var table = Table([.init("property"), .init("value")])
        for (name, value) in properties { table.add([name, value]) }
        return table
    }

    private var properties: [(String, String)] {
        func alive(_ place: String?, _ isAlive: Bool?) -> String? {
            place.map { isAlive == false ? "\($0) (does not answer)" : $0 }
        }
        let all: [(String, String?)] = [
            ("state", state), ("directory", directory), ("mastodon", mastodon), ("size", size),
            ("local domain", localDomain), ("database", alive(database, isDatabaseAlive)),
            ("redis", alive(redis, isRedisAlive)), ("media", alive(media, isBucketAlive)), ("env file", envFile),
            ("rows", rows.map { $0.grouped }), ("files", files.map { $0.grouped }), ("bytes", bytes.map { $0.grouped }),
        ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    /// After a start, what to type next; otherwise the properties.
    package func text(for terminal: Terminal) -> String {
        guard let seconds, let envFile, let mastodon else { return table.text(for: terminal) }
        let tenths = Int((seconds * 10).rounded())
        let amount = "\((rows ?? 0).grouped) rows, \((files ?? 0).grouped) files"
        let file = envFile.contains(" ") ? "'\(envFile)'" : envFile
        return """
            Mastodon \(mastodon) runs in \(Sanitized.text(directory)) (\(amount), \(tenths / 10).\(tenths % 10) s)
            its settings are in \(Sanitized.text(envFile))

            Try:
              mastoctl doctor --env-file \(Sanitized.text(file))
              mastoctl media remove --dry-run --env-file \(Sanitized.text(file))

            """
    }

    package var ids: [String] { [directory] }
    package var status: ExitStatus { state == "broken" ? .problems : .done }
}
