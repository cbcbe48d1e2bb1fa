import Configuration
import Faults
import Glibc
import Model
import Support
import Testing

@Suite struct ProfileTests {
    @Test func `a retention policy is read with its units`() throws {
        let text = """
            [run]
            concurrency = 3
            [prune.attachments]
            days = 14
            max_size = "10GiB"
            keep_interacted = true
            rate = 50
            [prune.orphans]
            enabled = true
            min_age = "48h"
            quarantine = "quarantine/"
            """
        let configuration = try load("DB_HOST=a", profile: text)
        let attachments = try #require(configuration.prune.first { $0.part == .attachments })
        #expect(attachments.days == 14 && attachments.maxSize == ByteCount(10 << 30) && attachments.keepInteracted)
        #expect(attachments.isEnabled && attachments.rate == 50 && attachments.concurrency == 3)
        let orphans = try #require(configuration.prune.first { $0.part == .orphans })
        #expect(orphans.isEnabled && orphans.minAge == .seconds(172_800) && orphans.quarantine == "quarantine/")
        let cards = try #require(configuration.prune.first { $0.part == .previewCards })
        #expect(cards.days == 180 && !cards.isEnabled)
    }

    @Test(arguments: [
        "[prune.attachments]\nmax_size = \"many\"", "[prune.orphans]\nmin_age = 24", "audit = \"maybe\"",
        "[lanes]\nallowed = [\"ftp\"]", "env_dialect = \"ruby\"", "[postgres]\nport = \"x\"",
        "[redis]\nhost = 1979-05-27",
    ])
    func `a wrong value names its key and the file`(text: String) {
        let fault = #expect(throws: Fault.self) { try load("DB_HOST=a", profile: text) }
        #expect(fault?.kind == .configuration)
        #expect(fault?.message.contains("/etc/mastoctl/default.toml") == true)
    }

    @Test func `a new profile reads back, empty of settings but those given`() throws {
        let text = ProfileTemplate.text(values: [
            "root": "/srv/\"odd\"\n", "run.concurrency": "8", "postgres.password": "hunter2",
            "lanes.allowed": "jobs, direct",
        ])
        #expect(!text.contains("hunter2"))
        let configuration = try load("DB_HOST=a", profile: text.replacing("/srv/\\\"odd\\\"\\n", with: "/srv"))
        #expect(configuration.run.concurrency == 8 && configuration.lanes.allowed == [.jobs, .direct])
        let files = MemoryFiles(["/p.toml": text])
        let profile = try Profile(path: "/p.toml", content: files.contents["/p.toml"]!, files: files)
        #expect(profile.values["root"] == "/srv/\"odd\"\n")
    }

    @Test func `every commented line of a new profile is a setting once its mark is removed`() throws {
        let uncommented = ProfileTemplate.text().split(separator: "\n").map { line in
            line.hasPrefix("# ") && line.contains(" = ") && !line.contains("password_file") ? line.dropFirst(2) : line
        }
        let text = uncommented.joined(separator: "\n")
        let files = MemoryFiles(["/p.toml": text])
        let profile = try Profile(path: "/p.toml", content: files.contents["/p.toml"]!, files: files)
        #expect(Set(profile.values.keys) == Set(Setting.all.map(\.key)))
    }

    @Test func `a profile is written with mode 0600 and never over another`() throws {
        let folder = TemporaryFolder()
        let path = "\(folder.path)/p.toml"
        try ProfileTemplate.write("a", to: path)
        let content = try SystemFileReader().read(path, limit: 10)
        #expect(content.bytes == Array("a".utf8) && content.mode == 0o600)
        let fault = #expect(throws: Fault.self) { try ProfileTemplate.write("b", to: path) }
        #expect(fault?.message == "\(path) exists already")
        #expect(SystemFileReader().names(in: folder.path) == ["p.toml"])
    }

    @Test func `findings name what is missing`() throws {
        let texts = try load("S3_ENABLED=true\nS3_BUCKET=b").findings().filter { $0.severity == .problem }.map(\.text)
        #expect(texts.count == 2)
        #expect(try load("LOCAL_DOMAIN=a.example\nDB_PASS=x").findings().allSatisfy { $0.severity == .note })
    }

    @Test func `keys and variables are named once`() {
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        let variables = Setting.all.flatMap(\.variables)
        #expect(Set(variables).count == variables.count)
    }

    @Test func `the state directory follows the user`() throws {
        #expect(try load("DB_HOST=a", environment: ["HOME": "/h"]).run.stateDirectory == "/h/.local/state/mastoctl")
        #expect(try load("DB_HOST=a", environment: ["XDG_STATE_HOME": "/x"]).run.stateDirectory == "/x/mastoctl")
        let service = ["HOME": "/h", "STATE_DIRECTORY": "/var/lib/mastoctl:/var/lib/other"]
        #expect(try load("DB_HOST=a", environment: service).run.stateDirectory == "/var/lib/mastoctl")
        let named = service.merging(["MASTOCTL_STATE_DIR": "/s"]) { $1 }
        #expect(try load("DB_HOST=a", environment: named).run.stateDirectory == "/s")
        var files = MemoryFiles(["/srv/.env.production": "DB_HOST=a"])
        files.userID = 0
        #expect(try Configuration.load(environment: [:], files: files).run.stateDirectory == "/var/lib/mastoctl")
    }
}
