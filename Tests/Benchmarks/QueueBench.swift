import Support

extension Bench {
    /// `queues delete --dry-run` over a million jobs against redis-cli printing the same jobs page by page.
    func queues() async throws -> [Result] {
        let count = 1_000_000 / scale
        say("queues: making \(count) jobs")
        let instance = try await TestInstance.make(size: .empty)
        let redis = "redis-cli -p \(instance.redisPort) -n \(instance.redisDatabase)"
        let made = shell("\(redis) eval \"$1\" 0 \(count)", [Self.filling])
        if made.status != 0 { say("redis-cli ended with \(made.status)") }
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for _ in 1...3 {
            let pages = "awk '{ print \"lrange queue:push\", $1, $1 + 999 }'"
            let floor = shell("seq 0 1000 \(count - 1) | \(pages) | \(redis)")
            let run = mastoctl(
                ["queues", "delete", "--in", "queue:push", "--where", "host:social7.example", "--dry-run", "--quiet"],
                on: instance)
            floors.append(floor.wall)
            ours.append(run.wall)
            memory = max(memory, run.memory)
        }
        try await instance.remove()
        let note = "\(count) jobs of one queue"
        return [
            Result(
                name: "queues delete --dry-run", value: ours.median, floor: floors.median, bound: 1.5, unit: "s",
                note: note),
            Result(
                name: "memory of queues delete", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    private static let filling = """
        redis.call('sadd', 'queues', 'push')
        for n = 1, ARGV[1] do
            redis.call('lpush', 'queue:push', '{"class":"ActivityPub::DeliveryWorker","args":["{}",' .. n % 99 ..
                ',"https://social' .. n % 999 .. '.example/inbox"],"retry":16,"queue":"push","jid":"' ..
                string.format('%024x', n) .. '","created_at":1780000000.5,"enqueued_at":1780000000.5}')
        end
        """
}
