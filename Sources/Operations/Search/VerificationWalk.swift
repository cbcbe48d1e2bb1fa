import Faults
import Model
import Stores

/// Walks rows and documents side by side.
actor VerificationWalk {
    private var indexes: ArraySlice<SearchIndex>
    private let sample: Int?
    private let top: Int
    private let site: Site<ReadOnly>
    private let cluster: SearchCluster<ReadOnly>
    private var place = SearchPlace()
    private var looked = 0
    private var listed = 0
    private var hasBegun = false
    /// Whether all rows are looked at: nobody asked for a sample, or the table has no more rows than it.
    private var isWhole = true
    /// What is told already, for the places of a sample may overlap.
    private var told: Set<DocumentID> = []

    init(indexes: [SearchIndex], sample: Int?, top: Int, site: Site<ReadOnly>, cluster: SearchCluster<ReadOnly>) {
        self.indexes = indexes[...]
        self.sample = sample
        self.top = top
        self.site = site
        self.cluster = cluster
    }

    func next() async throws -> Batch<DeviatingDocument>? {
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
            if let batch = try await batch(of: index) { return batch }
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

    private func batch(of index: SearchIndex) async throws -> Batch<DeviatingDocument>? {
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
        guard page.count == SearchCluster<ReadOnly>.window, case .number(let last)? = page.last?.0, last < through
        else {
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
    private func leftovers(of index: SearchIndex) async throws -> Batch<DeviatingDocument>? {
        switch sweep ?? .going(token: nil) {
        case .over:
            sweep = nil
            return nil
        case .going(let token):
            if index.documentsTellTheirID {
                var after = Int64.min
                if case .number(let id) = place.id { after = id }
                let page = try await cluster.page(of: index, after: after, through: .max)
                if page.count < SearchCluster<ReadOnly>.window { sweep = .over }
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
            var batch = deviations(
                index, wanted: [:],
                found: Dictionary(ids.filter { !known.contains($0) }.map { ($0, .null) }, uniquingKeysWith: { $1 }))
            batch.tally.visited = 0
            return batch
        }
    }

    private func compare(
        _ index: SearchIndex, _ source: SearchSource, _ slice: SearchSlice
    ) async throws -> Batch<DeviatingDocument> {
        let documents = try await source.documents(of: slice, at: site)
        var wanted: [DocumentID: JSONValue] = [:]
        for document in documents {
            wanted[document.id] = JSONValue(parsing: String(decoding: document.body, as: UTF8.self))
        }
        let ids = try await source.ids(of: slice, at: site)
        var found = try await cluster.documents(of: index, in: slice, ids: ids)
        // Rows out of scope whose documents are still there are found by the sweep, once.
        if isWhole, !index.documentsTellTheirID { found = found.filter { wanted[$0.key] != nil } }
        var batch = deviations(index, wanted: wanted, found: found)
        batch.tally.visited = max(documents.count, found.count)
        return batch
    }

    private func deviations(
        _ index: SearchIndex, wanted: [DocumentID: JSONValue], found: [DocumentID: JSONValue]
    ) -> Batch<DeviatingDocument> {
        var batch = Batch<DeviatingDocument>([], visited: found.count)
        func add(_ id: DocumentID, _ kind: Figure.Deviation, _ item: String) {
            guard isWhole || told.insert(id).inserted else { return }
            batch.items.append(DeviatingDocument(index: index, id: id))
            batch.tally.problems += 1
            batch.tally.note(.deviating(index, kind), count: 1)
            if listed < top {
                listed += 1
                batch.tally.findings.append(
                    Finding(kind: "\(index.name) \(kind.rawValue)", id: "\(id)", item: item, isLocal: false))
            }
        }
        for (id, document) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let other = found[id] else {
                add(id, .missing, "not in the index")
                continue
            }
            let fields = document.fields(differingFrom: other)
            if !fields.isEmpty { add(id, .different, fields.joined(separator: ", ")) }
        }
        for id in found.keys.sorted() where wanted[id] == nil {
            add(id, .extra, "its row is gone or does not belong there")
        }
        return batch
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
