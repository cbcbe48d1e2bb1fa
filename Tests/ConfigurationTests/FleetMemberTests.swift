import Configuration
import Faults
import Testing

@Suite struct FleetMemberTests {
    private let files = MemoryFiles([
        "/home/e/.config/mastoctl/b.toml":
            "tags = [\"hosted\", \"eu\"]\nread_only = true\nvia = \"ssh://m@db.example\"\n",
        "/etc/mastoctl/a.toml": "[postgres]\npassword_file = \"/run/secrets/none\"\n",
        "/etc/mastoctl/b.toml": "tags = [\"hidden\"]\n", "/etc/mastoctl/c.toml": "\ntag = [\"a\"]\n",
        "/etc/mastoctl/notes.txt": "",
    ])

    @Test func `every profile is a member, a user's own before the machine's, and no secret is opened`() throws {
        let members = FleetMember.all(environment: ["HOME": "/home/e"], files: files)
        #expect(members.map(\.name) == ["a", "b", "c"])
        #expect(members[0].trouble == nil && members[0].tags == [])
        #expect(members[1].tags == ["hosted", "eu"] && members[1].isReadOnly)
        #expect(members[1].via?.text == "ssh://m@db.example")
        let trouble = try #require(members[2].trouble)
        #expect(trouble.message == "unknown setting tag in /etc/mastoctl/c.toml:2:1" && trouble.help != nil)
    }

    @Test(arguments: [
        ("ssh://db", ["--", "db"]), ("ssh://m@db:2222/", ["-p", "2222", "-l", "m", "--", "db"]),
        ("ssh-exec://m@[2001:db8::1]:22", ["-p", "22", "-l", "m", "--", "2001:db8::1"]),
    ])
    func `a way is what ssh is told`(text: String, words: [String]) throws {
        #expect(try #require(Way(text)).arguments == words)
    }

    @Test(arguments: [
        "ssh://", "http://a", "ssh://-oProxyCommand=x", "ssh://a b", "ssh://a;b", "ssh://-l@a", "ssh://a:0",
        "ssh://a:x",
        "a", "ssh://$(a)", "ssh:///etc",
    ])
    func `what ssh could take for an option or a shell for a command is no way`(text: String) throws {
        #expect(Way(text) == nil)
        let fault = #expect(throws: Fault.self) { try load("DB_HOST=a", profile: "via = \"\(text)\"") }
        #expect(fault?.kind == .configuration && fault?.message.contains("via in /etc/mastoctl/default.toml") == true)
    }

    @Test(arguments: [
        ("true", true), ("1", true), ("yes", true), ("on", true), ("", false), ("false", false),
    ])
    func `a variable can forbid changes, and takes back no read_only`(value: String, forbids: Bool) throws {
        let environment = ["MASTOCTL_READ_ONLY": value]
        #expect(try load("DB_HOST=a", environment: environment).isReadOnly == forbids)
        #expect(try load("DB_HOST=a", environment: environment, profile: "read_only = true").isReadOnly)
    }

    @Test(arguments: ["\"yes\"", "1", "\"\"", "[]"])
    func `a read_only that is no yes or no stops everything`(value: String) {
        #expect(throws: Fault.self) { try load("DB_HOST=a", profile: "read_only = \(value)") }
    }

    @Test func `nothing that speaks of a server goes on to the processes of a fleet`() {
        let place = FleetPlace(
            environment: [
                "HOME": "/home/e", "DB_PASS": "x", "DB_NAME": "y", "MASTOCTL_PROFILE": "z", "REDIS_URL": "r",
            ],
            files: files)
        #expect(place.variables == ["HOME": "/home/e"])
        #expect(place.forLooking["MASTOCTL_READ_ONLY"] == "true")
        #expect(place.folder == "/home/e/.local/state/mastoctl/fleet")
    }
}
