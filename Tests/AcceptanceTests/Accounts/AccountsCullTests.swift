import Glibc
import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct AccountsCullTests {
    /// Remote people of three servers who were last seen long ago, at plain http addresses that lead to one server.
    private func stage(_ server: ActorServer, _ release: MastodonRelease = .usual) async throws -> Stage {
        var stage = try await Stage.make(release, size: .empty)
        for (index, domain) in ["here.example", "here.example", "here.example", "dead.example", "busy.example"]
            .enumerated()
        {
            let name = "r\(index)"
            try await stage.execute(
                """
                insert into accounts (id, username, domain, uri, inbox_url, protocol, created_at, updated_at)
                values (
                    \(index + 1), \(name), \(domain), \("http://\(domain)/users/\(name)"), '', 1,
                    now() - interval '90 days', now() - interval '30 days')
                """)
        }
        stage.environment["MASTOCTL_CONNECT_TO"] = server.mapping
        return stage
    }

    /// r0 is there, r1 is gone, r2 is only told by GET that it is gone; one server hangs up, one has trouble.
    private func server() -> ActorServer {
        ActorServer { request in
            switch request.host {
            case "dead.example": return nil
            case "busy.example": return 503
            default:
                switch request.path {
                case "/users/r1": return 410
                case "/users/r2": return request.method == "HEAD" ? 405 : 404
                default: return 200
                }
            }
        }
    }

    private let names: Statement = "select username from accounts order by id"

    @Test(arguments: MastodonRelease.allCases)
    func `with the first answer what is gone goes, and no other`(release: MastodonRelease) async throws {
        let server = server()
        let stage = try await stage(server, release)
        let run = try await stage.consequences(of: "accounts", "cull", "--once", "--yes", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.texts(names) == ["r0", "r3", "r4"])
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(
            try await stage.number("select count(*) from accounts where updated_at > now() - interval '1 day'") == 1)
        #expect(server.mostAtOnce == 1)
        #expect(server.requests.filter { $0.host == "dead.example" }.count == 1)
    }

    @Test func `without that it takes two runs some days apart`() async throws {
        let server = server()
        let stage = try await stage(server)
        let first = try await stage.consequences(of: "accounts", "cull", "--yes", "--format", "json")
        #expect(first.status == 0, "\(first.conversation)")
        #expect(try await stage.figure("details.not_there", of: first) == "2")
        let second = try await stage.consequences(of: "accounts", "cull", "--yes")
        #expect(second.status == 0, "\(second.conversation)")
        #expect(try await stage.texts(names) == ["r0", "r1", "r2", "r3", "r4"])
        // r1 has been missing for four days, by what is remembered.
        let file = try #require(memory(of: stage))
        let now = time(nil)
        write(
            #"{"accounts":{"2":[\#(now - 345_600),\#(now - 86_400),2]},"servers":{"dead.example":[1,86400,2]}}"#,
            to: file)
        let third = try await stage.consequences(of: "accounts", "cull", "--yes")
        #expect(third.status == 0, "\(third.conversation)")
        #expect(try await stage.texts(names) == ["r0", "r2", "r3", "r4"])
    }

    @Test(arguments: MastodonRelease.allCases)
    func `a dry run asks, and writes nothing`(release: MastodonRelease) async throws {
        let server = server()
        let stage = try await stage(server, release)
        let before = try await stage.snapshot()
        let run = try await stage.consequences(of: "accounts", "cull", "--once", "--dry-run", "--format", "json")
        #expect(run.status == 0, "\(run.conversation)")
        #expect(try await stage.figure("changed", of: run) == "2")
        #expect(try await stage.snapshot() == before)
        #expect(memory(of: stage) == nil)
        #expect(!server.requests.isEmpty)
    }

    @Test func `only the domains named are asked`() async throws {
        let server = server()
        let stage = try await stage(server)
        #expect(try await stage.consequences(of: "accounts", "cull", "busy.example", "--once", "--yes").status == 0)
        #expect(Set(server.requests.map(\.host)) == ["busy.example"])
        #expect(try await stage.consequences(of: "accounts", "cull", "not a domain", "--yes").status == 64)
    }

    /// Where a stage's culling runs remember.
    private func memory(of stage: Stage) -> String? {
        let state = stage.environment["MASTOCTL_STATE_DIR"] ?? ""
        return files(below: state).first { $0.hasSuffix("/cull.json") }
    }

    private func files(below folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var found: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            let path = "\(folder)/\(name)"
            found += entry.pointee.d_type == UInt8(DT_DIR) ? files(below: path) : [path]
        }
        return found
    }

    private func write(_ text: String, to path: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }
}
