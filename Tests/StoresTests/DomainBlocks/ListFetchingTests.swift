import Faults
import Model
import Stores
import Support
import Testing

@Suite struct ListFetchingTests {
    private let folder = TemporaryFolder()
    private let server = FaultProxy(upstream: nil)

    private var state: StateFolder<ReadOnly> { StateFolder(path: folder.path) }

    private func source(_ path: String, ttl: Double = 0) -> BlockListSource {
        BlockListSource(name: "web", place: .url("http://127.0.0.1:\(server.port)\(path)"), ttl: ttl)
    }

    private func fetch(_ source: BlockListSource, at seconds: Double = 1_000) async throws -> FetchedList {
        let fetching = ListFetching(state: state)
        defer { fetching.close() }
        return try await fetching.list(of: source, now: UTCTime(seconds))
    }

    private func kind(_ source: BlockListSource) async -> Fault.Kind? {
        do {
            _ = try await fetch(source)
            return nil
        } catch {
            return (error as? Fault)?.kind
        }
    }

    @Test func `a copy is kept for its time, and a refusal to change keeps it longer`() async throws {
        server.fail(.answer(200, body: "a.example\n", headers: ["Last-Modified: Sat, 21 Nov 2026 10:00:00 GMT"]))
        #expect(try await fetch(source("/x", ttl: 60)).bytes == Array("a.example\n".utf8))
        #expect(try await fetch(source("/x", ttl: 60), at: 1_059).bytes == Array("a.example\n".utf8))
        #expect(server.requests.count == 1)
        server.fail(.answer(304))
        #expect(try await fetch(source("/x", ttl: 60), at: 1_061).trouble == nil)
        #expect(server.requests.last?.head.contains("If-Modified-Since: Sat, 21 Nov 2026 10:00:00 GMT") == true)
        _ = try await fetch(source("/x", ttl: 60), at: 1_100)
        #expect(server.requests.count == 2)
        // A clock that was put back makes no copy fresh for ever.
        server.fail(.answer(200, body: "b.example\n"))
        #expect(try await fetch(source("/x", ttl: 60), at: 5).bytes == Array("b.example\n".utf8))
        server.stop()
    }

    @Test func `what is no list is refused and takes no copy's place`() async throws {
        server.fail(.answer(200, body: "<html>"))
        #expect(await kind(source("/x")) == .badData)
        server.fail(.answer(404))
        #expect(await kind(source("/x")) == .unreachable)
        server.fail(.answer(401))
        #expect(await kind(source("/x")) == .denied)
        server.fail(.answer(200, body: "a.example\n"))
        #expect(await kind(source("/x")) == nil)
        server.fail(.answer(200, body: "<html>"))
        let old = try await fetch(source("/x"), at: 8_300)
        #expect(old.bytes == Array("a.example\n".utf8))
        #expect(old.trouble == "the source web is no list of blocks; its copy of 2 hours ago is taken instead")
        server.stop()
    }

    @Test func `redirections are followed, but not for ever`() async throws {
        server.fail(.answer(301, headers: ["Location: /y"])) { $0.target == "/x" }
        server.fail(.answer(200, body: "a.example\n")) { $0.target == "/y" }
        #expect(try await fetch(source("/x")).bytes == Array("a.example\n".utf8))
        server.fail(.answer(302, headers: ["Location: /z"]), times: 99) { $0.target == "/z" }
        #expect(await kind(source("/z")) == .unreachable)
        server.fail(.answer(302, headers: ["Location: file:///etc/passwd"])) { $0.target == "/w" }
        #expect(await kind(source("/w")) == .unreachable)
        server.stop()
    }

    @Test func `passing trouble is tried again`() async throws {
        server.fail(.answer(503, headers: ["Retry-After: 0"]), times: 2)
        server.fail(.answer(200, body: "a.example\n"))
        #expect(try await fetch(source("/x")).bytes == Array("a.example\n".utf8))
        #expect(server.requests.count == 3)
        server.stop()
        #expect(await kind(source("/other")) == .unreachable)
    }

    @Test func `an answer without end is cut off`() async throws {
        let body = String(repeating: "a.example\n", count: (65 << 20) / 10)
        server.fail(.answer(200, body: body), times: 9)
        #expect(await kind(source("/huge")) == .unreachable)
        server.stop()
    }

