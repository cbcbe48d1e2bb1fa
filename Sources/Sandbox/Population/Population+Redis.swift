import Redis

extension Population {
    /// Home feeds, queues and Sidekiq's books: enough for a look, since nothing works on them here.
    package var redisCommands: [[RedisArgument]] {
        feedCommands + jobCommands(queuedAt: now)
    }

    /// Loads them into an empty database.
    /// - Parameter moment: when the jobs were queued; the population's own instant unless told.
    /// - Throws: `RedisError`.
    package func load(into connection: RedisConnection, jobsQueuedAt moment: Instant? = nil) async throws {
        for answer in try await connection.pipeline(feedCommands + jobCommands(queuedAt: moment ?? now)) {
            if case .error(let error) = answer { throw error }
        }
    }

    /// `feed:home:<account>`: ids of posts, scored by themselves; one of an account that is gone.
    private var feedCommands: [[RedisArgument]] {
        var commands: [[RedisArgument]] = []
        for account in 0..<min(counts.localAccounts, 25) where hasUser(account) {
            let friends = Set(follows(of: account) + [account])
            var members: [RedisArgument] = []
            for index in max(0, counts.statuses - 2_000)..<counts.statuses where members.count < 80 {
                guard friends.contains(statusAuthor(index)) else { continue }
                members += [RedisArgument(statusID(index)), RedisArgument(statusID(index))]
            }
            guard !members.isEmpty else { continue }
            commands.append(["zadd", "feed:home:\(accountID(account))"] + members)
        }
        let first = RedisArgument(statusID(0))
        commands.append(["zadd", "feed:home:999999", first, first])
        return commands
    }

    private func jobCommands(queuedAt moment: Instant) -> [[RedisArgument]] {
        let seconds = moment.milliseconds / 1000
        func job(_ worker: String, _ arguments: String, _ queue: String, _ index: Int, more: String = "")
            -> RedisArgument
        {
            let id = hexName(.secret, index) + "00000000"
            return RedisArgument(
                #"{"class":"\#(worker)","args":[\#(arguments)],"retry":true,"queue":"\#(queue)","jid":"\#(id)","#
                    + #""created_at":\#(seconds).0,"enqueued_at":\#(seconds).0\#(more)}"#)
        }
        let failed =
            #","error_message":"connection refused","error_class":"HTTP::Error","failed_at":\#(seconds).0,"retry_count":2"#
        let process = "sandbox:1:0123456789ab"
        return [
            ["sadd", "queues", "default", "push", "pull", "ingress", "mailers", "scheduler"],
            ["lpush", "queue:pull", job("ThreadResolveWorker", "\(statusID(9)),\"https://big.example/1\"", "pull", 1)],
            ["lpush", "queue:default", job("RegenerationWorker", "\(accountID(0))", "default", 2)],
            [
                "zadd", "schedule", RedisArgument(seconds + 3600),
                job("PublishScheduledStatusWorker", "1", "default", 3),
            ],
            [
                "zadd", "retry", RedisArgument(seconds + 600),
                job(
                    "ActivityPub::DeliveryWorker", "\"{}\",\(accountID(3)),\"https://social6.example/inbox\"", "push",
                    4,
                    more: failed),
            ],
            [
                "zadd", "dead", RedisArgument(seconds - 86_400),
                job("LinkCrawlWorker", "\(statusID(10))", "pull", 5, more: failed),
            ],
            ["set", "stat:processed", "12345"], ["set", "stat:failed", "67"],
            // A worker that was seen when the sandbox was made, and not since.
            ["sadd", "processes", RedisArgument(process)],
            [
                "hset", RedisArgument(process), "info",
                RedisArgument(
                    #"{"hostname":"sandbox","started_at":\#(seconds).0,"pid":1,"tag":"mastodon","concurrency":5,"#
                        + #""queues":["default","push","pull"],"labels":[],"identity":"\#(process)"}"#),
                "busy", 0, "beat", RedisArgument("\(seconds).0"), "quiet", "false",
            ],
        ]
    }
}
