import Faults
import Model
import Stores

/// Looks at the ids the server has noted for indexing, and can throw them away.
package struct SearchQueueClearing: Operation {
    package init() {}

    /// What is thrown away is found again only by a deployment.
    package var card: Card {
        Card("search queue", of: "noted ids", "cleared", risk: .moderate, tables: [], isCheck: true)
    }

    package func prepare(at site: Site<ReadOnly>) async throws -> Prepared<SearchQueue> {
        var queues: [SearchQueue] = []
        for index in SearchIndex.allCases {
            queues.append(SearchQueue(index: index, weight: try await site.keys.length(index)))
        }
        var survey = Survey(count: queues.reduce(0) { $0 + $1.weight })
        for queue in queues where queue.index != .instances {
            survey.figures[.noted(queue.index)] = Int64(queue.weight)
        }
        return Prepared(survey, Batches(of: queues.filter { $0.weight > 0 }, by: 1)) { queues, site in
            try await site.keys.apply([.unlink(queues.map(\.index.queueKey))])
            return Outcome(changed: queues.reduce(0) { $0 + $1.weight })
        }
    }
}

/// The noted ids of one index.
package struct SearchQueue: WorkItem {
    package let index: SearchIndex
    package let weight: Int

    package var label: String? { index.name }
}
