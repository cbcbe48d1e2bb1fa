import Configuration
import Faults
import Testing

/// What a compose file beside the env file says, as Compose itself (compose-go 2) takes it.
@Suite struct ComposeProjectTests {
    /// The configuration of `/srv/.env.production` beside a compose file and others.
    private func load(
        _ compose: String, _ own: String = "DB_HOST=own\nLOCAL_DOMAIN=own.example\n", _ others: [String: String] = [:],
        environment: [String: String] = [:]
    ) throws -> Configuration {
        var texts = ["/srv/.env.production": own, "/srv/docker-compose.yml": compose]
        for (name, text) in others { texts["/srv/\(name)"] = text }
        return try Configuration.load(environment: environment, files: MemoryFiles(texts))
    }

    private static func web(_ lines: String) -> String {
        "services:\n  db:\n    image: postgres\n  web:\n    image: m\n"
            + lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    }

    @Test(
        arguments: [
            "env_file: .env.production", "env_file: ./.env.production # that one", "env_file: \".env.production\"",
            "env_file: '.env.production'", "env_file:\n  - .env.production", "env_file:\n- .env.production",
            "env_file: [.env.production]", "env_file: [ \"./.env.production\", ]",
            "env_file:\n  - path: .env.production", "env_file:\n  - path: .env.production\n    required: false",
            "env_file:\n  - {path: .env.production, required: true}", "env_file: ${FILE:-.env.production}",
            "env_file: &file .env.production", "env_file:\n  - /srv/.env.production",
            "env_file: ../srv/.env.production",
        ])
    func `a file is known by what names it, however that is written`(line: String) throws {
        let found = try load(Self.web(line + "\nenvironment:\n  DB_HOST: theirs"))
        #expect(found.postgres.host == "theirs")
        #expect(found.identity.localDomain == "own.example")
        #expect(found.warnings.allSatisfy { !$0.contains("understood") }, "\(found.warnings)")
    }

    @Test(
        arguments: [
            ("environment:\n  DB_HOST: plain", "plain"), ("environment:\n  - DB_HOST=item", "item"),
            ("environment:\n- DB_HOST=item", "item"), ("environment: {DB_HOST: flow, X: \"a, b\"}", "flow"),
            ("environment: [ \"DB_HOST=flow\", 'X=1' ]", "flow"), ("environment:\n  DB_HOST: \"q # no\"", "q # no"),
            ("environment:\n  DB_HOST: 'it''s'", "it's"), ("environment:\n  DB_HOST: a # comment", "a"),
            ("environment:\n  DB_HOST: ${HOST}", "shell"),
            ("environment:\n  DB_HOST: ${NONE:-by default}", "by default"),
            ("environment:\n  DB_HOST: \"${NONE-x}${HOST:+y}\"", "xy"), ("environment:\n  DB_HOST: a$$b", "a$b"),
            ("environment:\n  - DB_HOST=${HOST:?needed}", "shell"), ("environment:\n  - HOST", "own"),
            ("environment:\n  DB_HOST: >-\n    long\n    er", "long er"),
            ("environment:\n  - X=1\n  - DB_HOST=last", "last"),
            ("environment:\n  DB_HOST: one\n  DB_HOST: two", "two"), ("environment:\n  - DB_HOST=a=b", "a=b"),
            ("environment:\n  DB_HOST:\n    spread", "spread"), ("environment:\n  X: null", "own"),
            ("environment:\n  DB_HOST: 12", "12"),
        ])
    func `environment wins over the file, in every form it has`(lines: String, host: String) throws {
        let found = try load(
            Self.web("env_file: .env.production\n" + lines), environment: ["HOST": "shell"])
        #expect(found.postgres.host == host, "\(found.warnings)")
    }

    @Test func `a name without a value takes that of the shell, and is taken away where it has none`() throws {
        let lines = "env_file: .env.production\nenvironment:\n  DB_NAME:\n  REDIS_HOST: ~\n"
        let own = "DB_HOST=own\nDB_NAME=kept\nREDIS_HOST=cache\nLOCAL_DOMAIN=own.example\n"
        let found = try load(Self.web(lines), own, environment: [:])
        #expect(found.postgres.name == "mastodon_production" && found.origin(of: "postgres.name") == .standard)
        let shell = try load(Self.web(lines), own, [".env": "DB_NAME=project\n"])
        #expect(shell.postgres.name == "project")
    }

