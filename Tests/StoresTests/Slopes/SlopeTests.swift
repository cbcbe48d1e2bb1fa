import Glibc
import Model
import Postgres
import Support
import Testing

@testable import Stores

/// No list, export or dossier goes over a whole table for each row of another, nor grows faster than what it tells.
@Suite(.enabled(if: TestServers.areInstalled))
struct SlopeTests {
    struct Question: Sendable {
        var name: String
        var ask: @Sendable (Transaction<ReadOnly>, Instance) async throws -> Void
    }

    private struct Cost {
        /// Of the server's process, in milliseconds: what other programs do meanwhile does not count.
        var time: Double
        /// How many times each table's rows were gone over, for the tables that were.
        var passes: [String: Double]
        /// How many rows were looked at, in tables and by indexes: the same on every machine.
        var rows: Double

        /// A question of a few statements goes over a table once each at most.
        var isNested: Bool { passes.values.contains { $0 > 8 } }
    }

    private static let questions = nouns + records

    private static let nouns: [Question] = [
        Question(name: "accounts list") { connection, instance in
            let page = page(.id, instance)
            _ = try await page.rows(after: nil, 4_000, over: connection)
            _ = try await page.rows(after: .id(500), 4_000, over: connection)
        },
        Question(name: "accounts list --sort followers") { connection, instance in
            _ = try await page(.followers, instance).rows(after: nil, 64_000, over: connection)
        },
        Question(name: "accounts list --sort storage") { connection, instance in
            _ = try await page(.storage, instance).rows(after: nil, 64_000, over: connection)
        },
        Question(name: "accounts show") { connection, instance in
            _ = try await AccountDossiers(instance).dossier(of: account, over: connection)
        },
        Question(name: "accounts sessions") { connection, _ in
            _ = try await AccountSessions.of([account], over: connection)
        },
        Question(name: "accounts strikes") { connection, _ in
            _ = try await connection.strikes.of([account.id])
        },
        Question(name: "domains list") { connection, _ in
            // The largest, so that however many there are, the same one is among them.
            let all = try await connection.knownDomains.all().sorted { $0.accounts > $1.accounts }
            var domains = Array(all.prefix(1_000))
            try await connection.knownDomains.measure(&domains)
        },
        Question(name: "domains show") { connection, _ in
            var sums = DomainSums()
            while try await !sums.addPage(of: "large.example", over: connection) {}
        },
        Question(name: "domain-blocks list") { connection, _ in _ = try await connection.domainBlocks.all() },
        Question(name: "domain-blocks show") { connection, _ in
            _ = try await connection.domainBlocks.applying(to: "n5.example")
            _ = try await connection.domainBlocks.effect(of: "large.example")
        },
        Question(name: "domain-allows list") { connection, _ in
            _ = try await connection.domainAllows.page(after: 0, size: 1_000_000, match: nil)
        },
        Question(name: "email-domain-blocks list") { connection, instance in
            _ = try await EmailDomainBlocks().all(instance.schema, over: connection)
        },
        Question(name: "ip-blocks list") { connection, _ in _ = try await IPBlocks().all(over: connection) },
        Question(name: "username-blocks list") { connection, instance in
            _ = try await UsernameBlocks().all(instance.schema, over: connection)
        },
        Question(name: "canonical-email-blocks list") { connection, _ in
            _ = try await CanonicalEmailBlocks().all(over: connection)
        },
        Question(name: "reports list") { connection, _ in
            _ = try await connection.reports.list(ReportFilter(), limit: 1_000_000)
        },
        Question(name: "reports show") { connection, _ in _ = try await connection.reports.dossier(of: 5) },
        Question(name: "audit") { connection, _ in
            _ = try await connection.auditLog.page(AuditFilter(), before: .max, limit: 1_000)
        },
    ]

    private static let account = AccountReference(id: 500, username: "n500.example", domain: nil)

    private static func page(_ order: AccountOrder, _ instance: Instance) -> AccountPage {
        AccountPage(
            listing: FilteredAccounts(AccountFilter(), at: instance),
            selection: AccountRows.Selection(AccountFilter(), order: order))
    }

    /// Rows of every noun: 100,000 in a whole round, 10,000 in a short one, where times say nothing yet.
    private static let most = Rounds.of(100_000, atLeast: 10_000)
    private static var isWhole: Bool { most >= 100_000 }

