import Crypto
import Faults
import Model
import Postgres
import Sandbox
import Support
import Testing

@testable import Stores

@Suite(.enabled(if: TestServers.areInstalled)) struct FarewellTests {
    private func doomed(_ connection: PostgresConnection, _ release: MastodonRelease) async throws -> DoomedAccounts {
        var instance = Instance(
            localDomain: "sandbox.example", webDomain: "sandbox.example",
            schema: try await LiveSchema.read(over: Transaction<ReadOnly>(connection)))
        instance.cipher = Self.cipher
        let id = try await connection.first(
            "select min(account_id) from users where confirmed_at is not null and approved"
        ) { try $0.value(0, as: Int64.self) }
        let accounts = try await DoomedAccount.find([id ?? 0], in: instance, over: Transaction<ReadOnly>(connection))
        return try await DoomedAccounts.gather(
            accounts, DeletionOptions(), in: instance, over: Transaction<ReadOnly>(connection))
    }

    /// That of every test's env file.
    private static var cipher: RecordCipher {
        let values = Dictionary(uniqueKeysWithValues: Population.encryption)
        return RecordCipher(
            primary: values["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY"] ?? "",
            salt: values["ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT"] ?? "")
    }

    @Test(arguments: [MastodonRelease.v4_2, .v4_6, .v4_7])
    func `the signature of a farewell is that of the account's key`(release: MastodonRelease) async throws {
        let connection = try await TestInstance.make(release: release).connect()
        let doomed = try await doomed(connection, release)
        let account = try #require(doomed.accounts.first)
        let isApart = release >= .v4_7
        let statement: Statement =
            isApart
            ? "select public_key from keypairs where account_id = \(account.id)"
            : "select public_key from accounts where id = \(account.id)"
        let published = try await connection.first(statement) { try $0.value(0, as: String.self) }
        let fragment =
            isApart
            ? try await connection.first("select local_fragment from keypairs where account_id = \(account.id)") {
                try $0.value(0, as: String.self)
            } ?? "" : "#main-key"
        let creator = account.name.uri + fragment
        let text = try await doomed.farewell(
            of: account, at: UTCTime(1_800_000_000), over: Transaction<ReadOnly>(connection))
        await connection.close()

        let json = try #require(JSONValue(parsing: text))
        let signature = try #require(json["signature"])
        #expect(signature["creator"]?.string == creator)
        let created = try #require(signature["created"]?.string)
        let value = try #require(signature["signatureValue"]?.string.flatMap { Base64.bytes($0) })
        let key = try #require(RSAKey(publicPEM: published ?? ""))
        let message =
            Digest.sha256Digits(LinkedDataSignature.options(creator: creator, created: created))
            + Digest.sha256Digits(DeleteActivity(of: account.name).quads)
        #expect(key.verifies(value, of: Array(message.utf8)))
        #expect(!key.verifies(value, of: Array((message + "0").utf8)))
    }

    @Test func `an account without a key is told so, without a word of what is in its place`() async throws {
        let connection = try await TestInstance.make().connect()
        try await connection.execute("update accounts set private_key = 'torn letters' where domain is null")
        let doomed = try await doomed(connection, .v4_6)
        let fault = await #expect(throws: Fault.self) {
            try await doomed.farewell(of: doomed.accounts[0], at: UTCTime(0), over: Transaction<ReadOnly>(connection))
        }
        await connection.close()
        #expect(fault?.kind == .badData)
        #expect(fault?.message.contains("torn") == false)
    }
}
