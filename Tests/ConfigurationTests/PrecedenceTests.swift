import Configuration
import Faults
import Testing

@Suite struct PrecedenceTests {
    @Test func `each level wins over the ones below, and the origin says which`() throws {
        let env = "# first\nDB_HOST=from-file\n"
        let profile = "[postgres]\nhost = \"from-profile\"\n"
        let flag = Override(flag: "--db-host", key: "postgres.host", value: "from-flag")
        let variable = ["DB_HOST": "from-environment"]

        let standard = try load("LOCAL_DOMAIN=a.example")
        #expect(standard.postgres.host == "localhost")
        #expect(standard.origin(of: "postgres.host") == .standard)
        let file = try load(env)
        #expect(file.postgres.host == "from-file")
        #expect(file.postgres.origin == .envFile(path: "/srv/.env.production", line: 2, key: "DB_HOST"))
        let second = try load(env, profile: profile)
        #expect(second.postgres.host == "from-profile")
        #expect(second.postgres.origin == .profile(path: "/etc/mastoctl/default.toml", key: "postgres.host"))
        let third = try load(env, environment: variable, profile: profile)
        #expect(third.postgres.origin == .environment("DB_HOST"))
        let fourth = try load(env, environment: variable, profile: profile, overrides: [flag])
        #expect(fourth.postgres.host == "from-flag")
        #expect(fourth.postgres.origin == .flag("--db-host"))
    }

    @Test func `an unknown key in a profile is refused with the nearest known one`() {
        let fault = #expect(throws: Fault.self) { try load("A=1", profile: "[postgres]\nhosst = \"x\"") }
        #expect(fault?.kind == .configuration)
        #expect(fault?.message.contains("postgres.hosst") == true)
        #expect(fault?.help == "did you mean postgres.host?")
    }

