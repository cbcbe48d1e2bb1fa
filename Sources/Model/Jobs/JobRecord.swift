/// One job as it waits, failed or runs, read from the text Sidekiq keeps; every generation of it.
///
/// Sidekiq up to 7 writes times as seconds with a fraction, since 8 as whole milliseconds. Jobs of Active Job are wrapped
/// in another class, and `wrapped` has their own.
package struct JobRecord: Sendable, Equatable {
    /// `DeliveryWorker`, without a module before it, as people call it, is in `shortName`.
    package var worker: String
    package var queue: String
    package var id: String
    package var arguments: [JSONValue]
    /// Seconds since 1970.
    package var created: Double?
    package var enqueued: Double?
    package var failed: Double?
    package var retries: Int
    package var errorClass: String?
    package var errorMessage: String?
    /// The name of the lock that identical jobs share.
    package var lock: String?

    /// Nil for what is no job.
    package init?(parsing text: String) {
        guard let told = JSONValue(parsing: text) else { return nil }
        self.init(told)
    }

    package init?(_ told: JSONValue) {
        guard let name = told["wrapped"]?.string ?? told["class"]?.string else { return nil }
        worker = name
        queue = told["queue"]?.string ?? "default"
        id = told["jid"]?.string ?? ""
        arguments = told["args"]?.array ?? []
        created = Self.seconds(told["created_at"])
        enqueued = Self.seconds(told["enqueued_at"])
        failed = Self.seconds(told["retried_at"]) ?? Self.seconds(told["failed_at"])
        retries = Int(told["retry_count"]?.integer ?? 0)
        errorClass = told["error_class"]?.string
        errorMessage = told["error_message"]?.string
        lock = told["lock_digest"]?.string ?? told["unique_digest"]?.string
    }

    /// `DeliveryWorker` of `ActivityPub::DeliveryWorker`.
    package var shortName: String {
        var rest = worker[...]
        while let mark = rest.firstRange(of: "::") { rest = rest[mark.upperBound...] }
        return String(rest)
    }

    /// The host of the first address among the arguments: where a delivery goes, what is fetched.
    package var host: String? {
        for argument in arguments {
            guard let text = argument.string, text.hasPrefix("https://") || text.hasPrefix("http://") else { continue }
            let rest = text[text.index(text.firstIndex(of: "/") ?? text.startIndex, offsetBy: 2)...]
            let end = rest.firstIndex { "/?#:".contains($0) } ?? rest.endIndex
            if end > rest.startIndex { return rest[..<end].lowercased() }
        }
        return nil
    }

    /// Since when it waits, in seconds since 1970.
    package var since: Double? { enqueued ?? created }

    /// A moment in seconds since 1970, from either generation's number.
    package static func seconds(_ value: JSONValue?) -> Double? {
        let number: Double
        switch value {
        case .integer(let whole): number = Double(whole)
        case .number(let real): number = real
        default: return nil
        }
        // No moment of this millennium has as many seconds.
        return number > 100_000_000_000 ? number / 1_000 : number
    }
}
