import Configuration
import Faults
import Testing

private func configuration(
    _ env: String, beside names: [String] = ["docker-compose.yml"], project: String? = nil, profile: String? = nil,
    environment: [String: String] = [:]
) throws -> Configuration {
    var texts = ["/srv/.env.production": env]
    for name in names { texts["/srv/\(name)"] = "" }
    if let project { texts["/srv/.env"] = project }
    if let profile { texts["/etc/mastoctl/default.toml"] = profile }
    return try Configuration.load(environment: environment, files: MemoryFiles(texts))
}

@Suite struct DoubtsTests {
    private static let commented = """
        LOCAL_DOMAIN=social.example   # never change this
        DB_HOST=db
        DB_PASS=abc   # chosen 2024
        REDIS_HOST=redis
        S3_ENABLED=true   # in a bucket
        S3_BUCKET=files-example              # the bucket
        S3_ENDPOINT=https://0123abcd.r2.cloudflarestorage.com/   # from the dashboard
        S3_ALIAS_HOST=files.social.example
        AWS_ACCESS_KEY_ID=AKIDEXAMPLE
        AWS_SECRET_ACCESS_KEY=sekret
        """

    @Test func `a file beside a compose file is read as Compose reads it`() throws {
        let found = try configuration(Self.commented)
        guard case .s3(let bucket) = found.storage else { Issue.record("\(found.storage.kind)"); return }
        #expect(bucket.bucket == "files-example")
        #expect(bucket.endpoint == "https://0123abcd.r2.cloudflarestorage.com/")
        #expect(found.identity.localDomain == "social.example")
        #expect(found.postgres.password?.reveal() == "abc")
        let quoted = try configuration("LOCAL_DOMAIN=a.example\nDB_PASS=aa$$bb\nS3_ENABLED=\"true\"\nS3_BUCKET=x\n")
        #expect(quoted.storage.kind == "s3")
        #expect(quoted.postgres.password?.reveal() == "aa$bb")
    }

    @Test func `values take the variables of the file that Compose reads itself`() throws {
        let found = try configuration(
            "LOCAL_DOMAIN=${DOMAIN:-none}\nDB_HOST=$HOST", project: "DOMAIN=a.example # x\nHOST=h")
        #expect(found.identity.localDomain == "a.example")
        #expect(found.postgres.host == "h")
    }

    @Test func `what says where things lie and reads otherwise elsewhere is in doubt, by name and without passwords`()
        throws
    {
        #expect(try configuration(Self.commented).doubts == ["S3_BUCKET", "S3_ENABLED", "S3_ENDPOINT"])
        #expect(try configuration("DB_HOST=\"db\"\nDB_PASS='x'\nLOCAL_DOMAIN='a'", beside: []).doubts == ["DB_HOST"])
        #expect(try configuration("DATABASE_URL=\"postgresql://u:p@h/d\"").doubts == ["DATABASE_URL"])
        #expect(try configuration("DB_HOST=db\nexport S3_ENABLED=true\nS3_BUCKET=b").doubts == ["S3_ENABLED"])
        #expect(try configuration("DB_HOST=db\nS3_BUCKET=plain\nDB_PASS='#'").doubts.isEmpty)
    }

    @Test func `a profile settles it: by the reader, or by the value`() throws {
        for dialect in ["compose", "dotenv", "docker", "systemd"] {
            let found = try configuration(Self.commented, profile: "env_dialect = \"\(dialect)\"")
            #expect(found.doubts.isEmpty)
            #expect(found.storage.kind == (["compose", "dotenv"].contains(dialect) ? "s3" : "filesystem"))
        }
        let environment = ["MASTOCTL_ENV_DIALECT": "compose"]
        #expect(try configuration(Self.commented, environment: environment).doubts.isEmpty)
        let profile = "[s3]\nenabled = true\nbucket = \"b\"\nendpoint = \"https://e\""
        #expect(try configuration(Self.commented, profile: profile).doubts.isEmpty)
    }

    @Test(arguments: [
        ("F=bar", "bar"), ("F = bar ", "bar"), ("F=bar # x", "bar # x"), ("F=\"a b\" c", "a bc"), ("F='a\"b'", "a\"b"),
        ("F=a\"b\"", "a\"b\""), ("F=a\\ b", "a b"), ("F=a\\\nb", "ab"), ("F=\"a\\nb\\$c\"", "a\\nb$c"), ("F=$A", "$A"),
        ("; c\nF=\"a\nb\"", "a\nb"), ("F=", ""), ("F=''", ""), ("nothing\nF=1", "1"), ("F=\"a\\\nb\"", "ab"),
    ])
    func `a file of a unit reads as systemd reads it`(text: String, value: String) throws {
        let content = FileContent(bytes: Array(text.utf8))
        let file = try EnvFile(path: "/e", content: content, dialect: .systemd, environment: [:])
        #expect(file.entries.mapValues(\.value) == ["F": value])
    }
}
