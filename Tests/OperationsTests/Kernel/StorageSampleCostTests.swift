import Assembly
import Configuration
import Glibc
import Model
import Postgres
import Stores
import Support
import Testing

/// What the look at the storage costs that comes before every deletion.
@Suite(.enabled(if: TestServers.areInstalled), .serialized) struct StorageSampleCostTests {
    /// So many attachments, each with a file of its own in the storage.
    private static let count = 100_000

    private func instance() async throws -> TestInstance {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        try await connection.execute("set session_replication_role = replica")
        try await connection.execute(
            """
            insert into media_attachments (
                id, account_id, status_id, type, remote_url, file_file_name, file_content_type, file_file_size,
                file_storage_schema_version, processing, created_at, updated_at
            )
            select i, i, i, 0, '', 'x.png', 'image/png', 1, 1, 2, now() - interval '1 year', now() - interval '1 year'
            from generate_series(1, \(Int64(Self.count))) as i
            """)
        try await connection.execute("analyze media_attachments")
        await connection.close()
        return instance
    }

    private func opening(_ instance: TestInstance, _ more: [String: String]) throws -> InstanceOpening {
        var environment = Dictionary(instance.environment) { $1 }
        environment.merge(more) { $1 }
        environment["MASTOCTL_STATE_DIR"] = "\(instance.folder)/state"
        return InstanceOpening(
            try Configuration.load(environment: environment, files: SystemFileReader()), purpose: "mastoctl tests")
    }

    /// The best of some, since other programs are at work too.
    private func cost(_ look: () async throws -> Void) async throws -> Duration {
        var best = Duration.seconds(600)
        for _ in 0..<4 {
            let start = ContinuousClock.now
            try await look()
            best = min(best, ContinuousClock.now - start)
        }
        return best
    }

    private static func key(_ id: Int) -> String {
        "media_attachments/files/\(IDPartition.path(of: Int64(id)))/original/x.png"
    }

    @Test func `on a disk it takes a moment`() async throws {
        let instance = try await instance()
        for id in stride(from: 1, through: Self.count, by: 25) {
            let path = "\(instance.mediaRoot)/\(Self.key(id))"
            FolderListing.create(above: path)
            TextFile.write("x", to: path)
        }
        let opening = try opening(instance, [:])
        let site = try await opening.forReading()
        let best = try await cost {
            let sample = try await site.sampleStorage(listing: true)
            #expect(sample.objects.asked > 10 && sample.local.asked > 20)
        }
        await opening.close()
        // 40 ms on an idle machine, not optimised; the rest is for other programs.
        if Rounds.percent >= 100 { #expect(best < .milliseconds(100) * Patience.slowness, "\(best)") }
    }

    @Test func `in a bucket it takes the time of a few requests, and lists a page here and there`() async throws {
        let instance = try await instance()
        let server = FaultProxy(upstream: nil)
        let pause = Duration.milliseconds(400)
        let opening = try opening(
            instance,
            [
                "S3_ENABLED": "true", "S3_BUCKET": "b", "S3_ENDPOINT": "http://127.0.0.1:\(server.port)",
                "S3_REGION": "us-east-1", "S3_PROTOCOL": "http", "S3_HOSTNAME": "127.0.0.1:\(server.port)",
                "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b",
            ])
        let site = try await opening.forReading()
        let best = try await cost {
            server.reset()
            server.fail(
                .make(after: pause) { request in
                    request.method == "HEAD" ? (200, "") : (200, Self.page(of: request.target))
                }, times: .max)
            let sample = try await site.sampleStorage(listing: true)
            #expect(sample.doubt == nil && sample.local.present > 20 && sample.objects.present > 10, "\(sample)")
            let lists = server.requests.count { $0.method == "GET" }
            #expect(lists <= 16, "\(lists) listings")
            #expect(server.requests.count <= 216)
        }
        await opening.close()
        server.stop()
        // Two rounds of requests; a third for connecting and for the database.
        if Rounds.percent >= 100 { #expect(best < pause * 3 * Patience.slowness, "\(best)") }
    }

    /// A page of a listing of all the attachments' files: what follows `start-after`.
    private static func page(of target: String) -> String {
        var prefix = ""
        var start = ""
        for part in target.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
            let value = part.drop { $0 != "=" }.dropFirst().replacing("%2F", with: "/")
            if part.hasPrefix("prefix=") { prefix = String(value) }
            if part.hasPrefix("start-after=") { start = String(value) }
        }
        guard prefix == "media_attachments/files/" else {
            return "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
        }
        let after = start.filter(\.isNumber).dropLast()
        let first = (Int(after.prefix(9)) ?? 0) + 1
        let ids = first > count ? [] : Array(first...min(count, first + 999))
        let contents = ids.map { id in
            "<Contents><Key>\(key(id))</Key><Size>1</Size><LastModified>2025-01-01T00:00:00Z</LastModified></Contents>"
        }
        return "<ListBucketResult><IsTruncated>\(ids.count == 1_000)</IsTruncated>"
            + "<NextContinuationToken>t</NextContinuationToken>\(contents.joined())</ListBucketResult>"
    }
}
