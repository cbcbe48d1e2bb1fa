import Configuration
import Faults
import Support
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct EnvFileTests {
    private func open(
        _ bytes: [UInt8], _ dialect: EnvDialect, neighbours: [String] = [], environment: [String: String] = [:]
    ) throws -> EnvFile {
        try EnvFile(
            path: "/e", content: FileContent(bytes: bytes), dialect: dialect, environment: environment,
            neighbours: neighbours)
    }

    @Test func `docker's dialect takes everything behind the first sign, verbatim`() throws {
        let text = "A=\"quoted\" \r\n  B= x # y\n# C=1\nD\nE\nF=a=b\n"
        let file = try open(Array(text.utf8), .docker, environment: ["D": "outside"])
        #expect(
            file.entries.mapValues(\.value) == ["A": "\"quoted\" ", "B": " x # y", "D": "outside", "F": "a=b"])
    }

    @Test func `docker's dialect refuses a name with a blank and a value without a name`() {
        let blank = #expect(throws: Fault.self) { try open(Array("A=1\nexport B=2".utf8), .docker) }
        #expect(blank?.message.hasPrefix("/e:2:") == true)
        let nameless = #expect(throws: Fault.self) { try open(Array("=secret".utf8), .docker) }
        #expect(nameless?.message.contains("secret") == false)
    }

    @Test func `detection prefers dotenv, and Compose only beside its file and outside a checkout`() throws {
        let plain = Array("DB_PASS=ab#c".utf8)
        #expect(try open(plain, .auto).dialect == .dotenv)
        #expect(try open(plain, .auto, neighbours: ["docker-compose.yml"]).dialect == .compose)
        #expect(try open(plain, .auto, neighbours: ["docker-compose.yml", "Gemfile"]).dialect == .dotenv)
        #expect(try open(Array("A=\"x\"".utf8), .auto, neighbours: ["compose.yaml"]).dialect == .compose)
        #expect(try open(plain, .auto).disputed == ["DB_PASS": [.compose, .docker, .systemd]])
        #expect(try open(plain, .dotenv).disputed.isEmpty)
    }

    @Test func `a file that only the other dialect refuses is still read`() throws {
        let file = try open(Array("export A=1\n".utf8), .auto)
        #expect(file.entries["A"]?.value == "1")
    }

    @Test func `NUL and broken UTF-8 are refused with their line`() {
        let nul = #expect(throws: Fault.self) { try open(Array("A=1\nB=\0".utf8), .auto) }
        #expect(nul?.message.hasPrefix("/e:2:") == true)
        let broken = #expect(throws: Fault.self) { try open(Array("A=1\nB=2\nC=".utf8) + [0xFF, 0x0A], .dotenv) }
        #expect(broken?.message.hasPrefix("/e:3:") == true)
    }

    @Test func `a directory, a huge file and a missing one each say so`() throws {
        let files = SystemFileReader()
        #expect(throws: FileTrouble.directory) { try files.read("/tmp", limit: 100) }
        #expect(throws: FileTrouble.missing) { try files.read("/tmp/mastoctl-no-such-file", limit: 100) }
        var template = Array("/tmp/mastoctl-env-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        defer {
            close(descriptor)
            unlink(path)
        }
        try #require(ftruncate(descriptor, 10 << 20) == 0)
        #expect(throws: FileTrouble.tooLarge(limit: 4 << 20)) { try files.read(path, limit: files.sizeLimit) }
        let fault = #expect(throws: Fault.self) {
            try Configuration.load(environment: ["MASTOCTL_ENV_FILE": path], files: files)
        }
        #expect(fault?.kind == .configuration)
        let directory = #expect(throws: Fault.self) {
            try Configuration.load(environment: ["MASTOCTL_ENV_FILE": "/tmp"], files: files)
        }
        #expect(directory?.notes == ["is a directory"])
    }
}
