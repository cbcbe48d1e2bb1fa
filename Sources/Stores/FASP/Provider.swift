import Crypto
import Faults
import Model
import Postgres

/// An auxiliary service provider, with the keys by which the two sides know each other: a row of `fasp_providers`.
///
/// Source: Mastodon 4.6.5 `app/models/fasp/provider.rb`; the same since 4.4.
package struct Provider: Sendable {
    /// Something a provider can do.
    package struct Capability: Sendable, Equatable {
        package var id: String
        package var version: String
        package var isOn: Bool

        /// `1` of `1.0`.
        var majorVersion: String { String(version.prefix { $0 != "." }) }

        init?(_ json: JSONValue) {
            guard let id = json["id"]?.string, let version = json["version"]?.string else { return nil }
            self.id = id
            self.version = version
            isOn = json["enabled"] == true
        }

        var json: JSONValue {
            .object([
                .init("id", .string(id)), .init("version", .string(version)), .init("enabled", .boolean(isOn)),
            ])
        }
    }

    package let id: Int64
    package let name: String
    package let isConfirmed: Bool
    package let capabilities: [Capability]
    let address: String
    let remoteID: String
    let publicKey: String
    let privateKey: String

    /// By which people compare its key, as the server's page shows it.
    package var fingerprint: String {
        EdwardsKey(publicPEM: publicKey).map { Digest.base64(Digest.sha256($0.publicBytes)) } ?? "none"
    }

    var host: String { DoomedAccounts.host(of: address) }

    /// - Throws: `Fault(.configuration)` where the server has none; `Fault(.noSuch)` for the first that is not there.
    package static func find(
        _ ids: [Int64], on schema: LiveSchema, over connection: Transaction<some Access>
    ) async throws -> [Provider] {
        try FASPList().require(schema)
        let found = try await connection.rows(
            """
            select
                id,
                name,
                confirmed,
                capabilities::text,
                base_url,
                remote_identifier,
                provider_public_key_pem,
                server_private_key_pem
            from fasp_providers
            where id = any(\(ids))
            order by id
            """
        ) { row in
            let capabilities: String = try row[3]
            return Provider(
                id: try row[0], name: try row[1], isConfirmed: try row[2],
                capabilities: (JSONValue(parsing: capabilities)?.array ?? []).compactMap(Capability.init),
                address: try row[4], remoteID: try row[5], publicKey: try row[6], privateKey: try row[7])
        }
        if let missing = ids.first(where: { id in !found.contains { $0.id == id } }) {
            throw Fault(
                .noSuch, "there is no provider \(missing)", notes: ["nothing was changed"],
                help: "try `mastoctl fasp list`")
        }
        return found
    }
}

extension Site where Mode == ReadWrite {
    /// Believes a provider from now on, and notes what it says of itself.
    ///
    /// - Throws: what `ProviderLink` throws; nothing was changed then.
    package func confirm(_ provider: Provider, by link: ProviderLink) async throws {
        let info = try await link.info(of: provider, at: .now)
        let capabilities = info["capabilities"]?.array.map { JSONValue.array($0).text } ?? "[]"
        let policy = info["privacyPolicy"].flatMap { $0 == .null ? nil : $0.text }
        try await change { connection in
            try await connection.execute(
                """
                update fasp_providers
                set confirmed = true,
                    privacy_policy = \(policy)::jsonb,
                    capabilities = \(capabilities)::jsonb,
                    sign_in_url = \(info["signInUrl"]?.string),
                    contact_email = \(info["contactEmail"]?.string),
                    fediverse_account = \(info["fediverseAccount"]?.string),
                    updated_at = \(fragment: .present)
                where id = \(provider.id)
                """)
            return ((), try await heard(from: provider, over: connection))
        }
    }

    /// Switches on or off what a provider can do: first there, then here.
    ///
    /// - Throws: as `confirm`.
    package func switchOn(_ isOn: Bool, _ ids: [String], of provider: Provider, by link: ProviderLink) async throws {
        var all = provider.capabilities
        for index in all.indices where ids.contains(all[index].id) && all[index].isOn != isOn {
            try await link.switchOn(isOn, all[index], of: provider, at: .now)
            all[index].isOn = isOn
        }
        let text = JSONValue.array(all.map(\.json)).text
        try await change { connection in
            try await connection.execute(
                """
                update fasp_providers
                set capabilities = \(text)::jsonb,
                    updated_at = \(fragment: .present)
                where id = \(provider.id)
                """)
            return ((), try await heard(from: provider, over: connection))
        }
    }

    /// One that answers is not unavailable.
    private func heard(from provider: Provider, over connection: Transaction<ReadWrite>) async throws -> Aftermath {
        var aftermath = Aftermath()
        aftermath.change(.unlink([DeliveryFailures.key(provider.host)]))
        if try await connection.unavailableDomains.delete(provider.host) != nil {
            aftermath.forgetUnavailableDomains()
        }
        return aftermath
    }
}