    @Test func `several files come one after the other, and one that need not be there may be missing`() throws {
        let lines = """
            env_file:
              - path: defaults.env
              - .env.production
              - path: local.env
                required: false
              - path: raw.env
                format: raw
            """
        let others = [
            "defaults.env": "DB_HOST=first\nDB_USER=first # theirs\n", "raw.env": "DB_NAME=\"as it is\" # all of it\n",
        ]
        let found = try load(Self.web(lines), "DB_HOST=own\nLOCAL_DOMAIN=own.example\n", others)
        #expect(found.postgres.host == "own" && found.postgres.user == "first")
        #expect(found.postgres.name == "\"as it is\" # all of it")
        #expect(found.warnings.allSatisfy { !$0.contains("local.env") }, "\(found.warnings)")
        #expect(found.origin(of: "postgres.user") == .envFile(path: "/srv/defaults.env", line: 2, key: "DB_USER"))
        let last = try load(Self.web(lines), others: others.merging(["local.env": "DB_HOST=last\n"]) { $1 })
        #expect(last.postgres.host == "last")
        let missing = try load(Self.web(lines.replacing("required: false", with: "required: true")), others: others)
        #expect(missing.warnings.contains { $0.contains("/srv/local.env") && $0.contains("no such file") })
    }

    private func load(_ compose: String, others: [String: String]) throws -> Configuration {
        try load(compose, "DB_HOST=own\nLOCAL_DOMAIN=own.example\n", others)
    }

    @Test func `a raw file is read as docker run reads it, and values know what environment says`() throws {
        let raw = try load(
            Self.web("env_file:\n  - path: .env.production\n    format: raw"),
            "DB_HOST='h' # x\nLOCAL_DOMAIN=a.example\n")
        #expect(raw.postgres.host == "'h' # x")
        let known = try load(
            Self.web("env_file: .env.production\nenvironment:\n  DOMAIN: known.example"),
            "LOCAL_DOMAIN=$DOMAIN\nDB_HOST=${DB:-db}\n")
        #expect(known.identity.localDomain == "known.example" && known.postgres.host == "db")
    }

    @Test func `what is shared by anchors, merges and an override file holds`() throws {
        let compose = """
            # as many have it
            x-env: &env
              DB_HOST: shared
              S3_ENABLED: "true"
            x-base: &base
              env_file: .env.production
              environment:
                <<: *env
                S3_BUCKET: 'files'
            services:
              web: *base
              sidekiq:
                <<: [*base]
                command: |
                  bundle exec sidekiq
                    DB_HOST: no
                environment: {}
            """
        let found = try load(compose)
        guard case .s3(let bucket) = found.storage else { Issue.record("\(found.storage.kind)"); return }
        #expect(bucket.bucket == "files" && found.postgres.host == "shared")
        #expect(found.origin(of: "postgres.host") == .envFile(path: "/srv/docker-compose.yml", line: 3, key: "DB_HOST"))
        let more = try load(
            compose,
            others: ["docker-compose.override.yml": "services:\n  web:\n    environment:\n      - DB_HOST=over\n"])
        #expect(more.postgres.host == "over")
        #expect(try load(compose.replacing("\n", with: "\r\n")).postgres.host == "shared")
        #expect(try load("\u{FEFF}" + compose).postgres.host == "shared")
    }

    @Test func `what a service extends is its beginning, in the same file or in another one`() throws {
        let same = """
            services:
              base:
                env_file: defaults.env
                environment: {DB_HOST: theirs, DB_USER: theirs}
              web:
                extends: {service: base}
                env_file: .env.production
                environment: {DB_USER: own}
            """
        let others = ["defaults.env": "DB_NAME=first\nLOCAL_DOMAIN=first.example\n"]
        let found = try load(same, others: others)
        #expect(found.postgres.host == "theirs" && found.postgres.user == "own" && found.postgres.name == "first")
        #expect(found.identity.localDomain == "own.example" && found.warnings.allSatisfy { !$0.contains("extends") })
        let other = try load(
            "services:\n  web:\n    extends: {file: common/base.yml, service: \"${NAME:-base}\"}\n    env_file: [.env.production]\n",
            others: [
                "common/base.yml":
                    "services:\n  first:\n    environment: {DB_HOST: far}\n  base:\n    extends: first\n    env_file: x.env\n",
                "common/x.env": "DB_USER=beside\n",
            ])
        #expect(other.postgres.host == "far" && other.postgres.user == "beside", "\(other.warnings)")
        #expect(other.origin(of: "postgres.host") == .envFile(path: "/srv/common/base.yml", line: 3, key: "DB_HOST"))
    }

