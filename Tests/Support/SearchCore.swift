import Faults
import Glibc
import HTTP
import Model
import Processes
import Redis
import Sandbox
import Stores

/// The one search server of a test process: the real core of Elasticsearch 7.0.0. Tests keep apart by their prefix.
package enum SearchCore {
    /// Whether it can run: `.enabled(if: SearchCore.isAvailable)`. With `CI` set tests run and fail.
    package static let isAvailable: Bool =
        TestServers.areInstalled
        && (getenv("CI") != nil || access("\(cache)/core.jar", R_OK) == 0)

    /// What it may hold in memory. Enough for tests; what is measured gets more by `MASTOCTL_TEST_SEARCH_HEAP`.
    private static let heap = getenv("MASTOCTL_TEST_SEARCH_HEAP").map { String(cString: $0) } ?? "768m"

    private static let starting = Task { () throws -> Int in try await start() }

    package static func port() async throws -> Int { try await starting.value }

    private static let repository = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }

    /// Where `scripts/setup test` has put it.
    private static let cache = "\(getenv("HOME").map { String(cString: $0) } ?? "")/.cache/mastoctl-tests/search"

    private static func start() async throws -> Int {
        guard access("\(cache)/core.jar", R_OK) == 0 else {
            throw Fault(.configuration, "the search server of the tests is missing", help: "run scripts/setup test")
        }
        let prepared = try await ChildProcess.run("/bin/sh", ["\(repository)/scripts/search/prepare", cache])
        guard prepared.status == 0, let path = prepared.output.split(separator: "\n").last else {
            throw Fault(.configuration, "the search server cannot be made ready", notes: [prepared.output])
        }
        let folder = "\(try await TestServers.shared.running().folder)/search"
        mkdir(folder, 0o755)
        let port = try Loopback.freePort()
        let java = try Executable.require("java", of: "openjdk-17-jre-headless")
        _ = try ChildProcess.spawn(
            java,
            [
                "-Xmx\(heap)", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", String(path), "SearchNode",
                "\(folder)/home", "\(port)",
            ], output: .file("\(folder)/log"), directory: folder, detached: true)
        let client = HTTPClient()
        defer { client.close() }
        try await untilTrue("the search server answers") {
            (try? await client.send(HTTPRequest("GET", "http://127.0.0.1:\(port)/")))?.status == 200
        }
        return port
    }
}

extension Stage {
    /// The same instance with a search cluster: the real one, or what listens on a port in front of it.
    package func searching(_ prefix: String, port: Int? = nil) async throws -> Stage {
        let real = try await SearchCore.port()
        return with([
            "ES_ENABLED": "true", "ES_HOST": "127.0.0.1", "ES_PORT": "\(port ?? real)", "ES_PREFIX": prefix,
        ])
    }

    /// Asks the search server itself, past the binary.
    package func ask(_ method: String, _ path: String, _ body: String? = nil) async throws -> JSONValue? {
        let client = HTTPClient()
        defer { client.close() }
        var request = HTTPRequest(
            method, "http://127.0.0.1:\(try await SearchCore.port())\(path)", body: body.map { Array($0.utf8) })
        request.headers["Content-Type"] = "application/json"
        let response = try await client.send(request)
        return JSONValue(parsing: String(decoding: response.body, as: UTF8.self))
    }

    /// `search status` at a moment when every index of the cluster has its shards. Tests share the cluster, and an index
    /// that another one makes just now is red until its shards are placed.
    package func calmSearchStatus(_ words: String...) async throws -> Run {
        var run = try await start(["search", "status"] + words).end()
        try await untilTrue("a moment in which no index is being made") {
            guard run.answer.contains("the cluster is red") || run.answer.contains(#""health": "red""#) else {
                return true
            }
            run = try await start(["search", "status"] + words).end()
            return false
        }
        return run
    }

    /// Documents that people can find.
    package func documents(_ index: String) async throws -> Int {
        _ = try await ask("POST", "/\(index)/_refresh")
        return Int(try await ask("GET", "/\(index)/_count")?["count"]?.integer ?? -1)
    }

    /// A setting of an index, as the server has it.
    package func setting(_ name: String, of index: String) async throws -> String? {
        guard case .object(let members)? = try await ask("GET", "/\(index)/_settings") else { return nil }
        return members.first?.value["settings"]?["index"]?[name]?.string
    }
}

extension TestInstance {
    /// Notes ids for indexing, as the server does when a row has changed.
    package func note(_ ids: [String], for index: String) async throws {
        let connection = try await RedisConnection.connect(redis)
        try await connection.command(["SADD", RedisArgument("chewy:queue:\(index)")] + ids.map { RedisArgument($0) })
        await connection.close()
    }
}
