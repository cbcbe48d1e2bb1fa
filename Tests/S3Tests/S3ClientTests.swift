import HTTP
import Support
import Testing

@testable import S3

/// Against a real radosgw, with a proxy between that breaks things.
@Suite(.enabled(if: SharedS3.isAvailable, "Ceph's radosgw is not installed")) struct S3ClientTests {
    /// A client that talks through a proxy to a bucket of its own.
    func open(_ change: (inout S3Settings) -> Void = { _ in }) async throws -> (S3Client, FaultProxy) {
        var settings = try await SharedS3.bucket()
        let proxy = FaultProxy(upstream: try await SharedS3.port())
        settings.endpoint = "http://127.0.0.1:\(proxy.port)"
        // Long enough for a busy machine, where a slow answer must not count as none.
        settings.stallTimeout = .seconds(30)
        change(&settings)
        return (S3Client(settings), proxy)
    }

    func fill(_ client: S3Client, _ count: Int) async throws -> [String] {
        let keys = (0..<count).map { "k/\(1000 + $0) +ü" }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for key in keys { group.addTask { try await client.put(key, [1]) } }
            try await group.waitForAll()
        }
        return keys
    }

    func list(_ client: S3Client, after: String? = nil, pageSize: Int = 1000) async throws -> [String] {
        let listing = S3Listing(client, prefix: "", after: after, pageSize: pageSize)
        var keys: [String] = []
        while let page = try await listing.next() { keys += page.map(\.key) }
        return keys
    }

    static func error(_ code: String) -> String { "<Error><Code>\(code)</Code></Error>" }

    @Test func `a wrong secret is named and never tried again`() async throws {
        let (client, proxy) = try await open { $0.secretKey = "wrong" }
        let error = await #expect(throws: S3Error.self) { try await client.put("a", [1]) }
        #expect(error?.code == "SignatureDoesNotMatch")
        #expect(error?.status == 403)
        #expect(error?.requestID != nil)
        #expect(proxy.requests.count == 1)
        await #expect(throws: S3Error.self) { try await client.delete(["a"]) }
        #expect(!proxy.requests.contains { $0.head.contains("wrong") })
    }

    @Test func `a bucket that is not there is named by every request`() async throws {
        var settings = try await SharedS3.bucket()
        settings.bucket = "no-such-bucket"
        let client = S3Client(settings)
        for code in [
            await #expect(throws: S3Error.self) { try await list(client) }?.code,
            await #expect(throws: S3Error.self) { try await client.get("a") }?.code,
            await #expect(throws: S3Error.self) { try await client.put("a", [1]) }?.code,
            await #expect(throws: S3Error.self) { try await client.delete(["a"]) }?.code,
        ] {
            #expect(code == "NoSuchBucket")
        }
    }

    @Test func `awkward keys that no file system holds`() async throws {
        let client = S3Client(try await SharedS3.bucket())
        let keys = ["a//b", "dd/../y", "./x", "/lead", "trail/", "ctrl\u{1}x", "cr\rlf\n"]
        for key in keys {
            try await client.put(key, Array(key.utf8))
            #expect(try await client.get(key) == Array(key.utf8))
            #expect(try await client.head(key)?.size == Int64(key.utf8.count))
        }
        #expect(try await list(client) == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(try await client.delete(keys).isEmpty)
        #expect(try await list(client).isEmpty)
    }

    @Test(arguments: [
        (503, "SlowDown"), (429, "TooManyRequests"), (500, "InternalError"), (400, "RequestTimeout"), (502, ""),
    ])
    func `what may pass is tried again until it passes`(status: Int, code: String) async throws {
        let (client, proxy) = try await open()
        proxy.fail(.answer(status, body: code.isEmpty ? "<html>bad gateway" : Self.error(code)), times: 3)
        try await client.put("a", [1])
        #expect(proxy.requests.count == 4)
        #expect(try await client.get("a") == [1])
    }

    @Test func `dropped connections, cut answers and silence are tried again`() async throws {
        // Where a busy machine keeps the server silent for as long, that is tried again, too.
        let (client, proxy) = try await open { ($0.stallTimeout, $0.retry.attempts) = (.seconds(1), 20) }
        try await client.put("a", [UInt8](repeating: 1, count: 5000))
        proxy.fail(.refuse)
        proxy.fail(.cut(afterBytes: 900))
        proxy.fail(.stall)
        #expect(try await client.get("a")?.count == 5000)
    }

    @Test func `attempts are bounded and their number is told`() async throws {
        let (client, proxy) = try await open { $0.retry.attempts = 4 }
        proxy.fail(.answer(503, body: Self.error("SlowDown")), times: 100)
        let error = await #expect(throws: S3Error.self) { try await client.put("a", [1]) }
        #expect(error?.attempts == 4)
        #expect(error.map { "\($0)" } == "SlowDown (HTTP 503) after 4 attempts")
        #expect(proxy.requests.count == 4)
        #expect(client.gate.limit < 8)
        let failures = try await client.delete(["a", "b"])
        #expect(failures.map(\.code) == ["SlowDown", "SlowDown"])
        #expect(failures.allSatisfy { $0.isTransient && $0.attempts == 4 })
    }

    @Test func `Retry-After is waited for`() async throws {
        let (client, proxy) = try await open()
        proxy.fail(.answer(503, body: Self.error("SlowDown"), headers: ["Retry-After: 1"]))
        let time = try await ContinuousClock().measure { try await client.put("a", [1]) }
        #expect(time >= .seconds(1))
    }

    @Test func `a clock that is wrong has a clear code`() async throws {
        let (client, proxy) = try await open()
        proxy.fail(.answer(403, body: Self.error("RequestTimeTooSkewed")), times: 9)
        let error = await #expect(throws: S3Error.self) { try await client.put("a", [1]) }
        #expect(error?.code == "RequestTimeTooSkewed")
        #expect(proxy.requests.count == 1)
    }

    @Test func `keys refused inside a successful answer are reported, those that may pass tried again`() async throws {
        let (client, proxy) = try await open { $0.retry.attempts = 3 }
        let keys = try await fill(client, 5)
        let isDeletion: @Sendable (FaultProxy.Request) -> Bool = { $0.target.contains("delete=") }
        let body =
            "<DeleteResult><Error><Key>\(keys[0])</Key><Code>AccessDenied</Code></Error>"
            + "<Error><Key>\(keys[1])</Key><Code>InternalError</Code></Error>"
            + "<Error><Key>\(keys[2])</Key><Code>NoSuchKey</Code></Error></DeleteResult>"
        proxy.fail(.answer(200, body: body), when: isDeletion)
        let failures = try await client.delete(keys)
        #expect(failures == [S3KeyFailure(key: keys[0], code: "AccessDenied", isTransient: false, attempts: 1)])
        // The first answer was made up, so only the key that was asked for again is gone.
        #expect(try await list(client) == [keys[0]] + keys[2...])
        #expect(proxy.requests.filter(isDeletion).count == 2)
    }

    @Test func `a key that fails for good inside successful answers is given up`() async throws {
        let (client, proxy) = try await open { $0.retry.attempts = 3 }
        let body = "<DeleteResult><Error><Key>x</Key><Code>SlowDown</Code></Error></DeleteResult>"
        proxy.fail(.answer(200, body: body), times: 100)
        let failures = try await client.delete(["x", "y"])
        #expect(failures == [S3KeyFailure(key: "x", code: "SlowDown", isTransient: true, attempts: 3)])
    }

    @Test(arguments: [(501, "NotImplemented"), (405, "MethodNotAllowed"), (400, "MalformedXML"), (501, "")])
    func `without DeleteObjects keys go one by one, and it is not asked again`(status: Int, code: String) async throws {
        let (client, proxy) = try await open { $0.batchDeleteLimit = 10 }
        let keys = try await fill(client, 25)
        proxy.reset()
        let isDeletion: @Sendable (FaultProxy.Request) -> Bool = { $0.target.contains("delete=") }
        proxy.fail(.answer(status, body: code.isEmpty ? "" : Self.error(code)), times: 100, when: isDeletion)
        #expect(try await client.delete(keys + ["none"]).isEmpty)
        #expect(try await list(client).isEmpty)
        #expect(proxy.requests.filter(isDeletion).count <= 3)
        #expect(proxy.requests.filter { $0.method == "DELETE" }.count == 26)
        proxy.reset()
        #expect(try await client.delete(["none"]).isEmpty)
        #expect(proxy.requests.map(\.method) == ["DELETE"])
    }

    @Test func `an answer that nobody can read makes the keys go one by one`() async throws {
        let (client, proxy) = try await open { $0.retry.attempts = 2 }
        let keys = try await fill(client, 3)
        proxy.fail(.answer(200, body: "<DeleteResult><Err"), times: 100) { $0.target.contains("delete=") }
        #expect(try await client.delete(keys).isEmpty)
        #expect(try await list(client).isEmpty)
    }

    @Test func `batches keep to the provider's limit`() async throws {
        let (client, proxy) = try await open { $0.batchDeleteLimit = 10 }
        let keys = try await fill(client, 95)
        proxy.reset()
        #expect(try await client.delete(keys).isEmpty)
        #expect(proxy.requests.count == 10)
        #expect(try await list(client).isEmpty)
    }

    @Test func `a listing goes on by the first version where the second is unknown`() async throws {
        let (client, proxy) = try await open()
        let keys = try await fill(client, 25)
        proxy.fail(.answer(501, body: Self.error("NotImplemented")), times: 100) { $0.target.contains("list-type") }
        #expect(try await list(client, pageSize: 10) == keys)
        #expect(try await list(client, after: keys[7], pageSize: 10) == Array(keys[8...]))
    }

    @Test func `a truncated page without a token does not end the listing`() async throws {
        let (client, proxy) = try await open()
        let keys = try await fill(client, 25)
        let page =
            "<ListBucketResult><IsTruncated>true</IsTruncated>"
            + keys[..<4].map { "<Contents><Key>\($0)</Key></Contents>" }.joined() + "</ListBucketResult>"
        proxy.fail(.answer(200, body: page)) { $0.target.contains("list-type") }
        #expect(try await list(client, pageSize: 10) == keys)
    }

    @Test func `pages that lead nowhere are an error and no endless loop`() async throws {
        let (client, proxy) = try await open()
        let empty = "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>"
        proxy.fail(.answer(200, body: empty), times: 100)
        #expect(await #expect(throws: S3Error.self) { try await list(client) }?.code == "EndlessListing")
        proxy.reset()
        let same =
            "<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents></ListBucketResult>"
        proxy.fail(.answer(200, body: same), times: 100)
        #expect(await #expect(throws: S3Error.self) { try await list(client) }?.code == "EndlessListing")
        proxy.reset()
        let token =
            "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken></ListBucketResult>"
        proxy.fail(.answer(200, body: token), times: 100)
        #expect(await #expect(throws: S3Error.self) { try await list(client) }?.code == "EndlessListing")
    }

    @Test func `a cut listing page is asked for again`() async throws {
        let (client, proxy) = try await open()
        let keys = try await fill(client, 25)
        proxy.fail(.answer(200, body: "<ListBucketResult><Contents><Key>"), skipping: 1) { $0.method == "GET" }
        #expect(try await list(client, pageSize: 10) == keys)
    }

    @Test func `the bucket may stand in the host's name`() async throws {
        let (client, proxy) = try await open()
        try await client.put("a b", [1])
        var settings = client.settings
        settings.endpoint = "http://localhost:\(proxy.port)"
        settings.usesPathStyle = false
        let other = S3Client(settings)
        #expect(try await other.get("a b") == [1])
        #expect(proxy.requests.last?.target == "/a%20b")
    }

    @Test func `a copy keeps the metadata and a refused one is an error`() async throws {
        let (client, proxy) = try await open()
        try await client.put("a +ü", [1], contentType: "image/x-test")
        try await client.copy("a +ü", to: "b")
        #expect(try await client.get("b") == [1])
        #expect(proxy.requests.last?.method == "GET")
        proxy.fail(.answer(200, body: Self.error("InternalError")))
        try await client.copy("b", to: "c")
        await #expect(throws: S3Error.self) { try await client.copy("none", to: "d") }
    }

    @Test func `what is written bears the permission, or none when it is empty`() async throws {
        let (client, proxy) = try await open()
        try await client.put("a", [1])
        try await client.publish("a")
        #expect(proxy.requests.allSatisfy { $0.head.lowercased().contains("x-amz-acl: public-read") })
        let (plain, other) = try await open { $0.permission = "" }
        try await plain.put("a", [1])
        try await plain.publish("a")
        #expect(other.requests.count == 1)
        #expect(!other.requests[0].head.lowercased().contains("x-amz-acl"))
    }
}
