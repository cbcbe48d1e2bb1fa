import Faults
import Model
import Testing

@testable import Configuration

@Suite struct ClusterMemberTests {
    /// A cluster with one server, `shop.mastodon`, of these variables.
    private static func cluster(_ variables: [String: String]) throws -> ClusterInventory {
        let given = variables.merging(["LOCAL_DOMAIN": "shop.example"]) { mine, _ in mine }
        let entries = given.map { #"{"name":"\#($0.key)","value":\#(JSONValue.string($0.value).text)}"# }
        return try ClusterInventory(parsing: [
            #"{"items":[{"kind":"Deployment","metadata":{"name":"web","namespace":"shop","labels":"#
                + #"{"app.kubernetes.io/instance":"mastodon"}},"spec":{"template":{"spec":{"containers":[{"env":["#
                + entries.joined(separator: ",") + "]}]}}}}]}"
        ])
    }

    private static func member(_ variables: [String: String], profile: String? = nil) throws -> FleetMember {
        let files = MemoryFiles(profile.map { ["/etc/mastoctl/shop.mastodon.toml": $0] } ?? [:])
        let members = FleetMember.all(
            of: try cluster(variables), profiles: FleetMember.all(environment: [:], files: files))
        return try #require(members.first)
    }

    private static let near = ["DB_HOST": "mastodon-postgresql", "REDIS_HOST": "mastodon-redis-master"]
    private static let far = ["DB_HOST": "db.example", "REDIS_HOST": "redis.example"]

    @Test func `a server of a cluster has its variables in an env file, and in nothing that is shown`() throws {
        let member = try Self.member(
            Self.far.merging(["DB_PASS": "canary '\" $x \\", "MASTOCTL_STATE_DIR": "/x", "PAPERCLIP_ROOT_PATH": "/x"]) {
                $1
            })
        #expect(member.name == "shop.mastodon" && member.trouble == nil && !member.isWithinCluster)
        #expect(member.tags == ["shop", "mastodon"] && member.written == "tags = [\"shop\", \"mastodon\"]\n")
        var placed = member
        placed.take(secretsAt: "/s/shop.mastodon.env")
        #expect(placed.secrets == nil && placed.variables["MASTOCTL_ROOT"] == "/s/shop.mastodon.env.volume")
        let texts = [
            "/s/shop.mastodon.env": try #require(member.secrets), "/s/shop.mastodon.toml": try #require(member.written),
        ]
        let configuration = try Configuration.load(
            environment: placed.variables.merging(["MASTOCTL_PROFILE": "/s/shop.mastodon.toml"]) { $1 },
            files: MemoryFiles(texts))
        #expect(configuration.postgres.host == "db.example" && configuration.root == "/s/shop.mastodon.env.volume")
        #expect(configuration.postgres.password?.reveal() == "canary '\" $x \\")
        #expect(configuration.identity.localDomain == "shop.example" && configuration.tags == ["shop", "mastodon"])
        #expect(member.secrets?.contains("MASTOCTL_") == false && member.secrets?.contains("PAPERCLIP") == false)
    }

    @Test func `names of services are made whole, and known to resolve within the cluster alone`() throws {
        let member = try Self.member(Self.near)
        #expect(member.isWithinCluster && member.trouble == nil)
        #expect(member.secrets?.contains("DB_HOST=mastodon-postgresql.shop.svc\n") == true)
        #expect(member.secrets?.contains("REDIS_HOST=mastodon-redis-master.shop.svc\n") == true)
        for host in ["db.shop.svc", "db.shop.svc.cluster.local"] {
            let member = try Self.member(["DB_HOST": host, "REDIS_HOST": "redis.example"])
            #expect(member.isWithinCluster && member.secrets?.contains("DB_HOST=\(host)\n") == true)
        }
        let url = try Self.member(["DATABASE_URL": "postgres://m:p@db:5432/m", "REDIS_HOST": "redis.example"])
        #expect(url.isWithinCluster && url.trouble == nil)
    }

    @Test func `a profile of its name says how it is reached`() throws {
        let places = "[postgres]\nhost = \"127.0.0.1\"\nport = 15432\n[redis]\nurl = \"redis://127.0.0.1:16379\"\n"
        let member = try Self.member(Self.near, profile: "tags = [\"eu\"]\n" + places)
        #expect(!member.isWithinCluster && member.trouble == nil && member.written == nil)
        #expect(member.tags == ["eu", "shop", "mastodon"] && member.path == "/etc/mastoctl/shop.mastodon.toml")
        #expect(member.secrets?.contains("DB_HOST=mastodon-postgresql\n") == true, "the profile comes before it")
        let bridged = try Self.member(Self.near, profile: "via = \"ssh://m@node.example\"\nread_only = true\n")
        #expect(!bridged.isWithinCluster && bridged.isReadOnly && bridged.secrets != nil)
        for whole in ["env_file = \"/srv/shop.env\"\n", "via = \"ssh-exec://m@node.example\"\n"] {
            let member = try Self.member(Self.near, profile: whole)
            #expect(member.secrets == nil && member.trouble == nil && member.tags == ["shop", "mastodon"])
        }
    }

    @Test(arguments: [
        ([:], "its pod alone reaches PostgreSQL"), (["DB_HOST": "localhost"], "its pod alone reaches PostgreSQL"),
        (["DB_HOST": "db.example"], "its pod alone reaches Redis"),
        (["DB_HOST": "/tmp", "REDIS_HOST": "r.example"], "its pod alone reaches PostgreSQL"),
        (["DATABASE_URL": "postgres:///m", "REDIS_HOST": "r.example"], "its pod alone reaches PostgreSQL"),
        (["DB_HOST": "d.example", "REDIS_URL": "redis://127.0.0.1:6379"], "its pod alone reaches Redis"),
        (["DB_HOST": "d.example", "REDIS_HOST": "r.example", "DB_PASS": "a\n"], "DB_PASS holds the end of a line"),
        (
            ["DB_HOST": "d.example", "REDIS_HOST": "r.example", "SIDEKIQ_REDIS_HOST": "127.0.0.2"],
            "its pod alone reaches Sidekiq's Redis"
        ),
    ])
    func `what would reach something else from here is told, and not run`(
        variables: [String: String], words: String
    ) throws {
        let member = try Self.member(variables)
        #expect(member.trouble?.message.hasPrefix(words) == true, "\(String(describing: member.trouble))")
        #expect(member.secrets == nil)
    }

    @Test func `what mastoctl has no use for may have many lines, or be missing`() throws {
        let member = try Self.member(Self.far.merging(["SAML_CERT": "a\nb"]) { $1 })
        #expect(member.trouble == nil && member.secrets?.contains("SAML") == false)
    }

    @Test func `a domain that is no file's name is told`() throws {
        let text =
            #"{"items":[{"kind":"Deployment","metadata":{"name":"web","namespace":"shop"},"spec":{"template":{"spec":"#
            + #"{"containers":[{"env":[{"name":"LOCAL_DOMAIN","value":"../../x\n"}]}]}}}}]}"#
        let members = FleetMember.all(of: try ClusterInventory(parsing: [text]), profiles: [])
        #expect(members.count == 1 && members[0].trouble?.message == "its name holds what no file's name may")
        #expect(!members[0].name.contains("/"))
    }

    @Test func `a file of objects is told with its path, and when others can read it`() throws {
        let good = MemoryFiles(["/c.json": #"{"items":[]}"#], mode: 0o644)
        let (inventory, warnings) = try ClusterInventory.reading("/c.json", files: good)
        #expect(inventory.servers.isEmpty && warnings.count == 1 && warnings[0].contains("mode 644"))
        let bad = MemoryFiles(["/c.json": "{}"])
        let fault = #expect(throws: Fault.self) { try ClusterInventory.reading("/c.json", files: bad) }
        #expect(fault?.kind == .badData && fault?.message.hasPrefix("/c.json: ") == true && fault?.help != nil)
        #expect(throws: Fault.self) { try ClusterInventory.reading("/none.json", files: bad) }
    }
}
