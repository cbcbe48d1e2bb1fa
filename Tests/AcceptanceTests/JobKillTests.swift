import Glibc
import Model
import Postgres
import Redis
import Support
import Testing

/// Runs that are killed at a system call: whatever it was, the same line again leaves the rows and the jobs of a run that
/// nobody disturbed.
@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt && access("/usr/bin/strace", X_OK) == 0))
struct JobKillTests {
    enum Errand: String, CaseIterable, Sendable {
        case importing, suspending, following, deleting, purging

        /// What the same line ends with once there is nothing left of what it is about.
        var afterwards: Set<Int32> { self == .deleting ? [0, 66] : [0] }

        /// Whether the jobs are those of an undisturbed run. An account that is deleted again has been updated again, for
        /// the server's own code too, so that a whole run and the same line after it tell twice.
        func told(_ jobs: [String], _ wanted: [String]) -> Bool {
            let again = wanted + wanted.filter { $0.contains("account.updated") }
            return jobs == wanted || self == .deleting && jobs == again.sorted()
        }

        func words(_ stage: Stage) -> [String] {
            switch self {
            case .importing:
                let names = (1...30).map { "list\($0).example" } + ["social4.example"]
                let path = stage.file(
                    "list.csv", "#domain,#severity\n" + names.map { "\($0),suspend\n" }.joined())
                return ["domain-blocks", "import", path, "--yes"]
            case .suspending: return ["accounts", "suspend", "--where", "domain:social4.example", "--yes"]
            case .following: return ["accounts", "follow", "alice"]
            case .deleting: return ["accounts", "delete", "alice", "--via", "direct", "--yes"]
            case .purging: return ["domains", "purge", "social4.example", "--yes"]
            }
        }
    }

    /// Where it is killed: at what is synced (the journal), sent (statements, commits, pushes), and unlinked.
    enum Call: String, CaseIterable, Sendable {
        case fdatasync, sendto, unlink

        /// Which ones of a thread's are tried; deletions send some hundred.
        func numbers(of errand: Errand) -> [Int] {
            guard self == .sendto else { return [1, 2, 3] }
            return Array(stride(from: 1, through: 60, by: 1)).map {
                [.deleting, .purging].contains(errand) ? $0 * 4 : $0
            }
        }
    }

    private struct Ending: Equatable {
        var rows: [String]
        var jobs: [String]
        var keys: [String]
        var files: [String]
    }

    private func ending(of stage: Stage) async throws -> Ending {
        let names = try await stage.names()
        return Ending(
            rows: try await stage.blocks()
                + stage.texts(
                    """
                    select concat_ws(' ', username, domain, suspended_at is not null, suspension_origin) from accounts
                    order by id
                    """)
                + stage.texts("select concat_ws(' ', account_id, target_account_id) from follows order by 1")
                + stage.texts("select id::text from statuses order by id")
                + stage.texts("select id::text from media_attachments order by id"),
            jobs: try await stage.jobs(naming: names), keys: try await stage.keys(),
            files: stage.files(below: stage.instance.mediaRoot).sorted())
    }

    @Test(arguments: Errand.allCases, Call.allCases)
    func `a run killed at a call is finished by the next one, its jobs once`(errand: Errand, call: Call) async throws {
        let calm = try await Stage.make()
        let run = try await calm.start(errand.words(calm)).end()
        #expect(run.status == 0, "\(run)")
        let wanted = try await ending(of: calm)
        #expect(!wanted.jobs.isEmpty || [.following, .purging].contains(errand))
        for number in Rounds.some(of: call.numbers(of: errand), atLeast: 2) {
            let stage = try await Stage.make()
            let words = errand.words(stage)
            let killed = try await stage.start(
                words,
                under: [
                    "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call.rawValue)", "-e",
                    "inject=\(call.rawValue):signal=KILL:when=\(number)",
                ]
            ).end()
            #expect([0, 137].contains(killed.status), "\(killed)")
            let again = try await stage.start(words).end()
            #expect(errand.afterwards.contains(again.status), "after \(call.rawValue) \(number): \(again)")
            let ending = try await ending(of: stage)
            #expect(ending.rows == wanted.rows, "after \(call.rawValue) \(number): \(again)")
            #expect(errand.told(ending.jobs, wanted.jobs), "after \(call.rawValue) \(number): \(again) \(ending.jobs)")
            #expect(ending.keys == wanted.keys, "after \(call.rawValue) \(number): \(again)")
            #expect(ending.files == wanted.files, "after \(call.rawValue) \(number): \(again)")
            #expect(stage.journals.isEmpty)
        }
    }
}

extension Stage {
    /// What rows are called in jobs, as `table id`: what was rolled back has used up numbers.
    fileprivate func names() async throws -> [String: String] {
        let pairs = try await texts(
            """
            select 'DomainBlock ' || id || '=' || domain from domain_blocks
            union all select 'Follow ' || id || '=' || account_id || '>' || target_account_id from follows
            union all select 'FollowRequest ' || id || '=' || account_id || '>' || target_account_id
            from follow_requests
            """)
        return Dictionary(
            uniqueKeysWithValues: pairs.map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            })
    }

    /// What waits in the queues, in words.
    fileprivate func jobs(naming names: [String: String]) async throws -> [String] {
        try await allWaitingJobs().map { queue, job in
            var arguments = job["args"]?.array?.map(\.text) ?? []
            if (job["class"]?.string ?? "").hasSuffix("DeliveryWorker"), !arguments.isEmpty {
                // It is signed anew each time.
                arguments[0] = "activity"
            } else if job["class"] == "DomainBlockWorker", let id = arguments.first {
                arguments[0] = names["DomainBlock \(id)"] ?? id
            } else if job["class"] == "LocalNotificationWorker", let table = job["args"]?.array?[2].string {
                arguments[1] = names["\(table) \(arguments[1])"] ?? arguments[1]
            }
            return "\(queue) \(job["class"]?.string ?? "") \(arguments)"
        }.sorted()
    }

    /// The keys of the server's own Redis, but for this program's marks, which go after a day. A lock's name is a digest
    /// of the job's arguments, so that only their number is told.
    fileprivate func keys() async throws -> [String] {
        try await withRedis { redis in
            try await redis.command(["KEYS", "*"]).texts ?? []
        }.filter { !$0.hasPrefix("mastoctl:outbox:") }.map { $0.hasPrefix("uniquejobs:") ? "uniquejobs" : $0 }.sorted()
    }
}
