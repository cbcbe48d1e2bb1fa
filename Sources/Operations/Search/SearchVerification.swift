import Faults
import Model
import Stores

/// Compares the search indexes with the database, document by document and field by field.
///
/// Found are documents that are missing, that should not be there (their row is gone or has left the index' scope), and
/// that say something else. Put right are exactly those.
package struct SearchVerification: Operation {
    let indexes: [SearchIndex]
    /// Rows looked at for each index; nil for all.
    let sample: Int?
    /// How many findings are listed.
    let top: Int

    package init(indexes: [SearchIndex] = SearchIndex.allCases, sample: Int? = nil, top: Int = 20) {
        self.indexes = indexes
        self.sample = sample
        self.top = top
    }

    package var card: Card { Card("search verify", of: "documents", "repaired", tables: [], isCheck: true) }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<DeviatingDocument> {
        let (cluster, _) = try await SearchAccess.greeted(of: site)
        _ = try SearchAccess.release(of: site)
        let walk = VerificationWalk(indexes: indexes, sample: sample, top: top, site: site, cluster: cluster)
        let allowance = BulkAllowance()
        return Prepared(Survey(count: nil), Batches { { try await walk.next() } }) { documents, site in
            guard let index = documents.first?.index else { return Outcome() }
            let cluster = try SearchAccess.cluster(of: site)
            let sending = BulkSending(cluster: cluster, target: cluster.name(index.name), allowance: allowance)
            return try await Self.repair(documents.map(\.id), index, sending, at: site)
        }
    }

    /// What is in the index is what rows say now; rows are read again, as they may have changed since.
    private static func repair(
        _ ids: [DocumentID], _ index: SearchIndex, _ sending: BulkSending, at site: Site<ReadWrite>
    ) async throws -> Outcome {
        let documents = try await SearchSource(index, site.instance).documents(of: .naming(ids), at: site)
        let present = Set(documents.map(\.id))
        do {
            let result = try await sending.send(documents, deleting: ids.filter { !present.contains($0) })
            var outcome = Outcome(changed: result.sent + result.deleted, bytes: result.bytes, failures: result.failures)
            outcome.solved = outcome.changed
            return outcome
        } catch let error as SearchError where error.isReadOnlyBlock {
            throw SearchAccess.readOnly(error, index)
        }
    }
}

/// A document that is not as its row says; those of one batch are of one index.
package struct DeviatingDocument: WorkItem {
    package let index: SearchIndex
    package let id: DocumentID

    package var label: String? { "\(index.name) \(id)" }
}
