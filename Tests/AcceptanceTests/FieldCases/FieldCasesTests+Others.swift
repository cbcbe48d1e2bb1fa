import Glibc
import Model
import Postgres
import Support
import Testing

extension FieldCasesTests {
    // MARK: - addresses

    /// A list, the ranges it holds with their comments, and its lines that cannot be read.
    private static let addresses: [(name: String, text: String, ranges: [String], bad: [String])] = [
        (
            "as people write them",
            "\u{FEFF}203.0.113.9\r\n 203.0.113.77/27 # host bits\r\n; nothing\n\n[2001:db8:7::9]\n2001:DB8:8::/48;x\n"
                + "203.0.113.128 - 203.0.113.135\n203.0.113.200-203.0.113.202\n203.0.113.250/255.255.255.254\n"
                + "::ffff:203.0.113.252\n",
            [
                "203.0.113.9/32", "203.0.113.64/27 host bits", "203.0.113.128/29", "203.0.113.200/31",
                "203.0.113.202/32",
                "203.0.113.250/31", "::ffff:203.0.113.252/128", "2001:db8:7::9/128", "2001:db8:8::/48 x",
            ], []
        ),
        (
            "Spamhaus' in lines", "; Spamhaus DROP List\n; Expires: x\n203.0.113.0/26 ; SBL9\n2001:db8:4::/47 ; SBL8\n",
            ["203.0.113.0/26 SBL9", "2001:db8:4::/47 SBL8"], []
        ),
        (
            "Spamhaus' in JSON",
            "{\"cidr\":\"203.0.113.0/28\",\"sblid\":\"SBL7\"}\n\n{\"cidr\":\"203.0.113.300/28\"}\n{\"type\":\"metadata\",\"size\":1}\n",
            ["203.0.113.0/28 SBL7"], ["line 3: '203.0.113.300/28'"]
        ),
        (
            "Tor's",
            "ExitNode A\nPublished 2026-01-01 00:00:00\nLastStatus 2026-01-01\nExitAddress 203.0.113.70 2026-01-01\n"
                + "ExitNode B\nExitAddress 2001:db8:70::1 2026-01-01\nExitAddress nowhere 2026-01-01\n",
            ["203.0.113.70/32", "2001:db8:70::1/128"], ["line 7: 'nowhere'"]
        ),
        (
            "nginx's and nobody's",
            "deny 203.0.113.80;\nallow all;\n203.0.113.81:443\n203.0.113.9-203.0.113.1\n010.1.1.1\n",
            ["203.0.113.80/32"],
            ["line 3: '203.0.113.81:443'", "line 4: '203.0.113.9-203.0.113.1'", "line 5: '010.1.1.1'"]
        ),
    ]

