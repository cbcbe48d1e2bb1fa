import Model
import Testing

@testable import Stores

@Suite struct FeedWithdrawalTests {
    private let home = Feed(key: "feed:home:1", channel: "timeline:1", joinsBoosts: true)

    private func withdrawal(_ members: Set<Int64>, boosted: Set<Int64> = [], joins: Bool = true) -> FeedWithdrawal {
        var feed = home
        feed.joinsBoosts = joins
        return FeedWithdrawal(feed, members: members, boosted: boosted)
    }

    @Test func `a post leaves the feed and those who look at it are told`() {
        var feed = withdrawal([5, 6])
        feed.remove(DoomedPost(id: 5, account: 9, boosted: nil))
        #expect(feed.aftermath.keys.contains(.drop(from: "feed:home:1", ["5"])))
        #expect(feed.aftermath.keys.last == .publish("timeline:1", #"{"event":"delete","payload":"5"}"#))
    }

    @Test func `a post that is not in the feed changes nothing`() {
        var feed = withdrawal([6])
        feed.remove(DoomedPost(id: 5, account: 9, boosted: nil))
        feed.remove(DoomedPost(id: 7, account: 9, boosted: 3))
        #expect(feed.aftermath.isEmpty)
    }

    @Test func `another boost takes the place of one that goes, the oldest first`() {
        var feed = withdrawal([20], boosted: [3])
        #expect(feed.boosted(by: [DoomedPost(id: 20, account: 9, boosted: 3)]) == [3])
        feed.boosts = [3: [20, 31, 30]]
        feed.remove(DoomedPost(id: 20, account: 9, boosted: 3))
        #expect(feed.aftermath.keys.contains(.rank(in: "feed:home:1", "30", score: 30)))
        #expect(feed.aftermath.keys.contains(.rank(in: "feed:home:1:reblogs", "3", score: 30)))
        feed.remove(DoomedPost(id: 30, account: 9, boosted: 3))
        #expect(feed.aftermath.keys.contains(.rank(in: "feed:home:1", "31", score: 31)))
    }

    @Test func `where boosts are not joined each stands for itself`() {
        var feed = withdrawal([20], boosted: [3], joins: false)
        #expect(feed.boosted(by: [DoomedPost(id: 20, account: 9, boosted: 3)]).isEmpty)
        feed.remove(DoomedPost(id: 20, account: 9, boosted: 3))
        #expect(feed.aftermath.keys.contains(.drop(from: "feed:home:1", ["20"])))
        #expect(!feed.aftermath.keys.contains { if case .rank = $0 { true } else { false } })
    }
}
