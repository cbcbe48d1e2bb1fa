import Faults
import Glibc
import Model
import Support
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct LoginTests {
    private let server = FakeAdminAPI()
    private let program = Program()
    private var folder: String { program.folder.path }
    private var profile: String { "\(folder)/production.toml" }
    private var credentials: String { "\(folder)/production.credentials" }

    private func prepare(url: String? = nil) {
        TextFile.write("LOCAL_DOMAIN=a.example\nDB_HOST=db\n", to: "\(folder)/env")
        TextFile.write(
            "env_file = \"\(folder)/env\"\n[lanes]\napi_url = \"\(url ?? server.url)\"\n", to: profile)
        chmod("\(folder)/env", 0o600)
        chmod(profile, 0o600)
    }

    /// Runs with something on standard input.
    private func run(_ words: [String], input: String) async throws -> Program.Ending {
        let shell = Program(program.environment, at: "/bin/sh")
        return try await shell.run(
            ["-c", #"input=$1; shift; printf '%s\n' "$input" | "$0" "$@""#, Program.path, input] + words
                + ["--profile", profile])
    }

    private func run(_ words: String...) async throws -> Program.Ending {
        try await program.run(words + ["--profile", profile])
    }

    @Test func `a code is turned into a token that is kept for its owner alone, and logout gives it back`()
        async throws
    {
        prepare()
        let login = try await run(["login", "--format", "json"], input: FakeAdminAPI.code)
        #expect(login.status == 0, "\(login)")
        let answer = JSONValue(parsing: login.output)
        #expect(answer?["schema"] == "login/1" && answer?["account"] == "admin" && answer?["role"] == "Owner")
        #expect(TextFile.mode(credentials) == 0o600)
        // The page is the one people know, and asks for a proof.
        #expect(login.errors.contains("https://a.example/oauth/authorize?response_type=code&client_id=app1"))
        #expect(login.errors.contains("code_challenge_method=S256"))
        #expect(!(login.output + login.errors).contains("token-of-app1"))
        let redeemed = server.all.first { $0.path == "/oauth/token" }
        #expect(redeemed?.parameters["code_verifier"]?.string?.count == 64)

        let shown = try await run("config", "show", "--format", "tsv")
        #expect(shown.output.contains("lanes.api_token\t••••••\tapi_token in \(credentials)"), "\(shown)")

        let logout = try await run("logout")
        #expect(logout.status == 0 && logout.output.contains("the token is revoked"), "\(logout)")
        #expect(server.revoked == ["token-of-app1"] && TextFile.read(credentials) == nil)
        let again = try await run("logout", "--format", "json")
        #expect(again.status == 0 && JSONValue(parsing: again.output)?["revoked"] == false, "\(again)")
    }

    @Test func `logging in again revokes the token before`() async throws {
        prepare()
        for _ in 1...2 {
            let login = try await run(["login"], input: FakeAdminAPI.code)
            #expect(login.status == 0, "\(login)")
        }
        #expect(server.revoked == ["token-of-app1"])
        #expect(TextFile.read(credentials)?.contains("token-of-app2") == true)
    }

    @Test func `a wrong code, no code, and scopes the server does not know keep nothing`() async throws {
        prepare()
        let wrong = try await run(["login"], input: "bad-code")
        #expect(wrong.status == 77 && wrong.errors.contains("The provided grant is not valid"), "\(wrong)")
        let none = try await run(["login"], input: "")
        #expect(none.status == 64 && none.errors.contains("no code was given"), "\(none)")
        let odd = try await run(["login", "--scopes", "fly"], input: FakeAdminAPI.code)
        #expect(odd.status == 65 && odd.errors.contains("Scopes doesn't match"), "\(odd)")
        #expect(TextFile.read(credentials) == nil)
    }

    @Test func `a token from a file or a pipe is tried before it is kept`() async throws {
        prepare()
        TextFile.write("good-token\n", to: "\(folder)/token")
        let login = try await run("login", "--token-file", "\(folder)/token")
        #expect(login.status == 0 && TextFile.mode(credentials) == 0o600, "\(login)")
        #expect(server.all.allSatisfy { $0.path != "/api/v1/apps" })
        let bad = try await run(["login", "--token-file", "-"], input: "unknown-token")
        #expect(bad.status == 77 && !bad.errors.contains("unknown-token"), "\(bad)")
        #expect(TextFile.read(credentials)?.contains("good-token") == true)
        #expect(try await run("login", "--token-file", "\(folder)/none").status == 66)
        #expect(try await run(["login", "--token-file", "-"], input: "").status == 65)
        // It came from elsewhere, so that it cannot be revoked from here.
        let logout = try await run("logout")
        #expect(logout.status == 0 && logout.errors.contains("web interface"), "\(logout)")
        #expect(server.revoked.isEmpty && TextFile.read(credentials) == nil)
    }

    @Test func `a token that opens nothing is told of`() async throws {
        prepare()
        server.grant("weak-token", scopes: ["read:accounts"], owner: "somebody", permissions: 0)
        let login = try await run(["login", "--token-file", "-"], input: "weak-token")
        #expect(login.status == 0 && login.errors.contains("opens no route"), "\(login)")
    }

    @Test func `logout keeps the token while the server cannot be told, unless forced`() async throws {
        prepare()
        #expect(try await run(["login"], input: FakeAdminAPI.code).status == 0)
        server.stop()
        let logout = try await run("logout")
        #expect(logout.status == 69 && TextFile.read(credentials) != nil, "\(logout)")
        let forced = try await run("logout", "--force")
        #expect(forced.status == 0 && forced.errors.contains("still good"), "\(forced)")
        #expect(TextFile.read(credentials) == nil)
    }

    @Test func `no token is sent in the clear to another machine`() async throws {
        prepare(url: "http://social.example")
        let login = try await run(["login"], input: FakeAdminAPI.code)
        #expect(login.status == 78 && login.errors.contains("https://"), "\(login)")
    }

    /// A terminal made by `script`, and a stand-in for the program that opens pages, which keeps the page's address.
    @Test func `on a terminal --open hands the page over, and the pasted code ends the login`() async throws {
        prepare()
        let bin = "\(folder)/bin"
        mkdir(bin, 0o755)
        TextFile.write(
            "#!/bin/sh\nprintf '%s' \"$1\" >\(folder)/page.new\nmv \(folder)/page.new \(folder)/page\n",
            to: "\(bin)/xdg-open")
        chmod("\(bin)/xdg-open", 0o755)
        let shell = Program(
            program.environment.merging(["PATH": "\(bin):/usr/bin:/bin"]) { $1 }, at: "/bin/sh")
        let line = #"""
            { until [ -s "$1/page" ]; do sleep 0.01; done; printf '%s\n' "$2"; } |
                script -qec "$0 login --open --profile $3" "$1/screen"
            """#
        let login = try await shell.run(["-c", line, Program.path, folder, FakeAdminAPI.code, profile])
        #expect(login.status == 0, "\(login)")
        let page = try #require(TextFile.read("\(folder)/page"))
        #expect(page.hasPrefix("https://a.example/oauth/authorize?response_type=code&client_id=app1"))
        #expect(page.contains("redirect_uri=urn%3Aietf%3Awg%3Aoauth%3A2.0%3Aoob") && page.contains("scope="))
        #expect(TextFile.read(credentials)?.contains("token-of-app1") == true)
        #expect(!(login.output + (TextFile.read("\(folder)/screen") ?? "")).contains("token-of-app1"))
    }

    @Test func `without such a program the page is told all the same`() async throws {
        prepare()
        let bin = "\(folder)/bin"
        mkdir(bin, 0o755)
        for name in ["sh", "sleep", "printf"] { symlink("/bin/\(name)", "\(bin)/\(name)") }
        let shell = Program(program.environment, at: "/bin/sh")
        let line = #"printf '%s\n' "$2" | /usr/bin/script -qec "PATH=$1/bin $0 login --open --profile $3" "$1/screen""#
        let login = try await shell.run(["-c", line, Program.path, folder, FakeAdminAPI.code, profile])
        #expect(login.status == 0, "\(login)")
        let screen = TextFile.read("\(folder)/screen") ?? ""
        #expect(screen.contains("xdg-open could not open the page") && screen.contains("https://a.example/oauth/"))
    }
}
