import Faults
import Model
import Stores

/// Compares the search indexes with the database, document by document and field by field.
///
/// Found are documents that are missing, that should not be there (their row is gone or has left the index' scope), and
/// that say something else. Put right are exactly those.
package struct SearchVerification: Operation {
    package var name: String { "search verify" }
    package var risk: Risk { .mild }
    package var deed: String { "repaired" }
    package var idle: String? { "nothing to repair" }
    package var tables: Set<String> { [] }

    let indexes: [SearchIndex]
    /// Rows looked at for each index; nil for all.
    let sample: Int?
    /// How many findings are listed.
    let top: Int
    private let allowance = BulkAllowance()

    package init(indexes: [SearchIndex] = SearchIndex.allCases, sample: Int? = nil, top: Int = 20) {
        self.indexes = indexes
        self.sample = sample
        self.top = top
    }

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        _ = try await SearchAccess.greeted(of: site)
        _ = try SearchAccess.release(of: site)
        return Survey(count: nil, noun: "documents")
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<SearchDeviations> {
        let cluster = try SearchAccess.cluster(of: site)
        let walk = VerificationWalk(indexes: indexes, sample: sample, top: top, site: site, cluster: cluster)
        return Steps { { try await walk.next() } }
    }

    /// What is in the index is what rows say now; rows are read again, as they may have changed since.
    package func perform(_ step: SearchDeviations, at site: Site<ReadWrite>) async throws -> Outcome {
        guard !step.ids.isEmpty else { return Outcome() }
        let cluster = try SearchAccess.cluster(of: site)
        let target = cluster.name(step.index.name)
        let sending = BulkSending(cluster: cluster, target: target, allowance: allowance)
        let documents = try await SearchSource(step.index, site.instance).documents(of: .naming(step.ids), at: site)
        let present = Set(documents.map(\.id))
        do {
            let result = try await sending.send(documents, deleting: step.ids.filter { !present.contains($0) })
            var outcome = Outcome(changed: result.sent + result.deleted, bytes: result.bytes, failures: result.failures)
            outcome.solved = outcome.changed
            return outcome
        } catch let error as SearchError where error.isReadOnlyBlock {
            throw SearchAccess.readOnly(error, step.index)
        }
    }
}

/// Some documents of an index that are not as the rows say.
package struct SearchDeviations: OperationStep {
    package let index: SearchIndex
    package var ids: [DocumentID]
    package var visited: Int
    package var problems: Int
    package var findings: [Finding]
    package var details: [String: Int64]

    package var count: Int { ids.count }
    package var labels: [String] { ids.map { "\(index.name) \($0)" } }

    package func prefix(_ count: Int) -> Self {
        var step = self
        step.ids = Array(ids.prefix(count))
        return step
    }

    package func dropFirst(_ count: Int) -> Self {
        SearchDeviations(
            index: index, ids: Array(ids.dropFirst(count)), visited: 0, problems: 0, findings: [], details: [:])
    }
}