    @Test func `a broken profile is refused with its line and without its words`() {
        let fault = #expect(throws: Fault.self) {
            try load("A=1", profile: "[postgres]\nname = \"a\"\npassword = \"hunter2\nport = 5\n")
        }
        #expect(fault?.message.hasPrefix("/etc/mastoctl/default.toml:3:") == true)
        #expect("\(String(describing: fault))".contains("hunter2") == false)
    }

    @Test func `what is no value of its setting is shown by what is wanted there`() throws {
        let files = MemoryFiles(["/srv/.env.production": ""])
        for setting in Setting.all where ![.text, .path, .secret, .list].contains(setting.kind) {
            guard let variable = setting.variables.first else { continue }
            let environment = ["MASTOCTL_ENV_FILE": "/srv/.env.production", variable: "hunter2"]
            let row = try? Configuration.inspect(environment: environment, files: files).rows.first {
                $0.key == setting.key
            }
            // Whose reading of the env file holds has to be known before anything is shown.
            guard let row else {
                #expect(setting.key == "env_dialect")
                continue
            }
            #expect(row.value == "(not \(setting.kind.expectation))", "\(setting.key)")
        }
    }

    @Test func `a secret may come from a file beside the profile`() throws {
        var files = MemoryFiles([
            "/etc/mastoctl/default.toml": "[postgres]\nhost = \"db\"\npassword_file = \"db.secret\"\n"
        ])
        files.contents["/etc/mastoctl/db.secret"] = FileContent(bytes: Array("hunter2\n".utf8), mode: 0o644)
        let configuration = try Configuration.load(environment: [:], files: files)
        #expect(configuration.postgres.password?.reveal() == "hunter2")
        let key = Origin.profile(path: "/etc/mastoctl/default.toml", key: "postgres.password_file")
        #expect(configuration.origin(of: "postgres.password") == key)
        #expect(
            configuration.warnings == ["/etc/mastoctl/db.secret holds secrets and everybody may read it (mode 0644)"])
    }

    @Test func `the profile is the named one, default, or the only one`() throws {
        let one = MemoryFiles(["/etc/mastoctl/blue.toml": "[postgres]\nhost = \"blue\""])
        #expect(try Configuration.load(environment: [:], files: one).profileName == "blue")
        var two = one
        two.contents["/home/me/.config/mastoctl/red.toml"] = FileContent(bytes: Array("postgres.host = \"red\"".utf8))
        let home = ["HOME": "/home/me"]
        let ambiguous = #expect(throws: Fault.self) { try Configuration.load(environment: home, files: two) }
        #expect(ambiguous?.help == "choose one with --profile")
        let red = Override(flag: "--profile", key: "profile", value: "red")
        #expect(try Configuration.load(overrides: [red], environment: home, files: two).postgres.host == "red")
        let unknown = Override(flag: "--profile", key: "profile", value: "green")
        let missing = #expect(throws: Fault.self) {
            try Configuration.load(overrides: [unknown], environment: home, files: two)
        }
        #expect(missing?.help == "there is red, blue")
    }

    @Test func `an env file named on the command line is not overruled by a profile nobody named`() throws {
        let files = MemoryFiles([
            "/etc/mastoctl/default.toml": "[postgres]\nhost = \"production\"", "/tmp/sandbox.env": "DB_HOST=sandbox",
        ])
        let flag = Override(flag: "--env-file", key: "env_file", value: "/tmp/sandbox.env")
        let sandbox = try Configuration.load(overrides: [flag], environment: [:], files: files)
        #expect(sandbox.postgres.host == "sandbox" && sandbox.profileName == nil)
        let both = [flag, Override(flag: "--profile", key: "profile", value: "default")]
        #expect(try Configuration.load(overrides: both, environment: [:], files: files).postgres.host == "production")
    }

    @Test func `nothing found says where it was looked for`() {
        let fault = #expect(throws: Fault.self) { try Configuration.load(environment: [:], files: MemoryFiles()) }
        #expect(fault?.kind == .configuration)
        #expect(
            fault?.notes == ["looked for /srv/.env.production", "looked for /home/mastodon/live/.env.production"])
        let empty = #expect(throws: Fault.self) { try load("\n# nothing\n") }
        #expect(empty?.message == "the env file /srv/.env.production is empty")
    }

    @Test func `secrets appear in no row, description or mirror`() throws {
        let configuration = try load(
            "DB_PASS=hunter2\nREDIS_URL=redis://:hunter2@r/0\nS3_ENABLED=true\nS3_BUCKET=b\n"
                + "AWS_ACCESS_KEY_ID=hunter2\nAWS_SECRET_ACCESS_KEY=hunter2\nDATABASE_URL=postgres://u:hunter2@h/d\n"
                + "CACHE_BUSTER_ENABLED=true\nCACHE_BUSTER_SECRET=hunter2\nMASTOCTL_PING_URL=https://p/hunter2\n")
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!dumped.contains("hunter2"))
        #expect(!"\(configuration)".contains("hunter2"))
        #expect(!String(reflecting: configuration).contains("hunter2"))
        #expect(configuration.rows.contains { $0.key == "postgres.password" && $0.value == Secret.mask })
        #expect(configuration.postgres.password?.reveal() == "hunter2")
    }

    @Test func `the modes of files with secrets are looked at`() throws {
        #expect(try load("DB_PASS=x", mode: 0o640).warnings.isEmpty)
        #expect(try load("DB_HOST=x", mode: 0o644).warnings.isEmpty)
        #expect(try load("DB_PASS=x", mode: 0o644).warnings.first?.hasSuffix("(mode 0644)") == true)
        #expect(try load("DB_PASS=x", mode: 0o620).warnings.first?.hasSuffix("(mode 0620)") == true)
    }

    @Test func `a value that two dialects read differently is warned about without showing it`() throws {
        let warnings = try load("DB_PASS=hunter#2\nUNUSED=a#b").warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.contains("DB_PASS") == true)
        #expect(warnings.first?.contains("hunter") == false)
        #expect(warnings.first?.contains("UNUSED") == false)
        #expect(try load("DB_PASS=hunter#2", profile: "env_dialect = \"docker\"").warnings.isEmpty)
    }
}
