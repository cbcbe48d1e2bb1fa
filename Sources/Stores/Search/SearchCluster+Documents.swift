import Model

extension SearchCluster {
    /// The documents of a slice, by id: with a range all that the index holds there, else those of the ids.
    ///
    /// - Parameter ids: the slice's rows, for indexes whose documents do not hold their own id.
    package func documents(
        of index: SearchIndex, in slice: SearchSlice, ids: [DocumentID] = []
    ) async throws -> [DocumentID: JSONValue] {
        var found: [DocumentID: JSONValue] = [:]
        switch (index, slice) {
        case (.statuses, .range(let after, let through)), (.publicStatuses, .range(let after, let through)),
            (.accounts, .range(let after, let through)):
            var last = after
            while true {
                let page = try await page(of: index, after: last, through: through)
                for (id, document) in page { found[id] = document }
                guard page.count == Self.window, case .number(let end)? = page.last?.0 else { return found }
                last = end
            }
        default:
            for start in stride(from: 0, to: ids.count, by: 500) {
                let part = ids[start..<min(start + 500, ids.count)]
                let body = JSONValue.object([
                    .init("ids", .array(part.map { .string("\($0)") }))
                ])
                let answer = try await call("POST", "/\(name(index.name))/_mget", body)
                for document in answer?["docs"]?.array ?? [] where document["found"] == true {
                    guard let id = document["_id"]?.string else { continue }
                    found[index.documentID(id)] = document["_source"] ?? .null
                }
            }
            return found
        }
    }

    /// Documents a page holds at most.
    package static var window: Int { 1_000 }

    /// The first documents with ids above one, up to another.
    package func page(
        of index: SearchIndex, after: Int64, through: Int64
    ) async throws -> [(DocumentID, JSONValue)] {
        let body = JSONValue(
            parsing: """
                {"size": \(Self.window), "sort": [{"id": "asc"}],
                "query": {"range": {"id": {"gt": \(after), "lte": \(through)}}}}
                """)
        let answer = try await call("POST", "/\(name(index.name))/_search", body)
        return (answer?["hits"]?["hits"]?.array ?? []).compactMap { hit in
            hit["_id"]?.string.map { (index.documentID($0), hit["_source"] ?? .null) }
        }
    }
}

extension SearchIndex {
    /// What the cluster calls a document.
    package func documentID(_ text: String) -> DocumentID {
        if self != .instances, let number = Int64(text) { return .number(number) }
        return .domain(text)
    }
}
