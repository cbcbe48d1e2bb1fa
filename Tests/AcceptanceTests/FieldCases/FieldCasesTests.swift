import Glibc
import Model
import Postgres
import Support
import Testing

/// Files of the kinds that people and other programs really write, each kind as one whole: read to the right value, or told
/// with line and reason. What one reader does with one line is in the tests of that reader.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FieldCasesTests {
    // MARK: - env files

    /// Files of one folder, and what holds of the one called `.env.production`.
    struct EnvCase: Sendable, CustomStringConvertible {
        var description: String
        var files: [String: String]
        var values: [String: String]
        /// The shell's variables.
        var environment: [String: String] = [:]
    }

    static let envCases: [EnvCase] = [
        EnvCase(
            description: "comments, quotes and variables beside a compose file",
            files: [
                "compose.yaml": "services:\n  web:\n    env_file: .env.production\n",
                ".env": "BASE=town.example # of the project\r\n",
                ".env.production": """
                \u{FEFF}LOCAL_DOMAIN=${BASE:?needed}\t # ours\r
                export DB_HOST = ${HOST-db}   # the shell's, or that of the network\r
                DB_NAME="a $$b
                c" # two lines\r
                DB_USER='$$x #y'\r
                S3_ENABLED=false\r
                S3_ENABLED="true" # again, and the last one holds\r
                S3_BUCKET=${NONE:-files-${BASE}}\r
                S3_REGION=eu#1 # and a comment\r
                """,
            ],
            values: [
                "identity.local_domain": "town.example", "postgres.host": "db", "postgres.name": "a $b\nc",
                "postgres.user": "$$x #y", "s3.enabled": "true", "s3.bucket": "files-town.example",
                "s3.region": "eu#1",
            ]),
        EnvCase(
            description: "several files, a raw one, one that need not be there, and environment over all of them",
            files: [
                "docker-compose.yml": """
                x-shared: &shared
                  S3_ENABLED: "true"   # not in the file
                  DB_HOST:
                services:
                  web:
                    env_file:
                      - path: ./.env.production
                      - path: raw.env
                        format: raw
                      - { path: none.env, required: false }
                    environment:
                      <<: *shared
                      S3_BUCKET: 'files'
                      LOCAL_DOMAIN: ${DOMAIN:-fallback.example}
                """,
                ".env.production": "LOCAL_DOMAIN=file.example\nS3_ENABLED=false\nDB_HOST=file\nDB_NAME=file\n",
                "raw.env": "DB_NAME=\"raw\" # all of it\nS3_BUCKET=raw\n",
            ],
            values: [
                "identity.local_domain": "shell.example", "s3.enabled": "true", "s3.bucket": "files",
                "postgres.host": "shell-db", "postgres.name": "\"raw\" # all of it",
            ],
            environment: ["DOMAIN": "shell.example", "DB_HOST": "shell-db"]),
        EnvCase(
            description: "environment as a list, and an override",
            files: [
                "docker-compose.yml":
                    "services:\n  web:\n    env_file: [\".env.production\"]\n    environment:\n      - DB_HOST=list\n"
                    + "      - \"DB_NAME=a=b # c\"\n",
                "docker-compose.override.yml": "services: {web: {environment: {DB_HOST: over}}}\n",
                ".env.production": "LOCAL_DOMAIN=a.example\nDB_HOST=file\nDB_NAME=file\nS3_ENABLED=true\nS3_BUCKET=b\n",
            ],
            values: ["postgres.host": "over", "postgres.name": "a=b # c", "s3.bucket": "b"]),
        EnvCase(
            description: "without a compose file, as the server itself reads it",
            files: [
                ".env.production":
                    "export LOCAL_DOMAIN=b.example # x\r\nDB_HOST='$HOST #1'\r\nDB_NAME=\"n$HOST\"\r\nS3_BUCKET=a#b\r\n"
            ],
            values: [
                "identity.local_domain": "b.example", "postgres.host": "$HOST #1", "postgres.name": "nshell",
                "s3.bucket": "a",
            ],
            environment: ["HOST": "shell"]),
    ]

    @Test(arguments: envCases)
    func `an env file has the values that its own reader gives them`(sample: EnvCase) async throws {
        let program = Program(sample.environment)
        for (name, text) in sample.files { program.folder.make("place/\(name)", content: text) }
        let path = "\(program.folder.path)/place/.env.production"
        chmod(path, 0o600)
        let run = try await program.run(["config", "show", "--env-file", path, "--format", "json"])
        #expect(run.status == 0, "\(run)")
        let settings = JSONValue(parsing: run.output)?["settings"]?.array ?? []
        for (key, value) in sample.values {
            let found = settings.first { $0["key"]?.string == key }?["value"]?.string
            #expect(found == value, "\(key): \(run)")
        }
    }

    // MARK: - block lists

    private static let lists: [(name: String, text: String, blocks: [String])] = [
        (
            "semicolons, quotes, line ends and empty rows",
            "\u{FEFF}Severity;Public Comment;#Domain;Reject-Media\r\n\r\n;;;\r\nsuspend;\"a; b\r\nc\";One.example;TRUE\r\n"
                + "silence;\"say \"\"no\"\"\";two.example;;;;\r\n\"\";;three.example;0\r\n",
            ["one.example 1 t a; b\r\nc", "three.example 1 f", "two.example 0 f say \"no\""]
        ),
        (
            "tabs and a header in capitals", "# a list\n\nDOMAIN\tSEVERITY\nfour.example\tlimit\n\t\nfive.example\t\n",
            ["five.example 1 f", "four.example 0 f"]
        ),
        (
            "domains alone, as people write them",
            "*.six.example\nhttps://Seven.EXAMPLE:8443/about?x=1#y\n eight.example.   # why\nbücher-neun.example\n"
                + ".ten.example\n@eleven.example\r\nTWELVE.example,,\n\n# none\n",
            [
                "eight.example 1 f", "eleven.example 1 f", "seven.example 1 f", "six.example 1 f", "ten.example 1 f",
                "twelve.example 1 f", "xn--bcher-neun-9db.example 1 f",
            ]
        ),
    ]

    @Test func `block lists are read whatever signs stand between their cells`() async throws {
        let stage = try await Stage.make()
        for (name, text, blocks) in Self.lists {
            try await stage.execute("delete from domain_blocks")
            let path = stage.file("list", text)
            let run = try await stage.run("domain-blocks", "import", path, "--yes", "--format", "json")
            #expect(run.status == 0, "\(name): \(run)")
            let found = try await stage.texts(
                "select concat_ws(' ', domain, severity, reject_media, public_comment) from domain_blocks order by domain"
            )
            #expect(found == blocks, "\(name): \(run)")
        }
    }

    @Test func `what a list cannot mean is told with line and value, and is nobody else's fault`() async throws {
        let stage = try await Stage.make()
        try await stage.execute("delete from domain_blocks")
        let path = stage.file(
            "list.csv",
            "domain,severity,reject_media,reject_reports,obfuscate,public_comment\ngood.example,noop,yes,,,x\n"
                + "a.example,suspended,,,,\nb.example,,fale,,,\nc.example,,,treu,,\nd.example,,,,-1,\n"
                + "e.example,suspends,,,,one\n*.h*d.example,,,,,\nno domain,,,,,\n,suspend,,,,\n")
        let words = ["domain-blocks", "import", path, "--yes"]
        let refused = try await stage.start(words).end()
        #expect(refused.status == 65 && refused.conversation.contains("7 lines of"), "\(refused)")
        #expect(try await stage.number("select count(*) from domain_blocks") == 0)
        let run = try await stage.start(words + ["--skip-bad", "--format", "json"]).end()
        for told in [
            "line 3: severity is 'suspended'", "line 4: reject_media is 'fale'", "line 5: reject_reports is 'treu'",
            "line 6: obfuscate is '-1'", "line 7: severity is 'suspends'",
            "line 8: the name is hidden: *.h*d.example", "line 9: no domain: no domain", "line 10: it names no domain",
        ] { #expect(run.conversation.contains(told), "\(told): \(run)") }
        #expect(run.status == 0 && !run.conversation.contains("meanwhile"), "\(run)")
        #expect(try await stage.texts("select domain from domain_blocks") == ["good.example"])
    }

    @Test func `the own domain, those above it and those of everybody are guarded at every door, by one name`()
        async throws
    {
        let stage = try await Stage.make().with(["WEB_DOMAIN": "social.sandbox.example"])
        try await stage.execute("delete from domain_blocks")
        let guarded = ["sandbox.example", "social.sandbox.example", "example", "net", "co.uk"]
        let list = stage.file("own.txt", guarded.joined(separator: "\n") + "\n")
        let declared = stage.file("own.toml", "name = \"own\"\n[[source]]\nfile = \"\(list)\"\n")
        func blocked() async throws -> [String] {
            try await stage.texts("select domain from domain_blocks order by id")
        }
        let taken = try await stage.run("domain-blocks", "import", list, "--yes", "--format", "json")
        #expect(try await stage.figure("skipped", of: taken) == "5", "\(taken)")
        for domain in guarded { #expect(taken.conversation.contains(": \(domain): "), "\(taken)") }
        let plan = try await stage.run("domain-blocks", "plan", declared, "--format", "json")
        #expect(try await stage.figure("add", of: plan) == "0", "\(plan)")
        _ = try await stage.run("domain-blocks", "sync", declared, "--yes")
        for domain in guarded {
            let add = try await stage.run("domain-blocks", "add", domain, "--yes", "--no-wait")
            #expect(add.status == 65 && add.conversation.contains("--allow-domain \(domain)"), "\(add)")
        }
        #expect(try await blocked() == [])
        // One after the other by its name, at each of the doors.
        _ = try await stage.run("domain-blocks", "import", list, "--yes", "--allow-domain", "CO.UK.")
        #expect(try await blocked() == ["co.uk"])
        let named = ["--allow-domain", "net", "--allow-domain", "https://Sandbox.example/"]
        let asked = try await stage.start(["domain-blocks", "plan", declared, "--format", "json"] + named).end()
        #expect(try await stage.figure("add", of: asked) == "2", "\(asked)")
        let synced = try await stage.start(["domain-blocks", "sync", declared, "--yes"] + named).end()
        #expect(synced.status == 0, "\(synced)")
        #expect(try await blocked().sorted() == ["co.uk", "net", "sandbox.example"], "\(synced)")
        let added = try await stage.run(
            "domain-blocks", "add", "example", "--yes", "--no-wait", "--allow-domain", "example")
        #expect(added.status == 0, "\(added)")
    }
}
