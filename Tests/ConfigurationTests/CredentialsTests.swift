import Configuration
import Faults
import Testing

@Suite struct CredentialsTests {
    private let text = "api_url = \"https://a.example\"\napi_token = \"kept-token\"\nclient_id = \"x\"\n"
    private let env = "LOCAL_DOMAIN=a.example\nDB_HOST=db\n"

    private func loaded(
        _ files: [String: String], environment: [String: String] = [:], mode: UInt32 = 0o600
    ) throws -> Configuration {
        try Configuration.load(
            environment: environment,
            files: MemoryFiles(files.merging(["/srv/.env.production": env]) { $1 }, mode: mode))
    }

    @Test func `a token beside the profile is used, and its origin is told`() throws {
        let found = try loaded([
            "/etc/mastoctl/default.toml": "", "/etc/mastoctl/default.credentials": text,
        ])
        #expect(found.lanes.apiToken?.reveal() == "kept-token")
        #expect("\(found.origin(of: "lanes.api_token"))" == "api_token in /etc/mastoctl/default.credentials")
        #expect(found.credentials?.clientID == "x" && found.warnings == [])
        #expect(found.credentialsPath == "/etc/mastoctl/default.credentials")
    }

    @Test func `without a profile it lies under the local domain, where profiles lie`() throws {
        let home = ["HOME": "/home/me"]
        let found = try loaded(["/home/me/.config/mastoctl/a.example.credentials": text], environment: home)
        #expect(found.lanes.apiToken?.reveal() == "kept-token")
        let none = try loaded([:], environment: home)
        #expect(none.lanes.apiToken == nil)
        #expect(none.credentialsPath == "/home/me/.config/mastoctl/a.example.credentials")
        let other = try loaded(["/home/me/.config/mastoctl/b.example.credentials": text], environment: home)
        #expect(other.lanes.apiToken == nil)
    }

    @Test func `environment and profile win over it`() throws {
        let files = [
            "/etc/mastoctl/default.toml": "[lanes]\napi_token = \"written\"\n",
            "/etc/mastoctl/default.credentials": text,
        ]
        #expect(try loaded(files).lanes.apiToken?.reveal() == "written")
        let found = try loaded(files, environment: ["MASTOCTL_API_TOKEN": "given"])
        #expect(found.lanes.apiToken?.reveal() == "given")
    }

    @Test func `a token for another server is not used`() throws {
        let files = [
            "/etc/mastoctl/default.toml": "[lanes]\napi_url = \"https://b.example\"\n",
            "/etc/mastoctl/default.credentials": text,
        ]
        let found = try loaded(files)
        #expect(found.lanes.apiToken == nil && found.credentials == nil)
        #expect(found.warnings.contains { $0.contains("another server than https://b.example") })
    }

    @Test func `a file that others may read is told of with its mode, and never its content`() throws {
        let found = try loaded(
            ["/etc/mastoctl/default.toml": "", "/etc/mastoctl/default.credentials": text], mode: 0o644)
        #expect(found.warnings.contains { $0.contains("default.credentials") && $0.contains("0644") })
        #expect(!String(reflecting: found).contains("kept-token"))
    }

    @Test(arguments: ["api_token = \"", "nothing = 1\n", "api_url = \"https://a.example\"\n"])
    func `a file that holds no credentials is a fault that quotes nothing of it`(text: String) throws {
        #expect(throws: Fault.self) {
            try loaded(["/etc/mastoctl/default.toml": "", "/etc/mastoctl/default.credentials": text])
        }
    }
}