    @Test func `projects that are included bring their services, each with settings of its own`() throws {
        let included = "services:\n  web:\n    env_file: ../.env.production\n    environment: {DB_HOST: \"${HOST}\"}\n"
        let others = ["app/compose.yml": included, "app/.env": "HOST=of the app\n", "more.env": "HOST=more\n"]
        let short = try load("include: [app/compose.yml]\n", others: others)
        #expect(short.postgres.host == "of the app", "\(short.warnings)")
        let long = "include:\n  - path: [app/compose.yml, over.yml]\n    env_file: more.env\n"
        let over = ["over.yml": "services:\n  web:\n    environment: {DB_USER: over}\n"]
        let found = try load(long, others: others.merging(over) { $1 })
        #expect(found.postgres.host == "more" && found.postgres.user == "over", "\(found.warnings)")
        let moved = "include:\n  - path: app/compose.yml\n    project_directory: deep/below\n"
        let deep = included.replacing("../", with: "../../")
        #expect(
            try load(moved, others: ["app/compose.yml": deep, "deep/below/.env": "HOST=there\n"]).postgres.host
                == "there")
    }

    @Test(
        arguments: [
            (
                "services:\n  web:\n    env_file: .env.production\n    extends: web\n",
                "extends a service that extends it"
            ),
            ("services:\n  web:\n    env_file: .env.production\n    extends: none\n", "is not to be found"),
            (
                "services:\n  web:\n    env_file: .env.production\n    extends: {service: a, file: no.yml}\n",
                "/srv/no.yml cannot be read (no such file)"
            ),
            ("include: [docker-compose.yml]\n", "includes files that include it"),
            ("include: [no.yml]\n", "/srv/no.yml cannot be read (no such file)"),
        ])
    func `what is extended or included in a circle, or is not there, is told`(compose: String, words: String) throws {
        let found = try load(compose)
        #expect(found.postgres.host == "own")
        #expect(found.warnings.count { $0.contains(words) } >= 1, "\(found.warnings)")
    }

    @Test func `of several services the web process counts, and one that names another file does not`() throws {
        let services = """
            services:
              streaming:
                env_file: .env.production
                environment: {DB_HOST: streaming}
              web:
                env_file: other.env
                environment: {DB_HOST: web}
            """
        #expect(try load(services).postgres.host == "streaming")
        #expect(try load(services.replacing("other.env", with: ".env.production")).postgres.host == "web")
        #expect(try load("services:\n  web:\n    environment: {DB_HOST: web}\n").postgres.host == "own")
        #expect(try load("").postgres.host == "own")
        // A checkout of Mastodon has a compose file of its own, which nobody runs.
        #expect(try load(services, others: ["Gemfile": ""]).postgres.host == "own")
    }

    @Test(
        arguments: [
            ("services:\n  web:\n    env_file: [.env.production\n", 4), ("services:\n\tweb: 1\n", 2),
            ("services:\n  web:\n   a: 1\n    b: 2\n", 4), ("services:\n  web:\n    environment:\n      A: *no\n", 4),
            ("services:\n  web:\n    environment:\n      - A=${A b}\n", 4), ("services: 'x\n", 2),
            ("services:\n  web:\n    environment:\n      A: ${NO:?words}\n", 4),
            ("services:\n  web:\n    environment:\n      A: {b: c}\n", 4), ("a\nservices:\n", 2),
        ])
    func `what cannot be understood is told with its line, and the file itself is read all the same`(
        compose: String, line: Int
    ) throws {
        let found = try load(compose)
        #expect(found.postgres.host == "own")
        let told = found.warnings.filter { $0.contains("/srv/docker-compose.yml:") }
        #expect(told.count == 1 && told[0].hasPrefix("/srv/docker-compose.yml:\(line) "), "\(found.warnings)")
    }
}
