import Model
import Postgres
import Redis
import Support
import Testing

@testable import Operations

@Suite(.enabled(if: TestServers.areInstalled, "PostgreSQL and Redis are not installed")) struct RenderedCopiesTests {
    private func withPost(_ body: (RefreshBench) async throws -> Void) async throws {
        let bench = try await RefreshBench.make()
        try await bench.database.execute(
            "insert into statuses (id, account_id, uri, created_at, updated_at) values (77, 2, 'u', now(), now())")
        try await bench.attach(1, to: 2, file: "cached.png")
        try await bench.database.execute("update media_attachments set status_id = 77, created_at = '2020-01-01'")
        try await body(bench)
        await bench.close()
    }

    private let removal = CachedFileRemoval(
        name: "media remove", policy: RetentionPolicy(.attachments, days: 7))

    @Test func `the rendered copy of a post goes with its media`() async throws {
        try await withPost { bench in
            try await bench.redis.command(["SET", "cache:v3:statuses/77", "x"])
            let report = try await bench.run(removal)
            #expect(report.changed == 1)
            #expect(report.warnings == [])
            #expect(try await bench.redis.command(["DBSIZE"]).integer == 0)
        }
    }

    @Test func `a cache that does not answer costs a clean-up one warning in its report, and no failure`() async throws
    {
        try await withPost { bench in
            let report = try await bench.run(removal, cache: "redis://127.0.0.1:1/0")
            #expect(report.changed == 1)
            #expect(report.failed == 0)
            #expect(report.warnings.count == 1)
        }
    }
}
