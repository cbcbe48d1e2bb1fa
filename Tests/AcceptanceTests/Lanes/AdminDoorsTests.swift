import Glibc
import Support
import Testing

/// The ways to the Admin API: an address by flag, a detour, and the socket of the server's own web process.
@Suite(.enabled(if: Program.isBuilt)) struct AdminDoorsTests {
    private let server = FakeAdminAPI()
    private let folder = TemporaryFolder()

    /// Logs in with a token that was made elsewhere, which asks the server about it.
    private func login(_ settings: [String: String], _ words: String...) async throws -> Program.Ending {
        folder.make("token", content: "good-token\n")
        folder.make("env", content: "LOCAL_DOMAIN=sandbox.example\nDB_HOST=db\n")
        folder.make("own.toml", content: "env_file = \"\(folder.path)/env\"\n")
        for name in ["token", "env", "own.toml"] { chmod("\(folder.path)/\(name)", 0o600) }
        return try await Program(settings.merging(["MASTOCTL_PROFILE": "\(folder.path)/own.toml"]) { $1 })
            .run(["login", "--token-file", "\(folder.path)/token"] + words)
    }

    private var hosts: Set<String> { Set(server.all.compactMap { $0.headers["host"] }) }

    @Test func `the address of the flag wins over that of the environment`() async throws {
        let away = try await login(["MASTOCTL_API_URL": "http://127.0.0.1:1"])
        #expect(away.status == 69, "\(away)")
        let here = try await login(["MASTOCTL_API_URL": "http://127.0.0.1:1"], "--api-url", server.url)
        #expect(here.status == 0, "\(here)")
    }

    @Test func `a detour leads there, and the server sees the name it was asked by`() async throws {
        let run = try await login([
            "MASTOCTL_API_URL": "https://admin.example",
            "MASTOCTL_CONNECT_TO": "admin.example:443:127.0.0.1:\(server.port):plain",
        ])
        #expect(run.status == 0, "\(run)")
        #expect(!hosts.isEmpty && hosts.allSatisfy { $0.hasPrefix("admin.example") }, "\(hosts)")
    }

    @Test func `the socket of the server's own process leads there, in the place of the network`() async throws {
        let relay = UnixRelay(at: "\(folder.path)/puma.sock", before: server.port)
        let run = try await login(["MASTOCTL_API_SOCKET": relay.path])
        #expect(run.status == 0, "\(run)")
        #expect(!hosts.isEmpty && hosts.allSatisfy { $0.hasPrefix("sandbox.example") }, "\(hosts)")
        let none = try await login(["MASTOCTL_API_SOCKET": "\(folder.path)/nothing.sock"])
        #expect(none.status == 69, "\(none)")
    }
}
