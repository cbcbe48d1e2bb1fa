import Glibc
import Model
import Postgres
import Sandbox
import Support

extension Bench {
    /// `search deploy` of a million posts: into a sink that only answers, whose bodies are kept, and into the real core
    /// of Elasticsearch, against those very bodies replayed by a client that does nothing else.
    func search(intoCluster: Bool) async throws -> [Result] {
        let posts = 1_000_000 / scale
        say("search deploy: making \(posts) posts")
        let instance = try await TestInstance.make(size: .empty)
        let seeded = shell("\(psql(instance)) -v ON_ERROR_STOP=1 -v posts=\(posts) -f bench/seed/search.sql")
        if seeded.status != 0 { say("psql ended with \(seeded.status)") }
        let documents = try await documents(of: instance)
        say("  \(documents) documents")
        var results: [Result]
        if intoCluster {
            results = try await deployIntoCluster(instance, documents)
        } else {
            results = try await readPosts(of: instance)
            results += try await deployIntoSink(instance, documents)
        }
        try await instance.remove()
        return results
    }

    private func documents(of instance: TestInstance) async throws -> Int {
        let connection = try await instance.connect()
        defer { Task { await connection.close() } }
        return try await connection.first(
            """
            select
                (select count(*) from statuses where reblog_of_id is null) + (
                    select count(distinct id) from (
                        select id from statuses where local and reblog_of_id is null
                        union all select status_id from mentions
                        union all select status_id from favourites
                        union all select status_id from bookmarks
                        union all select reblog_of_id from statuses where reblog_of_id is not null
                        union all select status_id from polls join poll_votes on poll_votes.poll_id = polls.id
                    ) as found
                )
            """
        ) { try $0.value(0, as: Int.self) } ?? 0
    }

    /// - Parameter prefix: of the indexes; each run has its own.
    private func deploy(_ instance: TestInstance, port: Int, prefix: String, _ words: [String] = []) -> ProcessFigures {
        _ = shell("rm -rf \"$1/state\"", [folder])
        return shell(
            """
            ES_ENABLED=true ES_HOST=127.0.0.1 ES_PORT=$2 ES_PREFIX=$3 MASTOCTL_STATE_DIR="$4/state" exec "$1" \
            search deploy --only public_statuses statuses --env-file "$5" --quiet \(words.joined(separator: " "))
            """, [binary, "\(port)", prefix, folder, instance.environmentFile])
    }

    private func deployIntoSink(_ instance: TestInstance, _ documents: Int) async throws -> [Result] {
        let sink = try Neighbour("\(folder)/sink")
        var walls: [Double] = []
        var busy: [Double] = []
        var memory: Int64 = 0
        var cpu: [Double] = []
        for round in 1...3 {
            let before = ProcessorTime.busy
            let run = deploy(instance, port: sink.port, prefix: "round\(round)")
            if run.status != 0 { say("mastoctl ended with \(run.status)") }
            walls.append(run.wall)
            busy.append((ProcessorTime.busy - before) / run.wall)
            cpu.append(run.cpu)
            memory = max(memory, run.memory)
            say("  wall \(Result.short(run.wall)), our processor seconds \(Result.short(run.cpu))")
        }
        let rate = Double(documents) / walls.median
        let note =
            "\(documents) documents, ours \(Result.short(cpu.median / Double(documents) * 1e6)) us of processor each"
        return [
            Result(
                name: "search deploy into a sink", value: rate, floor: nil, bound: 50_000, unit: "documents/s",
                note: note, isLeast: true),
            Result(
                name: "search deploy against tootctl's", value: rate, floor: Self.tootctl, bound: 30,
                unit: "documents/s", note: "tootctl's on another machine, into a cluster", isLeast: true),
            Result(
                name: "cores busy in search deploy", value: busy.median, floor: nil, bound: 1.8, unit: "cores",
                note: "by the whole machine, of \(sysconf(Int32(_SC_NPROCESSORS_ONLN)))", isLeast: true),
            Result(
                name: "memory of search deploy", value: Double(memory) / 1e6, floor: nil, bound: 150, unit: "MB",
                note: "\(documents) documents"),
        ]
    }

    /// Documents that tootctl sent a second: 868,281 in 10 minutes and 55 seconds, the rows it passed over left out.
    /// Source: what an admin showed in https://github.com/mastodon/mastodon/issues/23684.
    private static let tootctl = 868_281 / 655.0

    private func deployIntoCluster(_ instance: TestInstance, _ documents: Int) async throws -> [Result] {
        try keepBodies(of: instance)
        let core = try await SearchCore.port()
        // Indexes like ours, empty; and a cluster that is warm.
        for prefix in ["warm", "floor"] {
            let made = deploy(instance, port: core, prefix: prefix, ["--no-import"])
            if made.status != 0 { say("mastoctl ended with \(made.status)") }
        }
        _ = replay("warm", core)
        let ours = deploy(instance, port: core, prefix: "ours")
        if ours.status != 0 { say("mastoctl ended with \(ours.status)") }
        let floor = replay("floor", core)
        let rate = Double(documents) / ours.wall
        let floorRate = Double(documents) / floor
        return [
            Result(
                name: "search deploy into Elasticsearch 7.0.0", value: rate, floor: floorRate, bound: 0.7,
                unit: "documents/s", note: "\(documents) documents", isLeast: true)
        ]
    }

    /// The bodies that we send, in files.
    private func keepBodies(of instance: TestInstance) throws {
        _ = shell("rm -rf \"$1/bodies\"; mkdir \"$1/bodies\"", [folder])
        let sink = try Neighbour("\(folder)/sink", ["\(folder)/bodies"])
        _ = deploy(instance, port: sink.port, prefix: "kept")
    }

    /// Seconds of sending all bodies to the indexes of a prefix.
    private func replay(_ prefix: String, _ port: Int) -> Double {
        let figures = shell(
            """
            for index in public_statuses statuses; do
                curl -sf -XPUT -H 'Content-Type: application/json' "http://127.0.0.1:$2/$3_$index/_settings" \
                    -d '{"index": {"refresh_interval": -1}}' >/dev/null
                "$1/replay" "$2" "/$3_$index/_bulk?filter_path=errors" "$1/bodies/kept_$index.bulk" 5
            done
            """, [folder, "\(port)", prefix])
        if figures.status != 0 { say("the prepared requests did not go through") }
        return figures.wall
    }
}