/// Walks rows and documents side by side.
actor VerificationWalk {
    private var indexes: ArraySlice<SearchIndex>
    private let sample: Int?
    private let top: Int
    private let site: Site<ReadOnly>
    private let cluster: SearchCluster
    private var place = SearchPlace()
    private var looked = 0
    private var listed = 0
    private var hasBegun = false
    /// Whether all rows are looked at: nobody asked for a sample, or the table has no more rows than it.
    private var isWhole = true
    /// What is told already, for the places of a sample may overlap.
    private var told: Set<DocumentID> = []

    init(indexes: [SearchIndex], sample: Int?, top: Int, site: Site<ReadOnly>, cluster: SearchCluster) {
        self.indexes = indexes[...]
        self.sample = sample
        self.top = top
        self.site = site
        self.cluster = cluster
    }

    func next() async throws -> SearchDeviations? {
        while let index = indexes.first {
            if !hasBegun {
                hasBegun = true
                isWhole = try await isWhole(index)
                told = []
                guard try await cluster.state(of: index.name) != nil else {
                    throw Fault(
                        .noSuch, "there is no index \(cluster.name(index.name)) at \(cluster.address)",
                        help: "make it with `mastoctl search deploy --only \(index.name)`")
                }
            }
            if let step = try await step(of: index) { return step }
            indexes.removeFirst()
            place = SearchPlace()
            looked = 0
            hasBegun = false
        }
        return nil
    }

    private func isWhole(_ index: SearchIndex) async throws -> Bool {
        guard let sample else { return true }
        return try await SearchSource(index, site.instance).hasAtMost(sample, at: site)
    }

    private func step(of index: SearchIndex) async throws -> SearchDeviations? {
        if let sample, !isWhole, looked >= sample { return nil }
        let source = SearchSource(index, site.instance)
        let size = isWhole ? 500 : min(500, (sample ?? .max) - looked)
        if !isWhole, let pivot = try await source.randomPlace(at: site) { place = pivot }
        let after = place
        guard let next = try await site.database.read({ try await source.slice(after: after, size: size, over: $0) })
        else {
            // What lies behind the last row has no row.
            guard isWhole, let rest = try await leftovers(of: index) else { return nil }
            return rest
        }
        place = next.place
        looked += next.rows
        return try await compare(index, source, try await bearable(next.slice, index))
    }

    /// The beginning of a slice in which the index has no more documents than a page: rows that are gone may have left
    /// any number of them between two rows.
    private func bearable(_ slice: SearchSlice, _ index: SearchIndex) async throws -> SearchSlice {
        guard index.documentsTellTheirID, case .range(let after, let through) = slice else { return slice }
        let page = try await cluster.page(of: index, after: after, through: through)
        guard page.count == SearchCluster.window, case .number(let last)? = page.last?.0, last < through else {
            return slice
        }
        place = SearchPlace(.number(last))
        return .range(after: after, through: last)
    }

    /// Where the sweep through what the rows did not lead to is; nil before it.
    private var sweep: Sweep?

    private enum Sweep {
        case going(token: String?)
        case over
    }

    /// Documents behind the last row, or anywhere where documents do not tell their own id.
    private func leftovers(of index: SearchIndex) async throws -> SearchDeviations? {
        switch sweep ?? .going(token: nil) {
        case .over:
            sweep = nil
            return nil
        case .going(let token):
            if index.documentsTellTheirID {
                var after = Int64.min
                if case .number(let id) = place.id { after = id }
                let page = try await cluster.page(of: index, after: after, through: .max)
                if page.count < SearchCluster.window { sweep = .over }
                if let last = page.last?.0 { place = SearchPlace(last) }
                return deviations(index, wanted: [:], found: Dictionary(page, uniquingKeysWith: { $1 }))
            }
            guard let page = try await cluster.scroll(index.name, next: token) else {
                sweep = nil
                return nil
            }
            sweep = .going(token: page.token)
            let ids = page.documents.map { index.documentID($0.id) }
            let known = try await SearchSource(index, site.instance).idsInScope(.naming(ids), at: site)
            var step = deviations(
                index, wanted: [:],
                found: Dictionary(ids.filter { !known.contains($0) }.map { ($0, .null) }, uniquingKeysWith: { $1 }))
            step.visited = 0
            return step
        }
    }

    private func compare(
        _ index: SearchIndex, _ source: SearchSource, _ slice: SearchSlice
    ) async throws -> SearchDeviations {
        let documents = try await source.documents(of: slice, at: site)
        var wanted: [DocumentID: JSONValue] = [:]
        for document in documents {
            wanted[document.id] = JSONValue(parsing: String(decoding: document.body, as: UTF8.self))
        }
        let ids = try await source.ids(of: slice, at: site)
        var found = try await cluster.documents(of: index, in: slice, ids: ids)
        // Rows out of scope whose documents are still there are found by the sweep, once.
        if isWhole, !index.documentsTellTheirID { found = found.filter { wanted[$0.key] != nil } }
        var step = deviations(index, wanted: wanted, found: found)
        step.visited = max(documents.count, found.count)
        return step
    }

    private func deviations(
        _ index: SearchIndex, wanted: [DocumentID: JSONValue], found: [DocumentID: JSONValue]
    ) -> SearchDeviations {
        var step = SearchDeviations(
            index: index, ids: [], visited: found.count, problems: 0, findings: [], details: [:])
        func add(_ id: DocumentID, _ kind: String, _ item: String) {
            guard isWhole || told.insert(id).inserted else { return }
            step.ids.append(id)
            step.problems += 1
            step.details["\(index.name)_\(kind)", default: 0] += 1
            if listed < top {
                listed += 1
                step.findings.append(Finding(kind: "\(index.name) \(kind)", id: "\(id)", item: item, isLocal: false))
            }
        }
        for (id, document) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let other = found[id] else {
                add(id, "missing", "not in the index")
                continue
            }
            let fields = document.fields(differingFrom: other)
            if !fields.isEmpty { add(id, "different", fields.joined(separator: ", ")) }
        }
        for id in found.keys.sorted() where wanted[id] == nil {
            add(id, "extra", "its row is gone or does not belong there")
        }
        return step
    }
}

extension SearchIndex {
    /// Whether documents hold the id of their row, so that the index can be asked for a range of them.
    fileprivate var documentsTellTheirID: Bool { self == .statuses || self == .publicStatuses || self == .accounts }
}

extension JSONValue {
    /// Names of members that are not the same in both; lists compare whatever their order.
    fileprivate func fields(differingFrom other: JSONValue) -> [String] {
        guard case .object(let mine) = self, case .object(let theirs) = other else { return ["document"] }
        let names = Set(mine.map(\.name)).union(theirs.map(\.name)).sorted()
        return names.filter { name in
            switch (self[name], other[name]) {
            case (.array(let left)?, .array(let right)?):
                left.map(\.text).sorted() != right.map(\.text).sorted()
            case (let left?, let right?): !left.isSame(as: right)
            default: true
            }
        }
    }
}
