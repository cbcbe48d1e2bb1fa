import Model
import Testing

@Suite struct BlockGuardTests {
    private let own = ["Social.example.org", "web.social.example.org"]

    @Test(
        arguments: [
            ("social.example.org", .own("social.example.org")),
            ("web.social.example.org", .own("web.social.example.org")),
            ("example.org", .aboveOwn("example.org", own: "social.example.org")),
            ("org", .aboveOwn("org", own: "social.example.org")), ("com", .publicSuffix("com")),
            ("localhost", .publicSuffix("localhost")), ("co.uk", .publicSuffix("co.uk")),
            ("xn--p1ai", .publicSuffix("xn--p1ai")),
        ] as [(String, BlockRefusal)])
    func `the own domain, those above it and those of everybody are refused`(domain: String, refusal: BlockRefusal) {
        #expect(BlockGuard(own: own).refusal(of: domain) == refusal)
        #expect(BlockGuard(own: own, allowing: [domain.uppercased()]).refusal(of: domain) == nil)
        #expect(refusal.domain == domain && !refusal.reason.isEmpty && !refusal.isAboutAbsence)
    }

    @Test(arguments: [
        "other.example.org", "cdn.social.example.org", "example.com", "notsocial.example.org", "a.co.uk", "uk.co",
    ])
    func `other domains are not`(domain: String) {
        #expect(BlockGuard(own: own).refusal(of: domain) == nil)
    }

    @Test func `a declared list leaves them out with the reason`() {
        let policy = BlockListPolicy(name: "main", sources: [])
        var merged = MergedBlocks(.max)
        let source = BlockListSource(name: "s", place: .file("s"))
        merged.begin(source)
        for domain in ["org", "social.example.org", "com", "co.uk", "bad.example"] {
            merged.add(BlockEntry(domain, BlockRule(severity: .suspend)), of: source)
        }
        merged.settle()
        let review = BlockReview(
            policy: policy, merged: merged, present: [:], applied: [:], followers: [:], own: own, isComplete: true)
        let reasons = Dictionary(uniqueKeysWithValues: review.proposals().map { ($0.domain, $0.reason) })
        #expect(reasons["bad.example"] == .some(nil))
        #expect(reasons["org"] == "protected: social.example.org is this server's own")
        #expect(reasons["social.example.org"] == "protected: social.example.org is this server's own")
        #expect(reasons["com"] == "it is no server's, but above the domains of many")
        #expect(reasons["co.uk"] == "it is no server's, but above the domains of many")
        #expect(review.proposals().compactMap(\.change).map(\.domain) == ["bad.example"])
    }
}
