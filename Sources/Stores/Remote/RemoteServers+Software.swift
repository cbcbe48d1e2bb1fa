import HTTP
import Model

extension RemoteServers {
    /// What a server says of itself by NodeInfo 2.x; a failure is part of the answer.
    ///
    /// - Throws: `CancellationError`.
    package func software(of domain: String) async throws -> DomainDossier.Software {
        do {
            let index = try await get("https://\(domain)/.well-known/nodeinfo")
            guard index.status == 200 else { return .init(failure: "it answered with status \(index.status)") }
            let address = (index.json?["links"]?.array ?? []).lazy.filter { link in
                link["rel"]?.string?.hasPrefix("http://nodeinfo.diaspora.software/ns/schema/2.") == true
            }.compactMap { $0["href"]?.string }.last
            guard let address, address.hasPrefix("https://"), address.utf8.count < 2_000 else {
                return .init(failure: "it names no NodeInfo document")
            }
            let document = try await get(address)
            guard document.status == 200, let json = document.json else {
                return .init(failure: "its NodeInfo document cannot be read")
            }
            var openRegistrations: Bool?
            if case .boolean(let isOpen)? = json["openRegistrations"] { openRegistrations = isOpen }
            return .init(
                name: json["software"]?["name"]?.string, version: json["software"]?["version"]?.string,
                users: json["usage"]?["users"]?["total"]?.integer, openRegistrations: openRegistrations)
        } catch let error as HTTPError {
            return .init(failure: error.reason)
        }
    }
}
