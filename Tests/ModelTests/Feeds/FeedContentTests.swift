import Model
import Testing

@Suite struct FeedContentTests {
    private func content(_ posts: [Int64], boosts: [(Int64, Int64)] = []) -> FeedContent {
        FeedContent(
            posts.map { .init($0, score: Double($0)) }, boosts: boosts.map { .init($0.0, score: Double($0.1)) },
            falloff: 40)
    }

    @Test func `a post stands once, in order of its id`() {
        var feed = content([10, 30])
        for post: Int64 in [20, 20, 40] { feed.add(post, boosting: nil, joins: true) }
        #expect(feed.members.map(\.post) == [10, 20, 30, 40])
    }

    @Test func `a boost of what is near the top is not shown, nor a second one`() {
        var feed = content([10])
        feed.add(20, boosting: 10, joins: true)
        #expect(feed.members.map(\.post) == [10])
        feed.add(21, boosting: 5, joins: true)
        feed.add(22, boosting: 5, joins: true)
        #expect(feed.members.map(\.post) == [10, 21])
        #expect(feed.boosts == [5: 21])
        #expect(feed.further == [5: [22]])
        // The original comes late: its boost stands for it.
        feed.add(5, boosting: nil, joins: true)
        #expect(feed.members.map(\.post) == [10, 21])
        feed.add(23, boosting: 5, joins: false)
        #expect(feed.members.map(\.post) == [10, 21, 23])
    }

    @Test func `what is too much goes from the old end, and boosts far down are forgotten`() {
        var feed = content(Array(1...830), boosts: [(900, 100), (901, 825)])
        feed.trim()
        #expect(feed.members.count == 800)
        #expect(feed.oldest == 31)
        #expect(feed.boosts == [901: 825])
        #expect(feed.forgotten == [900])
    }

    /// Ids of one second are closer together than floating-point numbers that large.
    @Test func `posts of one score stand in the order of their letters`() {
        let base: Int64 = 116_566_717_561_517_872
        var feed = content([])
        for post in [base + 9, base + 1, base + 5] { feed.add(post, boosting: nil, joins: true) }
        #expect(
            feed.members.map(\.post)
                == [base + 1, base + 5, base + 9].sorted { (Double($0), "\($0)") < (Double($1), "\($1)") })
    }
}
