import Configuration
import Faults
import Model
import Testing

@Suite struct PrunePolicyTests {
    private func policy(_ text: String) throws -> [PruneSettings] {
        try load("DB_HOST=a").policy(at: "p.toml", files: MemoryFiles(["/srv/p.toml": text]))
    }

    @Test(arguments: ["", "prune."])
    func `a policy file has the sections of a profile, with or without their first word`(prefix: String) throws {
        let parts = try policy(
            "[\(prefix)headers]\ndays = 3\nmax_size = \"2GiB\"\n[\(prefix)orphans]\nmin_age = \"3d\"\n")
        #expect(parts.filter(\.isEnabled).map(\.part) == [.headers, .orphans])
        let headers = try #require(parts.first { $0.part == .headers })
        #expect(headers.days == 3 && headers.maxSize == ByteCount(2 << 30))
        #expect(parts.last?.minAge == .seconds(259_200))
    }

    @Test(arguments: [
        ("[atachments]\ndays = 3", "unknown section atachments in /srv/p.toml:1:2", "did you mean [attachments]?"),
        (
            "[attachments]\ndayz = 3", "unknown setting prune.attachments.dayz in /srv/p.toml:2:1",
            "did you mean prune.attachments.days?"
        ),
        (
            "[postgres]\nhost = \"a\"", "unknown section postgres in /srv/p.toml:1:2",
            "there is [attachments], [avatars], [headers], [preview_cards], [orphans]"
        ),
        ("days = 3", "unknown section days in /srv/p.toml:1:1", nil),
        (
            "[headers]\ndays = 1\n[prune.headers]\ndays = 2",
            "both [headers] and [prune.headers] are in /srv/p.toml:1:2",
            nil
        ),
        (
            "[headers]", "the section [headers] of /srv/p.toml:1:2 is empty",
            "write `enabled = true` into it to prune with the defaults, or remove it"
        ),
        ("prune = 3", "prune in /srv/p.toml must be a section", nil),
        ("[headers]\ndays = \"x\"", "prune.headers.days in /srv/p.toml must be a whole number", nil),
        ("[headers\n", "/srv/p.toml:1:9: the policy is not valid TOML", nil),
    ])
    func `a mistake in a policy file is named`(text: String, message: String, help: String?) {
        let fault = #expect(throws: Fault.self) { try policy(text) }
        #expect(fault?.kind == .configuration && fault?.message == message)
        if let help { #expect(fault?.help == help) }
    }

    @Test func `a missing policy file is a fault`() throws {
        let configuration = try load("DB_HOST=a")
        let fault = #expect(throws: Fault.self) { try configuration.policy(at: "/no.toml", files: MemoryFiles()) }
        #expect(fault?.message == "cannot read the policy /no.toml")
    }

    @Test func `what nobody wrote a word about is not pruned`() throws {
        #expect(try load("DB_HOST=a").prune.allSatisfy { !$0.isEnabled })
        #expect(try load("DB_HOST=a", profile: ProfileTemplate.text()).prune.allSatisfy { !$0.isEnabled })
        let one = try load("DB_HOST=a", profile: "[prune.avatars]\ndays = 30\n[prune.headers]\nenabled = false")
        #expect(one.prune.filter(\.isEnabled).map(\.part) == [.avatars])
    }

    @Test func `a policy written out reads back the same`() throws {
        let text = """
            [attachments]
            days = 0
            limit = 5
            max_size = "1500MB"
            until_free = "123"
            keep_interacted = true
            concurrency = 2
            rate = 9
            [avatars]
            include_follows = true
            [orphans]
            min_age = "0"
            quarantine = "odd \\"name\\""
            """
        let parts = try policy(text)
        #expect(try policy(PruneSettings.text(of: parts)) == parts)
        #expect(try policy(PruneSettings.example).filter(\.isEnabled).count == 3)
    }
}
