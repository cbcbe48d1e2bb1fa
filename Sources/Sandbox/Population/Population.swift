import Glibc
import Model

/// The people, posts and files of a sandbox instance.
///
/// Everything follows from the seed, the counts and the clock: the account, post or attachment number *i* is computed
/// from *i* alone, so a million rows need no memory and two loads with the same values are equal. Rows and files come
/// from the same computation and therefore agree.
package struct Population: Sendable {
    package struct Counts: Sendable, Equatable {
        package var localAccounts: Int
        package var remoteAccounts: Int
        /// Remote servers.
        package var domains: Int
        package var statuses: Int
        package var attachments: Int
        package var emoji: Int
        package var previewCards: Int

        package init(
            localAccounts: Int, remoteAccounts: Int, domains: Int, statuses: Int, attachments: Int, emoji: Int = 0,
            previewCards: Int = 0
        ) {
            self.localAccounts = max(localAccounts, 1)
            self.remoteAccounts = max(remoteAccounts, 1)
            self.domains = max(domains, 1)
            self.attachments = max(attachments, 0)
            // Every second post or so carries attachments at most; see `mediaGroups`.
            self.statuses = max(statuses, attachments * 4 / 7 + 8)
            self.emoji = max(emoji, 0)
            self.previewCards = max(previewCards, 0)
        }
    }

    package enum Size: String, CaseIterable, Sendable {
        case small, medium, large

        /// What it takes on disk, servers and files on ext4 together; measured for the first two.
        package var room: ByteCount {
            switch self {
            case .small: ByteCount(400_000_000)
            case .medium: ByteCount(4_000_000_000)
            case .large: ByteCount(30_000_000_000)
            }
        }

        /// As `room`, for the rows alone.
        package var roomWithoutFiles: ByteCount { ByteCount(min(room.bytes, 4_000_000_000)) }

        package var counts: Counts {
            switch self {
            case .small:
                Counts(
                    localAccounts: 40, remoteAccounts: 160, domains: 12, statuses: 2_000, attachments: 1_000,
                    emoji: 40, previewCards: 80)
            case .medium:
                Counts(
                    localAccounts: 200, remoteAccounts: 8_000, domains: 300, statuses: 120_000, attachments: 100_000,
                    emoji: 1_000, previewCards: 8_000)
            case .large:
                Counts(
                    localAccounts: 500, remoteAccounts: 40_000, domains: 2_000, statuses: 700_000,
                    attachments: 1_000_000, emoji: 5_000, previewCards: 60_000)
            }
        }
    }

    package var counts: Counts
    package var seed: UInt64
    package var release: MastodonRelease
    /// The moment the ages are counted from.
    package var now: Instant
    package var localDomain = "sandbox.example"
    /// Days: the newest and the oldest post.
    package var ages: ClosedRange<Double> = 0...730
    /// How much of the posts is from this server, 0 to 1.
    package var localShare = 0.2
    /// How much of the remote media is cached here, 0 to 1.
    package var cachedShare = 0.75
    /// True makes every attachment a JPEG picture with its `small` style: two files each.
    package var hasPicturesOnly = false
    /// True adds the odd cases: orphan files, rows without files, names that need encoding.
    package var hasCuriosities = true
    /// False makes files of a few hundred bytes.
    package var hasVariedSizes: Bool

    package init(_ size: Size, seed: UInt64 = 1, release: MastodonRelease = .v4_6, now: Instant = .now) {
        self.init(size.counts, seed: seed, release: release, now: now)
        hasVariedSizes = size == .small
    }

    package init(_ counts: Counts, seed: UInt64 = 1, release: MastodonRelease = .v4_6, now: Instant = .now) {
        self.counts = counts
        self.seed = seed
        self.release = release
        self.now = now
        hasVariedSizes = false
    }

    /// Nothing but cached remote pictures of two files each and older than `days`, for measurements.
    package static func cachedPictures(
        _ count: Int, olderThan days: Double, release: MastodonRelease = .v4_6, seed: UInt64 = 1,
        now: Instant = .now
    ) -> Population {
        var population = Population(
            Counts(
                localAccounts: 2, remoteAccounts: max(count / 50, 10), domains: max(count / 1000, 5),
                statuses: count * 4 / 7 + 8, attachments: count),
            seed: seed, release: release, now: now)
        population.ages = days + 0.1...days + 700
        population.localShare = 0
        population.cachedShare = 1
        population.hasPicturesOnly = true
        population.hasCuriosities = false
        return population
    }

    /// What dice are thrown for; a word keeps two questions about the same number apart.
    enum Question: UInt64 {
        case account, domain, avatar, header, webfinger, profile, age, author, kind, parent, text, visibility, tag
        case attachment, file, size, cached, version, thumbnail, favourite, bookmark, follow, card, emoji, vote, secret
    }

    /// 64 evenly spread bits for the `index`-th thing.
    func roll(_ question: Question, _ index: Int, _ salt: Int = 0) -> UInt64 {
        Self.mix(
            Self.mix(seed &+ question.rawValue &* 0x9e37_79b9_7f4a_7c15) ^ UInt64(truncatingIfNeeded: index)
                &+ UInt64(truncatingIfNeeded: salt) &* 0xd1b5_4a32_d192_ed03)
    }

    /// A number below `bound`.
    func pick(_ question: Question, _ index: Int, below bound: Int, salt: Int = 0) -> Int {
        Int((roll(question, index, salt) >> 32).multipliedFullWidth(by: UInt64(bound) << 32).high)
    }

    /// A number from 0 up to 1.
    func fraction(_ question: Question, _ index: Int, salt: Int = 0) -> Double {
        Double(roll(question, index, salt) >> 11) / 9_007_199_254_740_992
    }

    /// The finaliser of SplitMix64.
    static func mix(_ value: UInt64) -> UInt64 {
        var bits = value &+ 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        return bits ^ bits >> 31
    }

    /// 16 hex digits, as the server names files.
    func hexName(_ question: Question, _ index: Int, salt: Int = 0) -> String {
        let digits = String(roll(question, index, salt), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    /// The id the server gives at that moment: milliseconds, then 16 bits that tell the things of a millisecond apart.
    static func snowflake(_ instant: Instant, _ low: Int) -> Int {
        instant.milliseconds << 16 | low & 0xffff
    }
}

extension Instant {
    /// This moment, from the system's clock.
    package static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
