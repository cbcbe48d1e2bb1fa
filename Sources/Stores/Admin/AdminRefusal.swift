import Faults
import HTTP
import Model

/// What an answer of the Admin API means: its value, or the fault it is.
struct AdminRefusal {
    let address: ServerAddress
    let route: AdminAPI.Route

    init(_ address: ServerAddress, _ route: AdminAPI.Route) {
        self.address = address
        self.route = route
    }

    /// The value of a good answer.
    ///
    /// - Throws: `Fault` for any other.
    func value(_ answer: AdminExchange.Answer) throws -> JSONValue {
        let response = answer.response
        switch response.status {
        case 200...299:
            guard let value = response.json else { throw noAPI("the answer to \(route.words) is no JSON") }
            return value
        // A deletion that was tried again and finds nothing was done by an earlier try.
        case 404 where route.method == .delete && answer.attempts > 1: return .object([])
        case 401: throw Self.notTaken(address, response)
        case 403 where response.json == nil: throw Self.notAPIsRefusal(address)
        case 403:
            let permissions = route.permissions.map(\.description).joined(separator: " or ")
            throw Fault(
                .denied, "\(address.authority) does not allow this",
                notes: Self.words(response) + [
                    "\(route.words) needs the scope \(route.scope) and the permission \(permissions), "
                        + "and a role above that of the account it is about"
                ], help: "see what the token may do, and get another with `mastoctl login`")
        case 404:
            throw Fault(.noSuch, "\(address.authority) knows no such record", notes: ["asked by \(route.words)"])
        case 422: throw invalid(response)
        case 500...: throw Self.outOfOrder(address, response, mayHaveArrived: !route.isRepeatable)
        default:
            throw Fault(
                .badData, "\(address.authority) refuses the request with status \(response.status)",
                notes: Self.words(response) + ["asked by \(route.words)"])
        }
    }

    private func invalid(_ response: HTTPResponse) -> Fault {
        let existing = response.json?["existing_domain_block"].flatMap {
            try? AdminAPI.DomainBlock(AdminAPI.Reading($0))
        }
        let words = Self.words(response).first
        return Fault(
            .badData, "\(address.authority) refuses this" + (words.map { ": \($0)" } ?? ""),
            notes: existing.map {
                ["the block of \($0.domain) is there already, with the severity \($0.severity.rawValue)"]
            } ?? [], cause: existing.map(DomainBlockExists.init))
    }

    func misfit(_ misfit: AdminAPI.Misfit) -> Fault {
        noAPI("the answer to \(route.words) has not \(misfit.expected) at \(misfit.place)")
    }

    private func noAPI(_ note: String) -> Fault {
        Fault(
            .unreachable, "what answers at \(address) is not Mastodon's Admin API", notes: [note],
            help: "check lanes.api_url with `mastoctl config show`")
    }

    static func notTaken(_ address: ServerAddress, _ response: HTTPResponse) -> Fault {
        Fault(
            .denied, "\(address.authority) does not take the token for the Admin API", notes: words(response),
            help: "get a new one with `mastoctl login`")
    }

    /// A 403 that is none of the API's own, which always says why in JSON: Rails' check of host names, or a proxy.
    static func notAPIsRefusal(_ address: ServerAddress) -> Fault {
        Fault(
            .configuration, "\(address.authority) refuses the request before it comes to the Admin API",
            notes: ["a missing permission is told in JSON; this 403 is the check of host names, or a proxy's"],
            help: "check WEB_DOMAIN and lanes.api_url, and that the proxy in front sends Host and X-Forwarded-Proto on",
            cause: BeforeTheAPI())
    }

    static func outOfOrder(
        _ address: ServerAddress, _ response: HTTPResponse, mayHaveArrived: Bool = false
    ) -> Fault {
        Fault(
            .unreachable, "\(address.authority) is out of order: it answers with status \(response.status)",
            notes: words(response)
                + (mayHaveArrived ? ["what was asked may have been done all the same; it was not asked again"] : []),
            help: "run the command again later, or take another lane with --via")
    }

    /// The server's own words, cut to a line's length. They are cleaned where they are shown.
    static func words(_ response: HTTPResponse) -> [String] {
        guard let json = response.json, let text = (json["error_description"] ?? json["error"])?.string, !text.isEmpty
        else { return [] }
        return [text.count > 300 ? text.prefix(300) + "…" : text]
    }

    // MARK: - pages

    /// The query of the next page, from the answer's links.
    ///
    /// The link's path is not followed: for trends the server names its public list there.
    ///
    /// - Throws: `Fault(.unreachable)` for a link to another server.
    func nextQuery(_ response: HTTPResponse, publicAddress: String?) throws -> String? {
        guard let link = Self.next(response) else { return nil }
        let origin = AdminExchange.origin(of: link)
        let places = [address.description] + (publicAddress.map { [$0] } ?? [])
        guard origin.isEmpty || places.contains(origin.lowercased()) else {
            throw Fault(
                .unreachable, "\(address.authority) names a next page on another server", notes: ["at \(origin)"],
                help: "set lanes.api_url to the address the server itself answers at")
        }
        guard let mark = link.firstIndex(of: "?") else { return nil }
        let query = link[link.index(after: mark)...].prefix { $0 != "#" }
        return query.utf8.allSatisfy { (0x21...0x7E).contains($0) } && !query.isEmpty ? String(query) : nil
    }

    /// The URL of `Link: <…>; rel="next"` (RFC 8288).
    static func next(_ response: HTTPResponse) -> String? {
        for field in response.headers.fields where field.name.lowercased() == "link" {
            var rest = field.value[...]
            while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
                let url = rest[rest.index(after: open)..<close]
                let after = rest[rest.index(after: close)...]
                let end = after.firstRange(of: ", <")?.lowerBound ?? after.firstRange(of: ",<")?.lowerBound
                let parameters = after[..<(end ?? after.endIndex)].lowercased().replacing(" ", with: "")
                if parameters.contains(";rel=\"next\"") || parameters.contains(";rel=next") { return String(url) }
                rest = end.map { after[$0...] } ?? ""
            }
        }
        return nil
    }
}

/// What answered was not the API: the server's check of host names, or a proxy.
package struct BeforeTheAPI: Error {
    package init() {}
}

/// A domain block that is in the way of another.
package struct DomainBlockExists: Error {
    package let block: AdminAPI.DomainBlock
}

extension HTTPResponse {
    /// The body, nil when it is no JSON.
    var json: JSONValue? { JSONValue(parsing: String(decoding: body, as: UTF8.self)) }
}
