import Model
import Postgres
import S3
import Support
import Testing

/// What a command does to an instance whose media are in a bucket is what it does to the same instance on a disk.
@Suite(.enabled(if: TestServers.areInstalled && TestServers.hasS3 && Program.isBuilt)) struct BucketRoundTests {
    /// Those that change rows whose files go with them.
    private static let errands: [[String]] = [
        ["accounts", "delete", "alice", "--via", "direct"], ["accounts", "prune"],
        ["domains", "purge", "social4.example"], ["domains", "purge", "social5.example"],
        [
            "domain-blocks", "add", "social7.example", "--severity", "suspend", "--reject-media", "--via",
            "jobs",
        ],
        ["media", "remove", "--days", "7"],
        ["media", "remove", "--days", "0", "--prune-profiles", "--include-follows"],
        ["preview-cards", "remove", "--days", "0", "--link"], ["emoji", "purge", "--remote-only"],
        ["statuses", "remove", "--days", "0"], ["accounts", "delete-archives", "--all"],
    ]

    @Test(arguments: [MastodonRelease.v4_6, .v4_7])
    func `rows, jobs and stored files go from a bucket as they go from a disk`(release: MastodonRelease) async throws {
        let disk = try await Stage.make(release, size: .small)
        let bucket = try await Stage.make(release, size: .small, on: .bucket)
        // A disk has stray things that no bucket can have.
        let shared = Set(try await disk.objects().keys).intersection(try await bucket.objects().keys)
        #expect(shared.count > 1_000)
        for words in Self.errands {
            let line = words + ["--yes"]
            let runs = [try await disk.start(line).end(), try await bucket.start(line).end()]
            #expect(runs.map(\.status) == [0, 0], "\(line): \(runs.map(\.conversation))")
            let difference = try await disk.state(of: shared).symmetricDifference(bucket.state(of: shared))
            #expect(difference.sorted().prefix(10) == [], "\(line)")
        }
        #expect(try await bucket.objects().count < shared.count)
    }
}

extension Stage {
    /// Rows of each table, jobs of each worker, and which of these keys are still stored.
    fileprivate func state(of keys: Set<String>) async throws -> Set<String> {
        var state = keys.intersection(try await objects().keys)
        for name in try await texts("select tablename::text from pg_tables where schemaname = 'public'") {
            state.insert("\(name): \(try await number("select count(*) from \(identifier: name)"))")
        }
        let jobs = try await allWaitingJobs().map { queue, job in "\(queue) \(job["class"]?.string ?? "")" }
        for (job, all) in Dictionary(grouping: jobs, by: \.self) { state.insert("\(job): \(all.count)") }
        return state
    }
}
