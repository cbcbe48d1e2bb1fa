import Model
import Testing

@Suite struct BlockReviewTests {
    private let marker = "[mastoctl:main] from one"

    private func review(
        _ wanted: [String: BlockRule], present: [String: BlockRule] = [:], applied: [String: BlockRule] = [:],
        followers: [String: Int] = [:], retracted: [String] = [], isComplete: Bool = true,
        _ change: (inout BlockListPolicy) -> Void = { _ in }
    ) -> [String: BlockProposal] {
        var policy = BlockListPolicy(name: "main", sources: [])
        change(&policy)
        let source = BlockListSource(name: "one", place: .file("/x"))
        var merged = MergedBlocks(.max)
        merged.begin(source)
        for (domain, rule) in wanted { merged.add(BlockEntry(domain, rule), of: source) }
        for domain in retracted { merged.retract(domain) }
        merged.settle()
        let proposals = BlockReview(
            policy: policy, merged: merged, present: present, applied: applied, followers: followers,
            own: ["social.home.example"], isComplete: isComplete
        ).proposals()
        return Dictionary(uniqueKeysWithValues: proposals.map { ($0.domain, $0) })
    }

    private let suspend = BlockRule(severity: .suspend)
    private let silence = BlockRule(severity: .silence)
    private var ours: BlockRule { BlockRule(severity: .suspend, privateComment: marker) }

    @Test func `what is listed and not blocked is added, with its marker`() {
        let found = review(["a.example": suspend])["a.example"]
        #expect(found?.change == .add(BlockEntry("a.example", ours)))
    }

    @Test func `what is blocked as listed stays, whoever did it`() {
        for now in [ours, suspend] {
            #expect(review(["a.example": suspend], present: ["a.example": now])["a.example"]?.verdict == .same)
        }
    }

    @Test func `what this list did earlier follows the list`() {
        let found = review(["a.example": silence], present: ["a.example": ours], applied: ["a.example": ours])
        #expect(found["a.example"]?.verdict == .amend)
        #expect(found["a.example"]?.wanted?.severity == .silence)
        // A record that is lost changes nothing about that.
        #expect(review(["a.example": silence], present: ["a.example": ours])["a.example"]?.verdict == .amend)
    }

    @Test func `what somebody changed by hand since is left as it is`() {
        var changed = ours
        changed.severity = .silence
        let found = review(["a.example": suspend], present: ["a.example": changed], applied: ["a.example": ours])
        #expect(found["a.example"]?.verdict == .kept)
        let gone = review(["a.example": suspend], applied: ["a.example": ours])
        #expect(gone["a.example"]?.verdict == .kept)
        #expect(gone["a.example"]?.reason == "unblocked here by hand")
        let unlisted = review([:], present: ["a.example": changed], applied: ["a.example": ours])
        #expect(unlisted["a.example"]?.verdict == .kept)
    }

    @Test func `a block made by hand is made stricter only when the list may`() {
        let found = review(["a.example": suspend], present: ["a.example": silence])
        #expect(found["a.example"]?.verdict == .kept)
        let adopted = review(["a.example": suspend], present: ["a.example": silence]) { $0.adopts = true }
        #expect(adopted["a.example"]?.verdict == .amend)
        let stricter = review(["a.example": silence], present: ["a.example": suspend]) { $0.adopts = true }
        #expect(stricter["a.example"]?.verdict == .same)
        let media = BlockRule(severity: .silence, rejectMedia: true)
        let mixed = review(
            ["a.example": BlockRule(severity: .silence, rejectReports: true)], present: ["a.example": media]
        ) { $0.adopts = true }
        #expect(mixed["a.example"]?.wanted?.rejectMedia == true)
        #expect(mixed["a.example"]?.wanted?.rejectReports == true)
    }

