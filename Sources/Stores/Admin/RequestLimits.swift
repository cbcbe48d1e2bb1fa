import HTTP
import Model
import Synchronization

/// How many requests a server still takes, as its answers tell: `X-RateLimit-Limit`, `-Remaining`, `-Reset`.
///
/// A token has 300 requests in 5 minutes, a user 300 pages in 15, an address a few registrations of applications in 10. An
/// answer tells of whichever is nearer its end, not of which that is; so that what it tells holds back its own family
/// alone: the fifth login's registration must not stop the exchange of its code, which would expire meanwhile. Sources: Mastodon 4.6.5
/// `config/initializers/rack_attack.rb`, `app/controllers/concerns/api/rate_limit_headers.rb`; the same in 4.2.
final class RequestLimits: Sendable {
    /// Requests that the server counts together.
    enum Family: Hashable {
        case requests, pages, registrations, tokens

        init(_ target: String, isPaged: Bool) {
            let path = target.prefix { $0 != "?" }
            self =
                path == "/api/v1/apps"
                ? .registrations : path.hasPrefix("/oauth/") ? .tokens : isPaged ? .pages : .requests
        }
    }

    private let holds = Mutex<[Family: ContinuousClock.Instant]>([:])
    /// The longest the server's own clock can ask for is 15 minutes; more is a clock that is wrong.
    static let longest = 900.0

    /// Seconds until the next request may go; nil for now.
    func seconds(for family: Family) -> Double? {
        let end = holds.withLock { holds in
            [holds[family], family == .pages ? holds[.requests] : nil].compactMap(\.self).max()
        }
        guard let end, end > .now else { return nil }
        return (end - .now).inSeconds
    }

    /// Takes in what an answer tells.
    func learn(from response: HTTPResponse, to family: Family) {
        let isRefused = response.status == 429
        guard isRefused || response.headers["X-RateLimit-Remaining"].flatMap({ Int($0) }).map({ $0 <= 0 }) == true
        else { return }
        let told = (isRefused ? Self.retryAfter(response) : nil) ?? Self.untilReset(response)
        // A refusal without a word on its end: the shortest limit is one of 5 minutes, in steps.
        guard let seconds = told ?? (isRefused ? 30 : nil) else { return }
        let end = ContinuousClock.now + .seconds(min(max(seconds, 0), Self.longest))
        holds.withLock { $0[family] = max($0[family] ?? end, end) }
    }

    /// Until the moment the answer names, by the server's own clock where it tells the time.
    private static func untilReset(_ response: HTTPResponse) -> Double? {
        guard let reset = response.headers["X-RateLimit-Reset"].flatMap({ UTCTime(parsing: $0) }) else { return nil }
        let now = response.headers["Date"].flatMap { httpDate($0) } ?? .now
        return reset.seconds - now.seconds
    }

    /// `Retry-After`, in seconds or as a date.
    static func retryAfter(_ response: HTTPResponse) -> Double? {
        guard let text = response.headers["Retry-After"] else { return nil }
        if let seconds = Double(text), seconds >= 0, seconds.isFinite { return seconds }
        let now = response.headers["Date"].flatMap { httpDate($0) } ?? .now
        return httpDate(text).map { max(0, $0.seconds - now.seconds) }
    }

    /// `Sat, 21 Nov 2026 11:00:00 GMT` (RFC 9110, section 5.6.7).
    static func httpDate(_ text: String) -> UTCTime? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        return UTCTime(parsing: "\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])T\(parts[4])Z")
    }
}