    @Test func `a dataset leads to its snapshot, and each page to the next`() async throws {
        let recommended = { (key: String, policy: String) in
            #"{"type":"Recommendation","entityKind":"domain","entityKey":"\#(key)","recommendedPolicy":"\#(policy)"}"#
        }
        let base = "http://127.0.0.1:\(server.port)"
        server.fail(.answer(200, body: #"{"type":"Dataset","endpoints":{"snapshot":"\#(base)/s","changes":"/c"}}"#)) {
            $0.target == "/set"
        }
        server.fail(.answer(200, body: #"{"type":"OrderedCollection","totalItems":3,"first":"/s?page=1"}"#)) {
            $0.target == "/s"
        }
        server.fail(
            .answer(
                200,
                body: #"{"orderedItems":[\#(recommended("a.example", "drop")),\#(recommended("b.example", "drop"))],"#
                    + #""next":{"id":"\#(base)/s?page=2"}}"#, headers: ["ETag: \"one\""])
        ) { $0.target == "/s?page=1" }
        server.fail(
            .answer(200, body: #"{"orderedItems":[\#(recommended("c.example", "filter"))],"next":null}"#)
        ) { $0.target == "/s?page=2" }
        let list = try await fetch(source("/set"))
        var reader = BlockListReader()
        let items = try reader.read(list.bytes[...]) + reader.finish()
        #expect(items.count == 3)
        #expect(server.requests.count == 4)
        server.stop()
    }

    @Test func `of several changes of one thing the last counts`() async throws {
        let changes = [("Recommendation", "a", "drop"), ("Recommendation", "b", "drop"), ("Retraction", "a", "none")]
        let more = [("Recommendation", "b", "filter"), ("Retraction", "c", ""), ("Recommendation", "C", "drop")]
        let page = { (changes: [(String, String, String)], rest: String) in
            let items = changes.map {
                #"{"type":"\#($0.0)","entity_kind":"domain","entity_key":"\#($0.1).example","recommended_policy":"\#($0.2)"}"#
            }
            return #"{"type":"OrderedCollection","orderedItems":[\#(items.joined(separator: ","))]\#(rest)}"#
        }
        server.fail(.answer(200, body: page(changes, #","next":"/2""#))) { $0.target == "/1" }
        server.fail(.answer(200, body: page(more, ""))) { $0.target == "/2" }
        let list = try await fetch(source("/1"))
        var reader = BlockListReader()
        let items = try reader.read(list.bytes[...]) + reader.finish()
        #expect(
            items == [
                .retraction("a.example", line: 1),
                .entry(BlockEntry("b.example", BlockRule(severity: .silence)), line: 2),
                .entry(BlockEntry("c.example", BlockRule(severity: .suspend)), line: 3),
            ])
        server.stop()
    }

    @Test func `pages without an end, elsewhere or of another kind are refused`() async throws {
        server.fail(.answer(200, body: #"{"orderedItems":["a.example"],"next":"/round"}"#), times: 99) {
            $0.target == "/round"
        }
        #expect(await kind(source("/round")) == .badData)
        server.fail(.answer(200, body: #"{"orderedItems":["a.example"],"next":"http://elsewhere.invalid/"}"#)) {
            $0.target == "/away"
        }
        #expect(await kind(source("/away")) == .badData)
        server.fail(.answer(200, body: #"{"orderedItems":["a.example"],"next":"/html"}"#)) { $0.target == "/odd" }
        server.fail(.answer(200, body: "<html>")) { $0.target == "/html" }
        #expect(await kind(source("/odd")) == .badData)
        server.fail(.answer(200, body: #"{"orderedItems":["a.example"],"next":"/gone"}"#)) { $0.target == "/cut" }
        server.fail(.answer(404)) { $0.target == "/gone" }
        #expect(await kind(source("/cut")) == .unreachable)
        server.stop()
    }

    @Test func `a token goes to its server alone and is read from a file`() async throws {
        folder.make("token", content: "t0ken\n")
        folder.make("empty", content: "\n")
        let other = FaultProxy(upstream: nil)
        let address = "http://127.0.0.1:\(server.port)"
        let admin = BlockListSource(
            name: "mod", place: .admin(address, tokenFile: "\(folder.path)/token"), ttl: 0)
        server.fail(.answer(302, headers: ["Location: http://127.0.0.1:\(other.port)/list"]))
        other.fail(.answer(200, body: "[]"), times: 9)
        _ = try await fetch(admin)
        #expect(server.requests.last?.head.contains("Bearer t0ken") == true)
        #expect(other.requests.allSatisfy { !$0.head.contains("t0ken") } && other.requests.count == 1)
        server.fail(
            .answer(
                200, body: #"["a.example"]"#, headers: ["Link: <http://127.0.0.1:\(other.port)/n>; rel=\"next\""]))
        #expect(
            await kind(BlockListSource(name: "m", place: .admin(address, tokenFile: "\(folder.path)/token"), ttl: 0))
                == nil)
        #expect(other.requests.count == 1)
        #expect(
            await kind(BlockListSource(name: "m", place: .admin(address, tokenFile: "\(folder.path)/empty"))) != nil)
        server.stop()
        other.stop()
    }
}
