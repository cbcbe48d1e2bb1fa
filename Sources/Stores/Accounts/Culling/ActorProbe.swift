import HTTP

/// Asks other servers whether an actor is still there.
package struct ActorProbe: Sendable {
    package enum Answer: Sendable, Equatable {
        /// 404 or 410.
        case missing
        /// Anything else, which a server of ours takes for being there.
        case present
        /// The server asks for patience, or is in trouble: nothing is known, and it is not asked again in this run.
        case busy
        /// No connection, or no answer.
        case unreachable
    }

    private let servers: RemoteServers

    package init(_ servers: RemoteServers) {
        self.servers = servers
    }

    private static let forms = "application/activity+json, application/ld+json"

    /// By `HEAD`, or by `GET` where the server does not know that; up to three redirections are followed, as the server's
    /// own requests do.
    ///
    /// Source: Mastodon 4.6.5 `app/lib/request.rb`.
    package func ask(_ uri: String) async -> Answer {
        var (url, isHead, hops) = (uri, true, 0)
        while true {
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return .unreachable }
            let answer: RemoteServers.Answer
            do {
                answer =
                    isHead
                    ? try await servers.head(url, accept: Self.forms) : try await servers.get(url, accept: Self.forms)
            } catch let error as HTTPError where error.kind == .tooLarge {
                return .present
            } catch {
                return .unreachable
            }
            switch answer.status {
            case 404, 410: return .missing
            case 405, 501:
                if !isHead { return .present }
                isHead = false
            case 301, 302, 303, 307, 308:
                guard let target = answer.location, hops < 3 else { return .present }
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

    /// The host in an address, lower case.
    package static func host(of url: String) -> String { DoomedAccounts.host(of: url) }
}
