import Model
import Postgres
import Redis

/// A feed in Redis: somebody's home, or a list.
struct Feed: Sendable, Hashable {
    /// `feed:home:12` or `feed:list:7`.
    var key: String
    /// Where those who look at it are told: `timeline:12`, `timeline:list:7`.
    var channel: String
    /// Whether several boosts of a post are shown as one.
    var joinsBoosts: Bool

    var boostsKey: String { key + ":reblogs" }
    func boostsKey(of post: Int64) -> String { "\(key):reblogs:\(post)" }
}

/// Source: Mastodon 4.6.5 `app/lib/feed_manager.rb` (`remove_from_feed`, `clean_feeds!`) and
/// `app/models/concerns/account/interactions.rb` (`followers_for_local_distribution`, `lists_for_local_distribution`).
extension DoomedAccounts {
    /// Feeds asked of Redis in one go.
    private static let slice = 200

    /// The feeds of active people here that posts of these accounts are in, by account.
    private func feeds(
        of accounts: [Int64], over connection: Transaction<some Access>
    ) async throws -> [Int64: [Feed]] {
        let isActive: Statement =
            "users.current_sign_in_at >= (now() at time zone 'utc') - make_interval(days => \(instance.activeDays)::int)"
        let joins: Statement = #"coalesce(users.settings not like '%"aggregate_reblogs":false%', true)"#
        let rows = try await connection.rows(
            """
            select follows.target_account_id, 'home', follows.account_id, \(fragment: joins)
            from follows
            join users on users.account_id = follows.account_id
            where follows.target_account_id = any(\(accounts))
                and \(fragment: isActive)
            union all
            select list_accounts.account_id, 'list', lists.id, \(fragment: joins)
            from list_accounts
            join lists on lists.id = list_accounts.list_id
            join users on users.account_id = lists.account_id
            where list_accounts.account_id = any(\(accounts))
                and (list_accounts.follow_id is not null or lists.account_id = list_accounts.account_id)
                and \(fragment: isActive)
            """
        ) { row in
            let (kind, id): (String, Int64) = (try row[1], try row[2])
            let feed = Feed(
                key: "feed:\(kind):\(id)", channel: kind == "home" ? "timeline:\(id)" : "timeline:list:\(id)",
                joinsBoosts: try row[3])
            return (try row.value(0, as: Int64.self), feed)
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    /// Takes posts out of every feed they are in, as if one after the other.
    package func withdraw<Mode: Access>(
        _ posts: [DoomedPost], from keys: KeyStore<Mode>, over connection: Transaction<some Access>
    ) async throws -> Aftermath {
        var order: [Int64] = []
        var groups: [Int64: [DoomedPost]] = [:]
        for post in posts {
            if groups[post.account] == nil { order.append(post.account) }
            groups[post.account, default: []].append(post)
        }
        let feeds = try await feeds(of: order, over: connection)
        var doomed: [Feed: [DoomedPost]] = [:]
        for account in order {
            for feed in feeds[account] ?? [] { doomed[feed, default: []] += groups[account] ?? [] }
        }
        var aftermath = Aftermath()
        var rest = doomed.sorted { $0.key.key < $1.key.key }[...]
        while !rest.isEmpty {
            let slice = Array(rest.prefix(Self.slice))
            rest = rest.dropFirst(Self.slice)
            let redis = try await keys.connection()
            let answers = try await redis.pipeline(
                slice.flatMap { feed, _ in
                    [feed.key, feed.boostsKey].map { ["ZRANGE", RedisArgument(keys.prefix + $0), 0, -1] }
                })
            for (index, (feed, posts)) in slice.enumerated() {
                var withdrawal = FeedWithdrawal(
                    feed, members: answers[2 * index].numbers, boosted: answers[2 * index + 1].numbers)
                let wanted = withdrawal.boosted(by: posts)
                if !wanted.isEmpty {
                    let sets = try await redis.pipeline(
                        wanted.map { ["SMEMBERS", RedisArgument(keys.prefix + feed.boostsKey(of: $0))] })
                    withdrawal.boosts = Dictionary(zip(wanted, sets.map(\.numbers))) { $1 }
                }
                posts.forEach { withdrawal.remove($0) }
                aftermath.append(withdrawal.aftermath)
            }
        }
        return aftermath
    }

    /// Drops the feeds of the accounts themselves and of their lists.
    package func dropFeeds<Mode: Access>(
        in keys: KeyStore<Mode>, over connection: Transaction<some Access>
    ) async throws -> Aftermath {
        let owners = local.map(\.id)
        guard !owners.isEmpty else { return Aftermath() }
        let lists = try await connection.rows(
            "select id from lists where account_id = any(\(owners)) order by id"
        ) { try $0.value(0, as: Int64.self) }
        let feeds = owners.map { "feed:home:\($0)" } + lists.map { "feed:list:\($0)" }
        let answers = try await keys.connection().pipeline(
            feeds.map { ["ZRANGE", RedisArgument("\(keys.prefix)\($0):reblogs"), 0, -1] })
        var aftermath = Aftermath()
        for (feed, answer) in zip(feeds, answers) {
            let sets = answer.numbers.sorted().map { "\(feed):reblogs:\($0)" }
            aftermath.change(.unlink([feed, "\(feed):reblogs"] + sets))
        }
        return aftermath
    }
}

/// What taking posts out of one feed changes, worked out on a copy of it.
///
/// What is written are single members: a post that the server adds meanwhile stays.
struct FeedWithdrawal {
    let feed: Feed
    private var members: Set<Int64>
    private let boosted: Set<Int64>
    /// The boosts known of a post, for those `boosted(by:)` asks for.
    var boosts: [Int64: Set<Int64>] = [:]
    private(set) var aftermath = Aftermath()

    init(_ feed: Feed, members: Set<Int64>, boosted: Set<Int64>) {
        self.feed = feed
        self.members = members
        self.boosted = boosted
    }

    /// The posts that those of these boost which the feed shows, or may come to show.
    func boosted(by posts: [DoomedPost]) -> [Int64] {
        guard feed.joinsBoosts else { return [] }
        return Set(posts.compactMap(\.boosted)).filter { boosted.contains($0) }.sorted()
            + Set(posts.filter { members.contains($0.id) }.compactMap(\.boosted)).subtracting(boosted).sorted()
    }

    mutating func remove(_ post: DoomedPost) {
        if let original = post.boosted, feed.joinsBoosts {
            guard members.contains(post.id) else { return }
            let set = feed.boostsKey(of: original)
            boosts[original, default: []].remove(post.id)
            aftermath.change(.remove(from: set, ["\(post.id)"]))
            aftermath.change(.drop(from: feed.boostsKey, ["\(original)"]))
            if let other = boosts[original]?.min() {
                members.insert(other)
                aftermath.change(.rank(in: feed.key, "\(other)", score: other))
                aftermath.change(.rank(in: feed.boostsKey, "\(original)", score: other))
            }
        } else if boosted.contains(post.id) || members.contains(post.id) {
            aftermath.change(.unlink([feed.boostsKey(of: post.id)]))
            aftermath.change(.drop(from: feed.boostsKey, ["\(post.id)"]))
        }
        guard members.remove(post.id) != nil else { return }
        aftermath.change(.drop(from: feed.key, ["\(post.id)"]))
        aftermath.change(.publish(feed.channel, DoomedAccounts.deletion(of: post.id)))
    }
}

extension RedisValue {
    /// The numbers among the strings of an array.
    fileprivate var numbers: Set<Int64> { Set((texts ?? []).compactMap { Int64($0) }) }
}
