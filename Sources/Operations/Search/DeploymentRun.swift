import Model
import Stores

/// What a deployment knows while it runs: how far it is, what is open, what changes meanwhile.
actor DeploymentRun {
    private(set) var checkpoint: DeploymentCheckpoint
    private(set) var open: [IndexPlan] = []
    private var watches: [SearchIndex: ChangeWatch] = [:]
    private var lastSaved = ContinuousClock.now
    nonisolated let allowance = BulkAllowance()

    private let file: String

    /// - Parameter file: where it is kept.
    init(_ checkpoint: DeploymentCheckpoint, file: String) {
        self.checkpoint = checkpoint
        self.file = file
    }

    /// The identity of the open index, which another of the same name has not.
    private var identities: [SearchIndex: String] = [:]

    func opened(_ plan: IndexPlan, identity: String?) {
        open.append(plan)
        identities[plan.index] = identity
    }

    func isStill(_ plan: IndexPlan, _ identity: String?) -> Bool { identities[plan.index] == identity }

    func closed(_ plan: IndexPlan) { open.removeAll { $0 == plan } }

    /// Notes how far it is, at most once a second.
    func reached(_ cursor: String, _ state: StateFolder<ReadWrite>) throws {
        checkpoint.cursor = cursor
        guard cursor.hasSuffix(":done") || ContinuousClock.now - lastSaved > .seconds(1) else { return }
        try save(to: state)
    }

    func save(to state: StateFolder<ReadWrite>) throws {
        lastSaved = .now
        try state.write(file, checkpoint.bytes)
    }

    // MARK: - what changes meanwhile

    var watched: [SearchIndex] { SearchIndex.allCases.filter { watches[$0] != nil } }

    func watch(_ index: SearchIndex, at site: Site<ReadWrite>) async throws {
        let watch = ChangeWatch(index, since: checkpoint.started)
        try await watch.begin(at: site)
        watches[index] = watch
    }

    /// What has changed since it was asked last.
    func changes(of index: SearchIndex, at site: Site<ReadWrite>) async throws -> SearchSlice? {
        try await watches[index]?.changes(at: site)
    }

    func stopWatching() async {
        for watch in watches.values { await watch.end() }
        watches = [:]
    }
}