    @Test func `ten times the rows take at most twelve times the work, and no table is gone over for each row`()
        async throws
    {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        let tables = LargeTables(release: instance.release)
        let some = Self.most / 10
        try await tables.add(1...some, to: connection)
        let (few, floorOfFew) = try await costs(over: connection)
        // Ten times as many would take a hundred times as long.
        try #require(few.values.allSatisfy { !$0.isNested }, "\(few.filter(\.value.isNested))")
        try await tables.add(some + 1...Self.most, to: connection)
        let (many, floorOfMany) = try await costs(over: connection)
        // What is put in order takes longer a row the more there are, and so does what no longer fits into a processor's
        // cache: in a plain join, too.
        let floor = max(1, floorOfMany.time / floorOfFew.time / 10)
        for question in Self.questions {
            let (before, after) = (try #require(few[question.name]), try #require(many[question.name]))
            #expect(!after.isNested, "\(question.name): \(after.passes)")
            #expect(
                after.rows <= 12 * max(before.rows, Double(some) / 10),
                "\(question.name): \(before.rows) rows looked at, then \(after.rows)")
            guard Self.isWhole else { continue }
            // Below some milliseconds the planner and the way there count for more than the rows.
            let most = min(12 * floor * max(before.time, 5), 2_000)
            // Neighbours who use the processor's cache make each look dearer, and none cheaper than it is.
            var time = after.time
            for _ in 0..<10 where time > most {
                time = min(time, try await cost(of: question, over: connection).time)
            }
            #expect(
                time <= most,
                "\(question.name): \(before.time) ms, then \(time) ms; a join in order grows \(floor * 10) times")
        }
        await connection.close()
        try await instance.remove()
    }

    private func costs(
        over connection: PostgresConnection
    ) async throws -> (questions: [String: Cost], floor: Cost) {
        // One process does all the work, so that its time is all of it.
        try await connection.execute("set max_parallel_workers_per_gather = 0")
        try await connection.execute("set jit = off")
        var costs: [String: Cost] = [:]
        for question in Self.questions { costs[question.name] = try await cost(of: question, over: connection) }
        let floor = Question(name: "a join in order") { connection, _ in
            _ = try await connection.rows(
                """
                select accounts.username
                from accounts
                join account_stats on account_stats.account_id = accounts.id
                order by accounts.username desc
                """
            ) { try $0.value(0, as: String.self) }
        }
        return (costs, try await cost(of: floor, over: connection))
    }

    /// The best of some.
    private func cost(of question: Question, over connection: PostgresConnection) async throws -> Cost {
        let process = try #require(
            try await connection.first("select pg_backend_pid()::bigint") { try $0.value(0, as: Int.self) })
        let schema = try await LiveSchema.read(over: Transaction<ReadOnly>(connection))
        let instance = Instance(localDomain: "sandbox.example", webDomain: "sandbox.example", schema: schema)
        var best = Cost(time: .infinity, passes: [:], rows: 0)
        for _ in 0..<(Self.isWhole ? 3 : 1) {
            try await connection.execute("begin")
            // They hold what the process has not yet handed on, of earlier transactions too.
            let earlier = try await reads(over: connection)
            let start = try time(of: process)
            try await question.ask(Transaction(connection), instance)
            let time = try time(of: process) - start
            let reads = try await reads(over: connection)
            if time < best.time {
                best = Cost(
                    time: time, passes: reads.passes.merging(earlier.passes) { $0 - $1 },
                    rows: reads.rows - earlier.rows)
            }
            try await connection.execute("rollback")
        }
        return best
    }

    /// What the transaction read of each table without an index, as a multiple of its rows, and how many rows in all.
    private func reads(over connection: PostgresConnection) async throws -> (passes: [String: Double], rows: Double) {
        let found = try await connection.rows(
            """
            select
                read.relname::text,
                read.seq_tup_read / greatest(class.reltuples, 1000)::float8,
                (read.seq_tup_read + coalesce(read.idx_tup_fetch, 0))::float8
            from pg_stat_xact_user_tables as read
            join pg_class as class on class.oid = read.relid
            where read.seq_tup_read + coalesce(read.idx_scan, 0) > 0
            """
        ) {
            (
                name: try $0.value(0, as: String.self), pass: try $0.value(1, as: Double.self),
                rows: try $0.value(2, as: Double.self)
            )
        }
        return (Dictionary(found.map { ($0.name, $0.pass) }) { $1 }, found.reduce(0) { $0 + $1.rows })
    }

    /// What a process has run so far, in milliseconds.
    private func time(of process: Int) throws -> Double {
        let text = try #require(TextFile.read("/proc/\(process)/schedstat"))
        return try #require(text.split(separator: " ").first.flatMap { Double($0) }) / 1e6
    }
}
