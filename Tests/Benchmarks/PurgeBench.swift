import Model
import Postgres
import Sandbox
import Support

extension Bench {
    /// `domains purge` of a large domain against the bare statements that take the same rows away in one go each, with
    /// the database's own cascades.
    func purge() async throws -> [Result] {
        var population = Population(
            .init(
                localAccounts: 20, remoteAccounts: 14_150 / scale, domains: 2, statuses: 149_000 / scale,
                attachments: 15_000 / scale), now: TestServers.now)
        population.localShare = 0.05
        population.hasCuriosities = false
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        var note = ""
        for round in 1...3 {
            say("domains purge, round \(round) of 3")
            let bare = try await TestInstance.make(population: population, hasFiles: false)
            let instance = try await TestInstance.make(population: population, hasFiles: false)
            if note.isEmpty { note = try await extent(of: instance) }
            // What a server's autovacuum has seen to long ago.
            for database in [bare, instance] { _ = shell("\(psql(database)) -c 'vacuum analyze'") }
            let floor = shell(
                """
                \(psql(bare)) -v ON_ERROR_STOP=1 \
                -c "delete from media_attachments where account_id in (\(Self.doomed))" \
                -c "delete from statuses where account_id in (\(Self.doomed))" \
                -c "delete from accounts where domain = 'big.example'" \
                -c "refresh materialized view concurrently instances"
                """)
            if floor.status != 0 { say("psql ended with \(floor.status)") }
            let run = mastoctl(["domains", "purge", "big.example", "--yes", "--quiet"], on: instance)
            ours.append(run.wall)
            floors.append(floor.wall)
            memory = max(memory, run.memory)
            say("  wall: ours \(Result.short(run.wall)), bare \(Result.short(floor.wall))")
            let left = shell(
                "test 0 = $(\(psql(instance)) -Atc \"select count(*) from accounts where domain = 'big.example'\")")
            if left.status != 0 {
                say("accounts are left")
                ours[ours.count - 1] = .infinity
            }
            try await bare.remove()
            try await instance.remove()
        }
        return [
            Result(
                name: "domains purge", value: ours.median, floor: floors.median, bound: 2, unit: "s", note: note),
            Result(
                name: "memory of domains purge", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    private static let doomed = "select id from accounts where domain = 'big.example'"

    private func extent(of instance: TestInstance) async throws -> String {
        let connection = try await instance.connect()
        let (accounts, posts) =
            try await connection.first(
                """
                select
                    (select count(*) from accounts where domain = 'big.example'),
                    (select count(*) from statuses
                     where account_id in (select id from accounts where domain = 'big.example'))
                """
            ) { (try $0.value(0, as: Int.self), try $0.value(1, as: Int.self)) } ?? (0, 0)
        await connection.close()
        return "\(accounts) accounts, \(posts) posts"
    }
}
