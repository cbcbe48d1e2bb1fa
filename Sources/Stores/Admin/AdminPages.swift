import Model

/// The values of an index, page after page, asked for when they are wanted.
///
/// A list changes while it is read: a value that a later page brings again is left out, and pages that lead back to one
/// that was read before are the end.
package struct AdminPages<Element: AdminAPI.Listed>: AsyncSequence, Sendable {
    private let client: AdminClient
    private let route: AdminAPI.Route
    private let first: String

    init(_ client: AdminClient, _ route: AdminAPI.Route, _ parameters: AdminAPI.Parameters) {
        self.client = client
        self.route = route
        var parameters = parameters
        switch route.paging {
        case .byID(let limit), .byOffset(let limit): parameters.add("limit", Int64(limit))
        case nil: break
        }
        first = parameters.query
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(client: client, route: route, query: first)
    }

    /// All of them; for lists that are short.
    package func all() async throws -> [Element] {
        var values: [Element] = []
        for try await value in self { values.append(value) }
        return values
    }

    package struct Iterator: AsyncIteratorProtocol {
        private let client: AdminClient
        private let route: AdminAPI.Route
        /// Of the next page, nil behind the last.
        private var query: String?
        private var page: ArraySlice<Element> = []
        private var seen: Set<Int64> = []
        private var asked: Set<String> = []

        fileprivate init(client: AdminClient, route: AdminAPI.Route, query: String) {
            self.client = client
            self.route = route
            self.query = query
        }

        package mutating func next() async throws -> Element? {
            while true {
                while let value = page.popFirst() {
                    if seen.insert(value.id).inserted { return value }
                }
                guard let query, asked.insert(query).inserted else { return nil }
                let answer: (values: [Element], next: String?) = try await client.page(
                    route, query: query, isFirst: asked.count == 1)
                page = answer.values[...]
                self.query = answer.values.isEmpty ? nil : answer.next
            }
        }
    }
}
