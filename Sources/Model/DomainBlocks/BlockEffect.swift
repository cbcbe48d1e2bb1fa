/// What suspensions of many domains take away together.
package struct BlockToll: Sendable, Equatable {
    package var accounts: Int
    /// Local people who lose something.
    package var people: Int
    /// Follows of theirs that end.
    package var following: Int
    /// Followers they lose.
    package var followers: Int

    package init(accounts: Int, people: Int, following: Int, followers: Int) {
        self.accounts = accounts
        self.people = people
        self.following = following
        self.followers = followers
    }
}

/// What a suspension of a domain would take away, or a silence hide.
package struct BlockEffect: Sendable, Equatable, Encodable {
    package var domain: String
    package var accounts: Int
    package var posts: Int
    package var media: Int
    /// Of their files kept here.
    package var bytes: Int64
    /// True when posts and media are so many that they were not counted to the end.
    package var isCapped: Bool
    /// Follows of local people that end.
    package var following: Int
    /// Followers local people lose.
    package var followers: Int
    /// Those who lose the most, worst first.
    package var people: [Person]
    /// Local people concerned.
    package var peopleCount: Int

    package struct Person: Sendable, Equatable, Encodable {
        package var name: String
        package var following: Int
        package var followers: Int

        package init(name: String, following: Int, followers: Int) {
            self.name = name
            self.following = following
            self.followers = followers
        }
    }

    package init(
        domain: String, accounts: Int, posts: Int, media: Int, bytes: Int64, isCapped: Bool, following: Int,
        followers: Int, people: [Person], peopleCount: Int
    ) {
        self.domain = domain
        self.accounts = accounts
        self.posts = posts
        self.media = media
        self.bytes = bytes
        self.isCapped = isCapped
        self.following = following
        self.followers = followers
        self.people = people
        self.peopleCount = peopleCount
    }

    /// How many rows of posts and of media are counted at most.
    package static let cap = 500_000
}
