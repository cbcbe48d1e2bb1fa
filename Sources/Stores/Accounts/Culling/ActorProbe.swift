import HTTP

/// Asks other servers whether an actor is still there.
package struct ActorProbe: Sendable {
    package enum Answer: Sendable, Equatable {
        /// 404 or 410.
        case missing
        /// Anything else that a server of ours takes for being there.
        case present
        /// The server asks for patience, or is in trouble: nothing is known, and it is not asked again in this run.
        case busy
        /// No connection, or no answer.
        case unreachable
    }

    private let client: HTTPClient
    private let isMapped: Bool

    /// - Parameters:
    ///   - site: this server's address, told to the others.
    ///   - connectTo: as curl's `--connect-to`.
    package init(site: String, connectTo: [String], concurrency: Int) {
        var settings = HTTPClient.Settings()
        settings.connectTimeout = .seconds(10)
        settings.totalTimeout = .seconds(20)
        settings.concurrency = concurrency
        settings.connectTo = connectTo
        settings.userAgent = "mastoctl (+\(site)/)"
        settings.maximumResponseSize = 1 << 20
        client = HTTPClient(settings)
        isMapped = !connectTo.isEmpty
    }

    package func close() { client.close() }

    /// By `HEAD`, or by `GET` where the server does not know that; up to three redirections are followed, as the server's
    /// own requests do.
    package func ask(_ uri: String) async -> Answer {
        var (url, method, hops) = (uri, "HEAD", 0)
        while true {
            guard isAllowed(url) else { return .unreachable }
            let response: HTTPResponse
            do {
                response = try await client.send(
                    HTTPRequest(method, url, headers: ["Accept": "application/activity+json, application/ld+json"]))
            } catch let error as HTTPError where error.kind == .tooLarge {
                return .present
            } catch {
                return .unreachable
            }
            switch response.status {
            case 404, 410: return .missing
            case 405, 501:
                if method == "GET" { return .present }
                method = "GET"
            case 301, 302, 303, 307, 308:
                guard let target = response.headers["Location"], hops < 3 else { return .present }
                url = Self.resolve(target, from: url)
                hops += 1
            case 429, 500...599: return .busy
            default: return .present
            }
        }
    }

    private static func resolve(_ target: String, from url: String) -> String {
        guard target.hasPrefix("/"), !target.hasPrefix("//"), let scheme = url.firstRange(of: "://") else {
            return target
        }
        let end = url[scheme.upperBound...].firstIndex(of: "/") ?? url.endIndex
        return url[..<end] + target
    }

    /// Nobody's document may make us ask machines inside.
    private func isAllowed(_ url: String) -> Bool {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return false }
        if isMapped { return true }
        let host = Self.host(of: url)
        if host == "localhost" || host.hasSuffix(".localhost") || host.hasPrefix("[") { return false }
        let isAddress = host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        return !isAddress && host.contains(".")
    }

    /// The host in an address, lower case.
    package static func host(of url: String) -> String { DoomedAccounts.host(of: url) }
}