    @Test func `lists of addresses are read in every form, and what is none is told with its line`() async throws {
        let stage = try await Stage.make()
        for (name, text, ranges, bad) in Self.addresses {
            try await stage.execute("delete from ip_blocks")
            let words = ["ip-blocks", "import", stage.file("list", text), "--yes"]
            if !bad.isEmpty {
                let refused = try await stage.start(words).end()
                #expect(refused.status == 65, "\(name): \(refused)")
                for line in bad { #expect(refused.conversation.contains(line), "\(line): \(refused)") }
                #expect(try await stage.number("select count(*) from ip_blocks") == 0)
            }
            let run = try await stage.start(words + ["--skip-bad"]).end()
            #expect(run.status == 0, "\(name): \(run)")
            let found = try await stage.texts(
                """
                select concat_ws(' ', text(ip), nullif(comment, ''))
                from ip_blocks
                """)
            #expect(Set(found) == Set(ranges), "\(name): \(run)")
        }
    }

    private static let lockouts: [[String]] = [
        ["0.0.0.0/0"], ["::/0"], ["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/7"], ["2000::/3"], ["::ffff:0:0/96"],
        ["0.0.0.0-255.255.255.255"], ["127.0.0.1"], ["::1"], ["10.0.0.0/8"], ["169.254.0.0/16"], ["fe80::/10"],
        (32..<160).map { "\($0).0.0.0/8" },
    ]

    @Test func `ranges that hold everybody, or what the server itself comes from, are named and refused`() async throws
    {
        let stage = try await Stage.make()
        try await stage.execute("delete from ip_blocks")
        for ranges in Self.lockouts {
            let list = stage.file("list", "203.0.113.7\n" + ranges.joined(separator: "\n") + "\n")
            let run = try await stage.run("ip-blocks", "import", list, "--yes", "--skip-bad")
            #expect(run.status == 77 && run.conversation.contains("--allow-lockout"), "\(ranges.prefix(3)): \(run)")
            #expect(!run.conversation.contains("203.0.113.7"), "\(run)")
        }
        #expect(try await stage.number("select count(*) from ip_blocks") == 0)
    }

    // MARK: - tables of others

    @Test(arguments: ["no action", "restrict"])
    func `an account that another table holds is told with it and the others go`(rule: String) async throws {
        let stage = try await Stage.make()
        let connection = try await stage.instance.connect()
        try await connection.script(
            Script(
                trusted: """
                    create table plugin_notes (id bigserial primary key, owner_id bigint not null,
                        constraint plugin_owner foreign key (owner_id) references accounts (id) on delete \(rule));
                    create table plugin_marks (owner_id bigint references accounts (id) on delete cascade);
                    insert into plugin_notes (owner_id) select max(id) from accounts where domain = 'big.example';
                    insert into plugin_marks (owner_id) select id from accounts where domain = 'big.example';
                    """))
        await connection.close()
        let run = try await stage.run("domains", "purge", "big.example", "--yes", "--format", "json")
        #expect(run.status == 1 && run.conversation.contains("plugin_notes"), "\(run)")
        #expect(!run.conversation.contains("plugin_marks") && !run.conversation.contains("defect"), "\(run)")
        #expect(try await stage.figure("failed", of: run) == "1")
        #expect(try await stage.number("select count(*) from accounts where domain = 'big.example'") == 1)
        #expect(try await stage.number("select count(*) from plugin_marks") == 1)
        let pruned = try await stage.run("accounts", "prune", "--yes")
        #expect([0, 1].contains(pruned.status), "\(pruned)")
    }

    // MARK: - TOML

    private static let misprints: [(text: String, line: Int)] = [
        ("[attachments]\ndays = 14\n[@headers]\ndays = 30\n", 3), ("[attachments\ndays = 14\n", 1),
        ("name = \"x\nurl = 'y'\n", 1), ("\u{FEFF}a = 1\nb 2\n", 2), ("a = 1\r\nb = yes\r\n", 2), ("[[a]\n", 1),
        ("a = {b = 1\n", 1), ("a = [1,\n2\n", 1), ("a = 1\na = 2\n", 2), ("é = 1\n", 1), ("a = \"\\q\"\n", 1),
        ("a = 'x\n", 1), ("= 1\n", 1), ("a = 1 b = 2\n", 1), ("a = \"\"\"x\n", 1), ("[]\n", 1), ("a = \u{1}\n", 1),
        ("a.. = 1\n", 1), ("[x]\ny = 1__0\n", 2), ("a = 2026-13-01\n", 1), ("\"a = 1\n", 1), ("[a.b]\n[a.b]\n", 2),
        (String(repeating: "[", count: 5_000), 1), ("a = " + String(repeating: "{b = ", count: 5_000), 1),
    ]

    @Test func `a misprint in a hand-written file is a fault with line and column, and never the end of the process`()
        async throws
    {
        let program = Program()
        program.folder.make("env", content: "LOCAL_DOMAIN=a.example\nDB_HOST=127.0.0.1\nDB_PORT=1\n")
        let (env, path) = ("\(program.folder.path)/env", "\(program.folder.path)/x.toml")
        let doors = [
            ["prune", "--policy", path, "--env-file", env], ["accounts", "list", "--profile", path],
            ["domain-blocks", "plan", path, "--env-file", env],
        ]
        for (index, (text, line)) in Self.misprints.enumerated() {
            TextFile.write(text, to: path)
            chmod(path, 0o600)
            // The first few as each of them, the others as one after the other: it is one reader.
            for words in index < 2 ? doors : [doors[index % doors.count]] {
                let run = try await program.run(words)
                #expect([65, 78].contains(run.status), "\(words) on \(text.prefix(40)): \(run)")
                let place = run.errors.firstRange(of: "\(path):\(line):")
                #expect(place != nil, "\(words) on \(text.prefix(40)): \(run)")
                #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("error: ") } == 1, "\(run)")
            }
        }
    }
}
