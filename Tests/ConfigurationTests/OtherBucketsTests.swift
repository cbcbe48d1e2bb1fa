import Configuration
import Faults
import Testing

@Suite struct OtherBucketsTests {
    private func load(_ profile: String, _ files: [String: String] = [:]) throws -> Configuration {
        let texts = [
            "/srv/.env.production": "S3_ENABLED=true\nS3_BUCKET=own\nAWS_ACCESS_KEY_ID=ours\nDB_HOST=a\n",
            "/etc/mastoctl/default.toml": profile,
        ]
        return try Configuration.load(
            overrides: [], environment: ["S3_REGION": "here"], files: MemoryFiles(texts.merging(files) { $1 }))
    }

    @Test func `a bucket besides has its own settings and nothing of the server's bucket`() throws {
        let configuration = try load(
            """
            [bucket.cold]
            bucket = "copies"
            endpoint = "https://s3.example.net"
            key_prefix = "mirror"
            permission = ""
            access_key_id = "theirs-0123"
            secret_access_key_file = "/etc/mastoctl/cold.secret"
            [bucket.far]
            env_file = "/etc/mastoctl/far.env"
            """,
            [
                "/etc/mastoctl/cold.secret": "hidden-4567\n",
                "/etc/mastoctl/far.env": "S3_BUCKET=far-away\nAWS_ACCESS_KEY_ID=a\nAWS_SECRET_ACCESS_KEY=hidden-89ab\n",
            ])
        let cold = try #require(configuration.buckets["cold"])
        #expect(cold.bucket == "copies" && cold.endpoint == "https://s3.example.net" && cold.keyPrefix == "mirror")
        #expect(cold.permission == nil && cold.region == "us-east-1")
        #expect(cold.accessKeyID?.reveal() == "theirs-0123" && cold.secretAccessKey?.reveal() == "hidden-4567")
        #expect("\(cold.origin)".contains("bucket.cold.bucket"))
        #expect(configuration.buckets["far"]?.bucket == "far-away")
        #expect(configuration.buckets["far"]?.permission == "public-read")
        let masked = configuration.redaction.masked("hidden-4567, hidden-89ab and theirs-0123")
        #expect(!masked.contains("hidden") && !masked.contains("theirs"))
        guard case .s3(let own) = configuration.storage else { return #expect(Bool(false), "no bucket of its own") }
        #expect(own.bucket == "own" && own.accessKeyID?.reveal() == "ours")
    }

    @Test(arguments: [
        "[bucket.cold]\nregion = \"x\"", "[bucket.cold]\nbucket = \"b\"\ncolour = \"blue\"",
        "[bucket.cold]\nbucket = \"b\"\nsecret_access_key = \"a\"\nsecret_access_key_file = \"/b\"",
        "[bucket.cold]\nbucket = \"b\"\nenv_file = \"/nowhere\"", "[bucket]\nbucket = \"b\"",
    ])
    func `a section that cannot be used is told`(profile: String) {
        #expect(throws: Fault.self) { try load(profile) }
    }
}
