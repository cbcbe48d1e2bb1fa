import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct DomainsCrawlTests {
    /// A network of made-up servers behind one port.
    private func network(_ answers: [String: String]) -> FaultProxy {
        let server = FaultProxy(upstream: nil)
        for (place, body) in answers {
            let slash = place.firstIndex(of: "/") ?? place.endIndex
            let (host, target) = (place[..<slash], String(place[slash...]))
            server.fail(
                .answer(200, body: body), times: 1_000,
                when: { $0.target == target && $0.head.contains("\r\nHost: \(host)\r\n") })
        }
        server.fail(.answer(404), times: 1_000, when: { !$0.head.contains("Host: dead.") })
        return server
    }

    private static let answers = [
        "one.test/api/v1/instance":
            #"{"title":"One","version":"4.6.5","stats":{"user_count":10},"registrations":true}"#,
        "one.test/api/v1/instance/peers":
            #"["two.test","TWO.test","dead.test","bad.test","no good","evil.sub.test",7]"#,
        "one.test/api/v1/instance/activity":
            #"[{"logins":"1","registrations":"9"},{"logins":"5","registrations":"2"},{"logins":"7","registrations":"3"}]"#,
        "two.test/api/v1/instance": #"{"title":"Two","stats":{"user_count":"32"}}"#,
        "two.test/api/v1/instance/peers": #"["one.test","three.test"]"#,
        "three.test/api/v1/instance": #"{"title":"Three"}"#,
        "bad.test/api/v1/instance": "<html>",
        "evil.sub.test/api/v1/instance": #"{"title":"Evil","stats":{"user_count":1}}"#,
    ]

    private func stage(_ server: FaultProxy) async throws -> Stage {
        var stage = try await Stage.make()
        stage.environment["MASTOCTL_CONNECT_TO"] = "::127.0.0.1:\(server.port):plain"
        return stage
    }

    @Test func `a crawl goes from peer to peer, asks nobody twice and adds up what they say`() async throws {
        let server = network(Self.answers)
        defer { server.stop() }
        let stage = try await stage(server)
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "domains", "crawl", "one.test", "--format", "json", "-c", "4")
        #expect(run.status == 0, "\(run.conversation)")
        let facts = [
            ("schema", "domains.crawl/1"), ("visited", "6"), ("failed", "2"), ("registered", "43"),
            ("active_last_week", "5"), ("joined_last_week", "2"), ("servers.1.domain", "one.test"),
            ("servers.1.active_last_week", "5"), ("stopped", nil),
        ]
        for (path, value) in facts { #expect(try await stage.figure(path, of: run) == value, "\(path)") }
        let asked = server.requests.filter { $0.target == "/api/v1/instance" }
        #expect(asked.count == Set(asked.map(\.head)).count)
        let names = try await stage.consequences(of: "domains", "crawl", "one.test", "-f", "domains")
        #expect(names.answer == "bad.test\ndead.test\nevil.sub.test\none.test\nthree.test\ntwo.test\n")
        let summary = try await stage.consequences(of: "domains", "crawl", "one.test")
        #expect(summary.answer.contains("Visited 6 domains, 2 failed") && summary.answer.contains("registered: 43"))
        #expect(try await stage.snapshot() == before)
        try await stage.instance.remove()
    }

    @Test func `suspended domains and those below them are left out, and bounds are kept`() async throws {
        let server = network(Self.answers)
        defer { server.stop() }
        let stage = try await stage(server)
        try await stage.execute(
            "insert into domain_blocks (domain, severity, created_at, updated_at) values ('sub.test', 1, now(), now())")
        let run = try await stage.consequences(of: "domains", "crawl", "one.test", "-x", "-f", "domains")
        #expect(run.status == 0 && run.answer == "bad.test\ndead.test\none.test\nthree.test\ntwo.test\n", "\(run)")
        let bounded = try await stage.consequences(
            of: "domains", "crawl", "one.test", "--limit", "2", "--format", "json")
        #expect(try await stage.figure("visited", of: bounded) == "2")
        #expect(try await stage.figure("stopped", of: bounded) == "limit")
        server.reset()
        server.fail(.stall, times: 100)
        // A server has ten seconds to answer.
        let late = try await stage.start(["domains", "crawl", "one.test", "--deadline", "1s", "--format", "json"])
            .end(patience: .seconds(9))
        #expect(late.status == 0, "\(late)")
        #expect(try await stage.figure("stopped", of: late) == "deadline")
        try await stage.instance.remove()
    }

    @Test func `without a start it begins at the servers known here`() async throws {
        let server = network([:])
        defer { server.stop() }
        let stage = try await stage(server)
        let run = try await stage.consequences(of: "domains", "crawl", "--format", "ids")
        let known = try await stage.texts(#"select domain from instances order by domain collate "C""#)
        #expect(run.status == 0 && run.answer.split(separator: "\n").map(String.init) == known && known.count > 3)
        #expect(try await stage.consequences(of: "domains", "crawl", "no domain").status == 65)
        #expect(try await stage.consequences(of: "domains", "list", "--format", "summary").status == 64)
        try await stage.instance.remove()
    }
}
