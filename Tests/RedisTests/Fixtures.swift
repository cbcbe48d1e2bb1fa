import Glibc
import Processes
import Redis
import Sandbox
import Testing

/// Runs `body` against a Redis of its own, which is gone afterwards.
func withRedis<Result>(
    _ change: (inout RedisServer.Options) -> Void = { _ in }, _ body: (RedisServer) async throws -> Result
) async throws -> Result {
    let directory = temporaryDirectory()
    var options = RedisServer.Options()
    change(&options)
    let server = try await RedisServer.start(in: directory, options: options)
    do {
        let result = try await body(server)
        await server.stop()
        _ = try await ChildProcess.run("/bin/rm", ["-rf", directory])
        return result
    } catch {
        await server.stop()
        throw error
    }
}

func temporaryDirectory() -> String {
    var template = Array("/tmp/mastoctl-redis.XXXXXX".utf8CString)
    mkdtemp(&template)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// A CA of our own and a certificate by it for 127.0.0.1 and localhost.
struct Certificates {
    let directory = temporaryDirectory()
    var authority: String { "\(directory)/ca.pem" }
    var certificate: String { "\(directory)/server.pem" }
    var key: String { "\(directory)/server.key" }
    /// A CA that signed nothing here.
    var stranger: String { "\(directory)/stranger.pem" }

    init(names: String = "IP:127.0.0.1,DNS:localhost") async throws {
        let openssl = try Executable.require("openssl", of: "openssl")
        let directory = directory
        func run(_ words: [String]) async throws {
            let ending = try await ChildProcess.run(openssl, words, directory: directory)
            try #require(ending.status == 0, "\(ending.output)")
        }
        let ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
        try await run(["req", "-x509"] + ec + ["-subj", "/CN=ca", "-keyout", "ca.key", "-out", "ca.pem"])
        try await run(
            ["req", "-x509"] + ec + ["-subj", "/CN=other", "-keyout", "stranger.key", "-out", "stranger.pem"])
        try await run(
            ["req", "-x509"] + ec + [
                "-subj", "/CN=server", "-addext", "subjectAltName=\(names)", "-CA", "ca.pem", "-CAkey", "ca.key",
                "-keyout", "server.key", "-out", "server.pem",
            ])
    }
}
