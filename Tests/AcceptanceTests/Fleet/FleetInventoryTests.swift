import Model
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct FleetInventoryTests {
    /// A person's machine with two profiles of one server.
    private static func desk(of instance: TestInstance) -> Program {
        let program = Program()
        let profile = "env_file = \"\(instance.environmentFile)\"\ntags = [\"eu\"]\n"
        program.folder.make(".config/mastoctl/shop.toml", content: profile)
        program.folder.make(".config/mastoctl/club.toml", content: profile + "read_only = true\n")
        return program
    }

    @Test func `hosts of an inventory are servers, by their profiles or by ssh`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Self.desk(of: instance)
        program.folder.make(
            "hosts",
            content: """
                far.example ansible_host=127.0.0.1 ansible_port=1 ansible_user=nobody
                here.example ansible_connection=local
                lost.example mastoctl_profile=nowhere

                [web]
                shop
                club.example mastoctl_profile=club
                [hosted:children]
                web
                """)
        let path = "\(program.folder.path)/hosts"
        let listed = try await program.run(["fleet", "list", "all", "--inventory", path, "--format", "json"])
        let servers = try #require(JSONValue(parsing: listed.output)?["servers"]?.array, "\(listed)")
        #expect(
            servers.compactMap { $0["name"]?.string }
                == ["club.example", "far.example", "here.example", "lost.example", "shop"])
        #expect(servers[0]["tags"]?.array?.compactMap(\.string) == ["eu", "hosted", "web"])
        #expect(servers[0]["is_read_only"] == .boolean(true))
        #expect(servers[1]["via"]?.string == "ssh-exec://nobody@127.0.0.1:1")
        #expect(servers[3]["trouble"]?.string?.contains("no profile nowhere") == true)
        let run = try await program.run([
            "fleet", "run", "all", "--inventory", path, "--format", "json", "--", "rules", "list",
        ])
        let told = try #require(JSONValue(parsing: run.output)?["servers"], "\(run)")
        #expect(told["shop"]?["state"]?.string == "done" && told["club.example"]?["state"]?.string == "done", "\(told)")
        #expect(told["far.example"]?["status"]?.integer == 69, "\(told)")
        #expect(told["here.example"]?["state"]?.string == "left out", "\(told)")
        #expect(run.status == 1 && run.errors.contains("shop: done, "), "\(run)")
        let none = try await program.run(["fleet", "list", "tag:us", "--inventory", path])
        #expect(none.status == 66 && none.errors.contains("no host fits"), "\(none)")
        program.folder.make("broken.yml", content: "all: [\n")
        let broken = try await program.run(["fleet", "list", "all", "--inventory", "\(program.folder.path)/broken.yml"])
        #expect(broken.status == 65 && broken.errors.contains("broken.yml:"), "\(broken)")
        withExtendedLifetime(instance) {}
    }

    @Test(arguments: ["ansible-ini", "ansible-yaml"])
    func `an inventory that was written names the servers it was written of`(form: String) async throws {
        let instance = try await TestInstance.make(size: .empty)
        let program = Self.desk(of: instance)
        program.folder.make(
            ".config/mastoctl/far.toml", content: "via = \"ssh://mail@far.example:2222\"\ntags = [\"eu\", \"a b\"]\n")
        let written = try await program.run(["fleet", "list", "all", "--format", form])
        #expect(written.status == 0 && written.output.contains("mastoctl_via"), "\(written)")
        let file = form == "ansible-ini" ? "hosts" : "hosts.yml"
        program.folder.make(file, content: written.output)
        func table(_ words: String...) async throws -> [String] {
            let ending = try await program.run(["fleet", "list", "all", "--format", "tsv"] + words)
            #expect(ending.status == 0, "\(ending)")
            return ending.output.split(separator: "\n").map { String($0) }
        }
        let direct = try await table()
        let back = try await table("--inventory", "\(program.folder.path)/\(file)")
        #expect(back.count == 4 && back.count == direct.count)
        // What stands in a name of a group for a blank is a tag more.
        #expect(back.map { $0.replacing(" a_b", with: "") } == direct)
    }
}
