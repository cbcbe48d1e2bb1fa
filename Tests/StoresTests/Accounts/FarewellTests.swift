import Crypto
import Faults
import Model
import Postgres
import Stores
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct FarewellTests {
    private func doomed(_ connection: PostgresConnection, _ release: MastodonRelease) async throws -> DoomedAccounts {
        let instance = Instance(
            localDomain: "sandbox.example", webDomain: "sandbox.example",
            schema: try await LiveSchema.read(over: connection))
        let id = try await connection.first(
            "select min(account_id) from users where confirmed_at is not null and approved"
        ) { try $0.value(0, as: Int64.self) }
        let accounts = try await DoomedAccount.find([id ?? 0], in: instance, over: connection)
        return try await DoomedAccounts.gather(accounts, DeletionOptions(), in: instance, over: connection)
    }

    @Test(arguments: [MastodonRelease.v4_2, .v4_6])
    func `the signature of a farewell is that of the account's key`(release: MastodonRelease) async throws {
        let connection = try await TestInstance.make(release: release).connect()
        let pair = try await SigningKey.make()
        try await connection.execute("update accounts set private_key = \(pair.privatePEM) where domain is null")
        let doomed = try await doomed(connection, release)
        let account = try #require(doomed.accounts.first)
        let text = try await doomed.farewell(of: account, at: UTCTime(1_800_000_000), over: connection)
        await connection.close()

        let json = try #require(JSONValue(parsing: text))
        let signature = try #require(json["signature"])
        #expect(signature["creator"]?.string == account.name.key)
        let created = try #require(signature["created"]?.string)
        let value = try #require(signature["signatureValue"]?.string.flatMap { Base64.bytes($0) })
        let key = try #require(RSAKey(publicPEM: pair.publicPEM))
        let message =
            Digest.sha256Digits(LinkedDataSignature.options(creator: account.name.key, created: created))
            + Digest.sha256Digits(DeleteActivity(of: account.name).quads)
        #expect(key.verifies(value, of: Array(message.utf8)))
        #expect(!key.verifies(value, of: Array((message + "0").utf8)))
    }

    @Test func `an account without a key is told so, without a word of what is in its place`() async throws {
        let connection = try await TestInstance.make().connect()
        let doomed = try await doomed(connection, .v4_6)
        let fault = await #expect(throws: Fault.self) {
            try await doomed.farewell(of: doomed.accounts[0], at: UTCTime(0), over: connection)
        }
        await connection.close()
        #expect(fault?.kind == .badData)
        #expect(fault?.message.contains("sandbox private key") == false)
    }
}
