import Faults
import Model
import Stores

/// A declared list, held against the server: what there would be to do.
package struct BlockListReview: Sendable {
    package var list: String
    package var proposals: [BlockProposal]
    /// Blocks of this list's on the server.
    package var ours: Int
    package var sources: [Source]
    /// What is worth knowing of the sources.
    package var foreseen: [Foreseen]

    /// One of the list's sources, as it was found.
    package struct Source: Sendable, Equatable, Encodable {
        package var name: String
        /// Nil when it could not be had.
        package var domains: Int?
        /// Lines that were no blocks.
        package var troubles: Int
        /// Names hidden behind stars.
        package var hidden: Int
        package var trouble: String?
    }

    package var changes: [BlockProposal] { proposals.filter { $0.change != nil } }
    package var removals: Int { count(.remove) }
    package func count(_ verdict: BlockProposal.Verdict) -> Int { proposals.count { $0.verdict == verdict } }
}

/// Asks what a declared list would change on the server.
package struct BlockListComparison: Question {
    private let policy: BlockListPolicy
    private let own: [String]

    /// - Parameter own: the server's names.
    package init(_ policy: BlockListPolicy, own: [String]) {
        self.policy = policy
        self.own = own
    }

    /// Fetches the sources and asks the server.
    package func answer(at site: Site<ReadOnly>) async throws -> BlockListReview {
        let fetching = ListFetching(state: site.state)
        defer { fetching.close() }
        var merged = MergedBlocks(policy.merge)
        var sources: [BlockListReview.Source] = []
        var foreseen: [Foreseen] = []
        for source in policy.sources {
            do {
                let list = try await fetching.list(of: source, now: .now)
                sources.append(Self.add(list, of: source, to: &merged, &foreseen))
                if let trouble = list.trouble { foreseen.append(.list(.doubt(trouble))) }
            } catch let fault as Fault where source.isOptional {
                foreseen.append(.list(.withoutSource(fault.message)))
                sources.append(.init(name: source.name, troubles: 0, hidden: 0, trouble: fault.message))
            }
        }
        merged.settle()
        return try await review(merged, sources, foreseen, at: site)
    }

    private func review(
        _ merged: MergedBlocks, _ sources: [BlockListReview.Source], _ foreseen: [Foreseen], at site: Site<ReadOnly>
    ) async throws -> BlockListReview {
        let applied = try AppliedBlocks(of: policy.name, in: site.state).all
        // Only where something stricter is wanted does it matter who follows whom.
        let strict = merged.entries.filter { min($0.value.rule.severity, policy.maxSeverity) > policy.followedSeverity }
        let names = strict.keys.sorted()
        let (present, followers) = try await site.database.read { connection in
            let rows = try await connection.domainBlocks.all()
            let followers = names.isEmpty ? [:] : try await connection.domainBlocks.localFollowers(of: names)
            return (rows, followers)
        }
        let review = BlockReview(
            policy: policy, merged: merged,
            present: Dictionary(present.map { ($0.domain, $0.rule) }) { first, _ in first }, applied: applied,
            followers: followers, own: own, isComplete: !sources.contains { $0.domains == nil })
        return BlockListReview(
            list: policy.name, proposals: review.proposals(), ours: review.ours, sources: sources, foreseen: foreseen)
    }

    /// Lines of a source that are told one by one.
    private static var troublesTold: Int { 5 }

    private static func add(
        _ list: FetchedList, of source: BlockListSource, to merged: inout MergedBlocks, _ foreseen: inout [Foreseen]
    ) -> BlockListReview.Source {
        var found = BlockListReview.Source(name: source.name, domains: 0, troubles: 0, hidden: 0, trouble: list.trouble)
        merged.begin(source)
        var reader = BlockListReader(standard: source.severity)
        // It was read to its end once already when it was fetched.
        let items = ((try? reader.read(list.bytes[...])) ?? []) + ((try? reader.finish()) ?? [])
        for item in items {
            switch item {
            case .entry(let entry, _):
                merged.add(entry, of: source)
                found.domains = (found.domains ?? 0) + 1
            case .retraction(let domain, _): merged.retract(domain)
            case .trouble(let trouble):
                if trouble.isHidden {
                    found.hidden += 1
                    continue
                }
                found.troubles += 1
                if found.troubles <= Self.troublesTold {
                    let fault = LineFault(line: trouble.line, reason: trouble.reason)
                    foreseen.append(.list(.line(fault, source: source.name)))
                }
            }
        }
        foreseen.append(.list(.read(reader.notes, source: source.name)))
        return found
    }
}