    @Test func `what is no longer listed goes as the list says, and only when it is this list's`() {
        let present = ["a.example": ours, "hand.example": suspend]
        #expect(review([:], present: present)["a.example"]?.verdict == .remove)
        #expect(review([:], present: present)["hand.example"] == nil)
        #expect(review([:], present: present) { $0.removal = .never }["a.example"]?.verdict == .kept)
        #expect(review([:], present: present) { $0.removal = .retracted }["a.example"]?.verdict == .kept)
        let retracted = review([:], present: present, retracted: ["a.example", "hand.example"]) {
            $0.removal = .retracted
        }
        #expect(retracted["a.example"]?.verdict == .remove)
        #expect(retracted["hand.example"]?.verdict == .kept)
        let other = review([:], present: ["a.example": ours]) { $0.name = "other" }
        #expect(other["a.example"] == nil)
    }

    @Test func `a missing source takes nothing away, a retraction still does`() {
        let present = ["a.example": ours, "b.example": ours]
        let found = review([:], present: present, retracted: ["b.example"], isComplete: false)
        #expect(found["a.example"]?.verdict == .kept)
        #expect(found["b.example"]?.verdict == .remove)
    }

    @Test func `a domain that people follow is limited, and they are counted`() {
        let found = review(["a.example": suspend], followers: ["a.example": 3])["a.example"]
        #expect(found?.verdict == .add)
        #expect(found?.wanted?.severity == .silence)
        #expect(found?.followers == 3)
        let spared = review(["a.example": suspend], followers: ["a.example": 1]) { $0.followedSeverity = .noop }
        #expect(spared["a.example"]?.verdict == .kept)
    }

    @Test func `this server, what is protected and what is allowed are never blocked`() {
        let wanted = [
            "social.home.example": suspend, "home.example": suspend, "sub.social.home.example": suspend,
            "friend.example": suspend, "sub.friend.example": suspend, "spare.example": suspend, "free.example": suspend,
        ]
        let found = review(wanted, present: ["friend.example": ours]) {
            $0.allowed = ["friend.example", "good.free.example"]
            $0.protected = ["spare.example"]
        }
        #expect(found.values.filter { $0.verdict == .add }.isEmpty)
        #expect(found["friend.example"]?.verdict == .remove)
        #expect(found["sub.friend.example"]?.reason == "allowed with friend.example")
        #expect(found["free.example"]?.reason == "would also hit good.free.example, which is allowed")
        #expect(found["home.example"]?.reason == "protected: social.home.example is this server's own")
    }

    @Test func `what is named by who runs it is blocked all the same`() {
        let wanted = ["home.example": suspend, "friend.example": suspend, "co.uk": suspend, "com": suspend]
        let found = review(wanted) {
            $0.allowed = ["friend.example"]
            $0.forced = ["Home.example", "friend.example", "co.uk"]
        }
        #expect(
            found.values.filter { $0.verdict == .add }.map(\.domain).sorted() == [
                "co.uk", "friend.example", "home.example",
            ])
        #expect(found["com"]?.verdict == .kept)
    }

    @Test func `what a parent's block does already is not done again`() {
        let found = review([
            "bad.example": suspend, "sub.bad.example": suspend, "soft.example": silence, "x.soft.example": suspend,
        ])
        #expect(found["sub.bad.example"]?.verdict == .same)
        #expect(found["sub.bad.example"]?.reason == "covered by bad.example")
        #expect(found["x.soft.example"]?.verdict == .add)
        let guarded = review(["bad.example": suspend, "sub.bad.example": suspend], followers: ["bad.example": 2])
        #expect(guarded["sub.bad.example"]?.verdict == .add)
    }

    @Test func `after its own changes were made a list has nothing more to do`() {
        let wanted = ["a.example": suspend, "b.example": silence, "sub.a.example": suspend, "f.example": suspend]
        let first = review(wanted, followers: ["f.example": 1])
        var present: [String: BlockRule] = [:]
        for case .add(let entry)? in first.values.map(\.change) { present[entry.domain] = entry.rule }
        #expect(present.count == 3)
        let second = review(wanted, present: present, applied: present, followers: ["f.example": 1])
        #expect(second.values.compactMap(\.change).isEmpty)
    }
}
