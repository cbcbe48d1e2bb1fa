import Faults
import Model
import Stores

/// Looks at the ids the server has noted for indexing, and can throw them away.
package struct SearchQueueClearing: Operation {
    package var name: String { "search queue" }
    /// What is thrown away is found again only by a deployment.
    package var risk: Risk { .moderate }
    package var deed: String { "cleared" }
    package var tables: Set<String> { [] }

    package init() {}

    package func survey(at site: Site<ReadOnly>) async throws -> Survey {
        var survey = Survey(count: 0, noun: "noted ids")
        for index in SearchIndex.allCases {
            let length = try await site.keys.length(index)
            survey.count = (survey.count ?? 0) + length
            if index != .instances { survey.details[index.name] = Int64(length) }
        }
        return survey
    }

    package func steps(at site: Site<ReadOnly>) async throws -> Steps<SearchQueue> {
        var queues: [SearchQueue] = []
        for index in SearchIndex.allCases {
            let length = try await site.keys.length(index)
            if length > 0 { queues.append(SearchQueue(index: index, count: length)) }
        }
        return Steps(queues)
    }

    package func perform(_ step: SearchQueue, at site: Site<ReadWrite>) async throws -> Outcome {
        try await site.keys.apply([.unlink([step.index.queueKey])])
        return Outcome(changed: step.count)
    }
}

/// The noted ids of one index.
package struct SearchQueue: OperationStep {
    package let index: SearchIndex
    package var count: Int
    package var labels: [String] { [index.name] }

    package func prefix(_ count: Int) -> Self { SearchQueue(index: index, count: count) }
    package func dropFirst(_ count: Int) -> Self { SearchQueue(index: index, count: self.count - count) }
}
