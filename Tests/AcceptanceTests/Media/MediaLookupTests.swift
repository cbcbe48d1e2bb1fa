import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct MediaLookupTests {
    @Test func `a file leads to its page, and what has none says why`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(for: instance)
        let connection = try await instance.connect()
        let rows = try await connection.rows(
            """
            (select account.id, account.username::text, account.url::text
                from accounts as account where account.domain is null and account.avatar_file_name <> '' limit 1)
            union all
            (select account.id, account.username::text, account.url::text
                from accounts as account where account.domain is not null and account.avatar_file_name <> '' limit 1)
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: String.self), try $0.value(2, as: String?.self)) }
        await connection.close()
        func path(_ id: Int64) -> String {
            let digits = String(repeating: "0", count: (id < 1_000_000_000 ? 9 : 18) - String(id).count) + String(id)
            let groups = stride(from: 0, to: digits.count, by: 3).map { digits.dropFirst($0).prefix(3) }
            return groups.joined(separator: "/")
        }
        let (local, remote) = (try #require(rows.first), try #require(rows.last))
        let own = try await program.run(
            ["media", "lookup", "https://files.example/system/accounts/avatars/\(path(local.0))/original/x.png?1"])
        #expect(own.status == 0 && own.output == "https://sandbox.example/@\(local.1)\n", "\(own)")
        let other = try await program.run(
            ["media", "lookup", "cache/accounts/avatars/\(path(remote.0))/original/x.png", "--format", "json"])
        #expect(other.status == 0 && other.output.contains("\"url\": \"\(remote.2 ?? "?")\""), "\(other)")
        #expect(other.output.contains("\"id\": \"\(remote.0)\"") && other.output.contains("\"kind\": \"avatar\""))
        let none = try await program.run(["media", "lookup", "/media_attachments/files/999/999/999/original/x.png"])
        #expect(none.status == 66 && none.output.isEmpty && none.errors.contains("help:"))
        let odd = try await program.run(["media", "lookup", "https://sandbox.example/@x/1"])
        #expect(odd.status == 65 && odd.errors.contains("help:"))
        try await instance.remove()
    }
}
