import Postgres
import Support
import Testing

extension TestInstance {
    /// The name of somebody here who is neither staff nor suspended.
    func plainUser() async throws -> String {
        let connection = try await connect()
        let name = try await connection.first(
            """
            select username::text from accounts join users on users.account_id = accounts.id
            where domain is null and role_id is null and suspended_at is null order by accounts.id limit 1
            """
        ) { try $0.value(0, as: String.self) }
        await connection.close()
        return try #require(name)
    }
}
