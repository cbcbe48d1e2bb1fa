import Crypto
import Faults
import HTTP
import Model

/// Speaks with auxiliary service providers as the server does: each side signs what it says.
package struct ProviderLink: Sendable {
    private let client: HTTPClient

    /// - Parameter settings: where connections go; what is due to a stranger's address is set here.
    package init(_ settings: HTTPClient.Settings, for instance: String) {
        var settings = settings
        settings.totalTimeout = .seconds(20)
        settings.isPublicOnly = true
        settings.maximumResponseSize = 1 << 20
        settings.userAgent = "mastoctl (+https://\(instance)/)"
        client = HTTPClient(settings)
    }

    package func close() { client.close() }

    /// What a provider says of itself.
    ///
    /// - Throws: `Fault(.unreachable)`, or `Fault(.badData)` for an answer that is not to be believed; `HTTPError`.
    func info(of provider: Provider, at time: UTCTime) async throws -> JSONValue {
        let body = try await ask(provider, "GET", "/provider_info", at: time)
        guard let info = JSONValue(parsing: String(decoding: body, as: UTF8.self)), case .object = info else {
            throw Fault(.badData, "\(provider.name) does not say what it is: its answer is no JSON")
        }
        return info
    }

    /// Tells a provider that something it can do is wanted, or not any more.
    ///
    /// - Throws: as `info`.
    func switchOn(_ isOn: Bool, _ capability: Provider.Capability, of provider: Provider, at time: UTCTime) async throws
    {
        let path = "/capabilities/\(capability.id)/\(capability.majorVersion)/activation"
        _ = try await ask(provider, isOn ? "POST" : "DELETE", path, at: time)
    }

    private func ask(_ provider: Provider, _ method: String, _ path: String, at time: UTCTime) async throws -> [UInt8] {
        guard let mine = EdwardsKey(privatePEM: provider.privateKey),
            let theirs = EdwardsKey(publicPEM: provider.publicKey)
        else { throw Fault(.badData, "the keys of \(provider.name) cannot be read") }
        let base = provider.address.hasSuffix("/") ? String(provider.address.dropLast()) : provider.address
        var request = HTTPRequest(method, base + path, body: method == "GET" ? nil : [])
        request.headers["Accept"] = "application/json"
        request.headers["Content-Type"] = "application/json"
        request.headers["Content-Digest"] = MessageSignature.digest(of: [])
        guard MessageSignature.sign(&request, by: mine, called: provider.remoteID, at: time) else {
            throw Fault(.badData, "the server's key for \(provider.name) does not sign")
        }
        let response = try await client.send(request)
        guard response.status < 400 else {
            throw Fault(
                .unreachable, "\(provider.name) answered with status \(response.status)",
                notes: ["\(method) \(request.url)"], help: "ask whoever runs it; it may have forgotten this server")
        }
        if let doubt = MessageSignature.doubt(response, by: theirs) {
            throw Fault(.badData, "the answer of \(provider.name) is not to be believed: \(doubt)")
        }
        return response.body
    }
}
