import Configuration
import Faults
import Model
import Testing

@Suite struct BlockListFileTests {
    private func policy(_ text: String) throws -> BlockListPolicy {
        try Configuration.blockList(at: "lists/main.toml", files: MemoryFiles(["/srv/lists/main.toml": text]))
    }

    @Test func `a list says where it comes from and what it may do`() throws {
        let policy = try policy(
            """
            merge = "threshold"
            threshold = "50%"
            max_severity = "suspend"
            followed_severity = "noop"
            allow = ["Friend.example", "münchen.example"]
            protect = ["cdn.example"]
            remove = "retracted"
            adopt = true
            max_changes = 7
            max_removals = "5%"
            [[source]]
            name = "one"
            file = "one.csv"
            trust = 2
            max_severity = "silence"
            severity = "noop"
            ttl = "2h"
            optional = true
            [[source]]
            url = "https://lists.example/x.csv?key=secret"
            kind = "retractions"
            [[source]]
            instance = "other.example/"
            [[source]]
            name = "mod"
            instance = "https://other.example"
            token_file = "/etc/token"
            """)
        #expect(policy.name == "main" && policy.marker == "[mastoctl:main]")
        #expect(policy.merge == .threshold(.share(0.5)))
        #expect(policy.followedSeverity == .noop && policy.removal == .retracted && policy.adopts)
        #expect(policy.allowed == ["friend.example", "xn--mnchen-3ya.example"] && policy.protected == ["cdn.example"])
        #expect(policy.maxChanges == 7 && policy.maxRemovals == 0.05)
        #expect(
            policy.sources[0]
                == BlockListSource(
                    name: "one", place: .file("/srv/lists/one.csv"), trust: 2, maxSeverity: .silence, severity: .noop,
                    ttl: 7_200, isOptional: true))
        #expect(policy.sources[1].name == "https://lists.example/x.csv" && policy.sources[1].kind == .retractions)
        #expect(policy.sources[2].place == .instance("https://other.example"))
        #expect(policy.sources[3].place == .admin("https://other.example", tokenFile: "/etc/token"))
    }

    @Test func `what is not said has its standard`() throws {
        let policy = try policy("[[source]]\nfile = \"a\"\n")
        #expect(policy == BlockListPolicy(name: "main", sources: [.init(name: "a", place: .file("/srv/lists/a"))]))
        #expect(try self.policy("threshold = 2\n[[source]]\nfile = \"a\"\n").merge == .threshold(.weight(2)))
    }

    @Test(arguments: [
        ("", "names no source"), ("merge = 1\n[[source]]\nfile = \"a\"", "merge in /srv/lists/main.toml:1:1 must be"),
        ("[[source]]\n", "needs one of file, url and instance"),
        ("[[source]]\nfile = \"a\"\nurl = \"https://x\"", "needs one of file, url and instance"),
        ("[[source]]\nurl = \"ftp://x\"", "url in source 1 of /srv/lists/main.toml:2:1 must begin with https://"),
        ("[[source]]\nfile = \"a\"\ntrust = -1", "trust in source 1"),
        ("[[source]]\nfile = \"a\"\nttl = \"soon\"", "ttl in source 1"),
        ("[[source]]\nfile = \"a\"\ntoken_file = \"t\"", "token_file in source 1"),
        ("[[source]]\nfile = \"a\"\n[[source]]\nfile = \"a\"", "two sources of /srv/lists/main.toml are called a"),
        ("[[source]]\nfille = \"a\"", "unknown setting fille in source 1"),
        ("allow = [\"no domain\"]\n[[source]]\nfile = \"a\"", "allow in /srv/lists/main.toml:1:1 holds no domain"),
        ("merge = \"threshold\"\n[[source]]\nfile = \"a\"", "threshold in /srv/lists/main.toml is needed"),
        ("merge = \"max\"\nthreshold = 2\n[[source]]\nfile = \"a\"", "threshold in /srv/lists/main.toml:2:1 goes with"),
        ("threshold = \"150%\"\n[[source]]\nfile = \"a\"", "threshold in /srv/lists/main.toml:1:1 must be"),
        ("max_removals = 3\n[[source]]\nfile = \"a\"", "max_removals in /srv/lists/main.toml:1:1 must be a share"),
        ("name = \"../x\"\n[[source]]\nfile = \"a\"", "name in /srv/lists/main.toml:1:1 must be letters"),
        ("source = 3", "names no source"), ("= 3", "is not valid TOML"),
    ])
    func `what does not fit is told with its place`(text: String, words: String) throws {
        let fault = try #require(throws: Fault.self) { try policy(text) }
        #expect(fault.kind == .configuration)
        #expect(fault.message.contains(words), "\(fault.message)")
    }

    @Test func `what is allowed may stand in files beside the list, in any form a list of blocks has`() throws {
        let source = "\n[[source]]\nfile = \"a\"\n"
        let files = [
            "/srv/lists/main.toml": "allow = [\"*.first.example\"]\nallow_from = [\"friends.txt\", \"/etc/more.csv\"]"
                + source,
            "/srv/lists/friends.txt": "# friends\nFriend.example\n*.wide.example # and below\n",
            "/etc/more.csv": "domain;severity\nmore.example;silence\n;\n",
            "/srv/lists/none.toml": "allow_from = \"empty.txt\"" + source, "/srv/lists/empty.txt": "\n",
        ]
        func allowed(_ name: String, _ more: [String: String] = [:]) throws -> [String] {
            try Configuration.blockList(at: "lists/\(name)", files: MemoryFiles(files.merging(more) { $1 })).allowed
        }
        #expect(
            try allowed("main.toml") == ["first.example", "friend.example", "wide.example", "more.example"])
        #expect(try allowed("none.toml") == [])
        for (text, words) in [
            ("friend.example\nno domain\n", "line 2: no domain: no domain"),
            ("fr*nd.example\n", "line 1: the name is hidden"),
            ("<html>", "neither a header nor a domain"),
        ] {
            let fault = try #require(throws: Fault.self) { try allowed("main.toml", ["/srv/lists/friends.txt": text]) }
            #expect(fault.kind == .configuration && fault.message == "/srv/lists/friends.txt is no list of domains")
            #expect(fault.notes.first?.contains(words) == true, "\(fault.notes)")
        }
        let fault = try #require(throws: Fault.self) {
            try Configuration.blockList(
                at: "lists/main.toml", files: MemoryFiles(["/srv/lists/main.toml": "allow_from = \"gone\"" + source]))
        }
        #expect(fault.message.contains("/srv/lists/gone"))
    }
}
