import Model
import Stores

/// Finds out which rows of an index change while it is filled aside.
///
/// The server notes in Redis which ids it has to index, and works them off every minute; those notes are read while they
/// are there. Rows that came since the beginning are found by their ids besides, so that nothing depends on a note that
/// was seen too late; only what vanished, and was noted and worked off between two looks a second apart, is missed.
actor ChangeWatch {
    private let index: SearchIndex
    private let since: UTCTime
    private var noted: Set<Int64> = []
    private var watching: Task<Void, Never>?
    /// The newest ids of the tables whose rows let people find a post, when it was begun.
    private var marks: [String: Int64] = [:]

    init(_ index: SearchIndex, since: UTCTime) {
        self.index = index
        self.since = since
    }

    func begin(at site: Site<ReadWrite>) async throws {
        let index = index
        marks = try await SearchSource(index, site.instance).marks(at: site)
        let keys = site.keys
        watching = Task { [weak self] in
            while !Task.isCancelled {
                if let ids = try? await keys.noted(index) { await self?.note(ids) }
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func note(_ ids: [Int64]) { noted.formUnion(ids) }

    /// Ids that changed since the last call; all rows of a small table that keeps no notes.
    func changes(at site: Site<ReadWrite>) async throws -> SearchSlice? {
        if index == .instances { return .domains(after: "", through: "\u{10FFFF}") }
        note(try await site.keys.noted(index))
        let source = SearchSource(index, site.instance)
        let before = marks
        marks = try await source.marks(at: site)
        noted.formUnion(try await source.newcomers(since: since, behind: before, at: site))
        let ids = noted.sorted()
        noted = []
        return ids.isEmpty ? nil : .ids(ids)
    }

    func end() {
        watching?.cancel()
        watching = nil
    }
}

/// Brings some rows' documents up to date: written when they belong into the index, removed when not.
struct CatchingUp: Sendable {
    let index: SearchIndex
    let sending: BulkSending

    func bring(_ slice: SearchSlice?, at site: Site<ReadWrite>) async throws -> Outcome {
        var outcome = Outcome()
        for part in slice?.parts(of: 1_000) ?? [] {
            let documents = try await SearchSource(index, site.instance).documents(of: part, at: site)
            let present = Set(documents.map(\.id))
            var gone: [DocumentID] = []
            if case .ids(let ids) = part { gone = ids.map(DocumentID.number).filter { !present.contains($0) } }
            let result = try await sending.send(documents, deleting: gone)
            outcome.bytes += result.bytes
            outcome.failures += result.failures
            outcome.note(.documentsCaughtUp, result.sent)
        }
        return outcome
    }
}

extension SearchSlice {
    /// The same ids in parts of so many.
    func parts(of size: Int) -> [SearchSlice] {
        guard case .ids(let ids) = self else { return [self] }
        return stride(from: 0, to: ids.count, by: size).map { .ids(Array(ids[$0..<min($0 + size, ids.count)])) }
    }
}
