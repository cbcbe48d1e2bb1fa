import Configuration
import Faults
import Support
import Testing

/// Env files made by chance: read, or refused with file and line, by every reader.
@Suite struct EnvFuzzTests {
    private static let words = [
        "DB_HOST", "REDIS_URL", "=", " ", "\t", "#", "'", "\"", "\\", "\\n", "$", "${", "}", "${A:-b}", "${A:?b}",
        "$(id)",
        "export ", "A=1\n", "B='x'\n", "C=\"y\n", "\n", "\r\n", ":", "%", "é",
    ]
    private static let dialects: [EnvDialect] = [.auto, .dotenv, .compose, .docker, .systemd]

    @Test(arguments: dialects)
    func `env files made by chance are read or refused with file and line`(dialect: EnvDialect) throws {
        for seed in 0..<UInt64(Rounds.of(5_000, atLeast: 200)) {
            var chaos = Chaos(seed: seed)
            let content = FileContent(bytes: chaos.bytes(upTo: 300, of: Self.words))
            do {
                let file = try EnvFile(
                    path: "/srv/env", content: content, dialect: dialect, environment: ["A": "1", "DB_HOST": "$A"])
                #expect(file.entries.keys.allSatisfy { !$0.isEmpty && !$0.contains("=") }, "seed \(seed)")
            } catch let fault as Fault {
                #expect(fault.kind == .configuration && fault.message.contains("/srv/env"), "seed \(seed): \(fault)")
            }
        }
    }

    @Test(arguments: dialects, Rounds.some(of: ["A=1\n", "A='", "${A", "\\", "#", "export A\n"], atLeast: 2))
    func `eight times the file takes about eight times as long`(dialect: EnvDialect, unit: String) {
        let factor = growth(unit, kilobytes: 64) { text in
            _ = try? EnvFile(
                path: "/srv/env", content: FileContent(bytes: Array(text.utf8)), dialect: dialect, environment: [:])
        }
        #expect(factor < 24, "\(factor)")
    }

    private static let composeWords = [
        "services:\n", "  web:\n", "    env_file: ", "    environment:\n", "      - ", "A: ", "&a ", "*a", "<<: *a\n",
        "[",
        "]", "{", "}", ", ", "'", "\"", "\\", "|\n", ">-\n", "#", " #", "\t", "${A:-b}", "${", "- - ", "---\n", "\r\n",
    ]

    /// A compose file is somebody else's: whatever stands in it, the env file beside it is read.
    private func load(compose: [UInt8]) throws -> Configuration {
        var files = MemoryFiles(["/srv/.env.production": "DB_HOST=own\n"])
        files.contents["/srv/compose.yaml"] = FileContent(bytes: compose)
        return try Configuration.load(environment: ["A": "1"], files: files)
    }

    @Test func `compose files made by chance are read, or told with their line`() throws {
        for seed in 0..<UInt64(Rounds.of(5_000, atLeast: 200)) {
            var chaos = Chaos(seed: seed)
            let head = seed.isMultiple(of: 2) ? "services:\n  web:\n    env_file: .env.production\n" : ""
            let found = try load(compose: Array(head.utf8) + chaos.bytes(upTo: 300, of: Self.composeWords))
            let told = found.warnings.filter { $0.contains("compose.yaml:") }
            #expect(told.allSatisfy { $0.hasPrefix("/srv/compose.yaml:") }, "seed \(seed)")
        }
    }

    @Test(
        arguments: Rounds.some(
            of: ["a: 1\n", "- a: 1\n", "- - ", "- [", "{", "a: &a\n", "'", "# x\n", "- 'a\n", "<<: {a: 1}\n"],
            atLeast: 4))
    func `eight times the compose file takes about eight times as long`(unit: String) {
        let factor = growth(unit, kilobytes: 64) { text in _ = try? load(compose: Array(text.utf8)) }
        #expect(factor < 24, "\(factor)")
    }
}
