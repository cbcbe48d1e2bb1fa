import Testing

@testable import Model

@Suite struct AccountRefusalTests {
    private static let owner = ModeratorPowers(
        account: AccountReference(id: 1, username: "owner", domain: nil), permissions: 1, rank: 1_000)
    private static let moderator = ModeratorPowers(
        account: AccountReference(id: 2, username: "moddy", domain: nil), permissions: 0x410, rank: 10)
    private static let helper = ModeratorPowers(
        account: AccountReference(id: 3, username: "helper", domain: nil), permissions: 0x400, rank: 5)
    private static let reporter = ModeratorPowers(
        account: AccountReference(id: 4, username: "reporter", domain: nil), permissions: 0x10, rank: 10)

    private func account(
        id: Int64 = 9, domain: String? = nil, rank: Int? = -1, approved: Bool = true,
        suspended: AccountStanding.Suspension? = nil, reports: Int = 0
    ) -> AccountStanding {
        AccountStanding(
            account: AccountReference(id: id, username: "alice", domain: domain), suspension: suspended,
            isSilenced: false, isSensitized: false,
            user: domain != nil
                ? nil
                : rank.map { .init(id: id, email: "a@b.example", isDisabled: false, isApproved: approved, rank: $0) },
            openReports: reports)
    }

    private func refusal(
        _ action: AccountAction, _ standing: AccountStanding, by moderator: ModeratorPowers = owner
    ) -> AccountRefusal? {
        AccountRefusal(action, on: standing, by: moderator)
    }

    @Test(arguments: [AccountAction.suspend, .silence, .sensitize, .disable])
    func `nobody acts against himself or those who stand as high`(action: AccountAction) {
        #expect(refusal(action, account(id: 1, rank: 1_000)) == .moderatorHimself)
        #expect(refusal(action, account(rank: 1_000)) == .rank)
        #expect(refusal(action, account(rank: 999)) == nil)
        #expect(refusal(action, account(rank: 10), by: Self.moderator) == .rank)
        #expect(refusal(action, account(rank: 9), by: Self.moderator) == nil)
        #expect(refusal(action, account(), by: Self.moderator) == nil)
    }

    @Test(arguments: [AccountAction.unsilence, .desensitize, .enable])
    func `taking back asks for no rank`(action: AccountAction) {
        #expect(refusal(action, account(rank: 1_000), by: Self.moderator) == nil)
    }

    @Test(arguments: AccountAction.allCases)
    func `a moderator without the permission does nothing`(action: AccountAction) {
        #expect(refusal(action, account(approved: false), by: Self.reporter) == .lacks(action.permission))
    }

    @Test func `only an account suspended here is unsuspended`() {
        #expect(refusal(.unsuspend, account()) == .notSuspended)
        #expect(refusal(.unsuspend, account(suspended: .unknown)) == .notSuspended)
        #expect(refusal(.unsuspend, account(domain: "a.example", suspended: .there)) == .suspendedByItsServer)
        #expect(refusal(.unsuspend, account(domain: "a.example", suspended: .here)) == nil)
    }

    @Test(arguments: [AccountAction.disable, .enable, .reject])
    func `users only are disabled, enabled and rejected`(action: AccountAction) {
        #expect(refusal(action, account(domain: "a.example")) == .remote)
        #expect(refusal(action, account(rank: nil)) == .withoutUser)
        #expect(refusal(action, account(domain: "a.example"))?.isAboutData == true)
    }

    @Test func `only who waits is rejected, and the server itself stays`() {
        #expect(refusal(.reject, account()) == .approvedAlready)
        #expect(refusal(.reject, account(approved: false)) == nil)
        #expect(refusal(.suspend, account(id: -99, rank: nil)) == .serverItself)
    }

    @Test func `open reports ask for the right to resolve them`() {
        #expect(refusal(.silence, account(reports: 1), by: Self.helper) == .openReports)
        #expect(refusal(.silence, account(), by: Self.helper) == nil)
        #expect(refusal(.silence, account(reports: 1), by: Self.moderator) == nil)
    }

    @Test func `signing somebody out asks for the right to people's access`() {
        #expect(refusal(.revokeSessions, account(), by: Self.moderator) == .lacks(.manageUserAccess))
        #expect(refusal(.revokeSessions, account()) == nil)
        #expect(refusal(.revokeSessions, account(id: 1, rank: 1_000)) == .moderatorHimself)
        #expect(refusal(.revokeSessions, account(domain: "a.example")) == .remote)
    }

    @Test func `roles are for local users below the moderator, memorials for local accounts with or without one`() {
        #expect(refusal(.role, account()) == nil)
        #expect(refusal(.role, account(rank: 1_000)) == .rank)
        #expect(refusal(.role, account(rank: nil)) == .withoutUser)
        #expect(refusal(.role, account(domain: "a.example")) == .remote)
        #expect(refusal(.memorialize, account(rank: nil)) == nil)
        #expect(refusal(.memorialize, account(rank: 1_000)) == .rank)
        #expect(refusal(.memorialize, account(domain: "a.example")) == .remote)
        #expect(refusal(.memorialize, account(id: -99, rank: nil)) == .serverItself)
    }

    @Test func `who has the role already is so already, and no role is one too`() {
        var standing = account()
        #expect(standing.isAlready(.role) && !standing.isAlready(.role, role: "Moderator"))
        standing.user?.role = "Moderator"
        #expect(!standing.isAlready(.role) && standing.isAlready(.role, role: "Moderator"))
        #expect(standing.seen(for: .role) != account().seen(for: .role))
    }

    @Test func `what was seen changes with what the action is about and with nothing else`() {
        let plain = account()
        var other = plain
        other.isSilenced = true
        #expect(plain.seen(for: .suspend) == other.seen(for: .suspend))
        #expect(plain.seen(for: .silence) != other.seen(for: .silence))
        #expect(!plain.isAlready(.silence) && other.isAlready(.silence) && plain.isAlready(.unsilence))
    }
}
