import Model

/// What answers at the cluster's root.
package struct SearchGreeting: Sendable, Equatable {
    package enum Product: String, Sendable { case elasticsearch, opensearch }

    package var product: Product
    /// `7.17.9`.
    package var version: String

    /// The first number of the version.
    package var major: Int { Int(version.prefix { $0 != "." }) ?? 0 }

    /// Whether an index can be cloned under another name: Elasticsearch since 7.4, and OpenSearch.
    package var canClone: Bool {
        let numbers = version.split(separator: ".").prefix(2).map { Int($0) ?? 0 }
        return product == .opensearch || major > 7 || (major == 7 && numbers.count == 2 && numbers[1] >= 4)
    }

    /// Whether the server's client speaks with it: Elasticsearch 7 and 8, OpenSearch 1 and 2.
    package var isSupported: Bool {
        switch product {
        case .elasticsearch: (7...8).contains(major)
        case .opensearch: (1...2).contains(major)
        }
    }
}

/// How the shards of the cluster, or of one index, are.
package struct SearchHealth: Sendable, Equatable, Encodable {
    /// `green`; `yellow` when copies are missing; `red` when a shard is, and what it holds is not found.
    package var status: String
    /// Nodes that hold data.
    package var nodes: Int
    /// Shards and copies of shards that are on no node.
    package var unassigned: Int

    package init(status: String, nodes: Int, unassigned: Int) {
        self.status = status
        self.nodes = nodes
        self.unassigned = unassigned
    }
}

/// How an index is in the cluster.
package struct IndexState: Sendable, Equatable {
    /// The concrete index' name, which differs from the asked one behind an alias.
    package var concrete: String
    package var isAlias: Bool
    package var settings: JSONValue
    package var mappings: JSONValue
}

/// How much an index holds.
package struct IndexStatistics: Sendable, Equatable {
    package var documents: Int64
    package var bytes: Int64
}

/// Some documents of an index, and how to ask for more.
package struct ScrollPage: Sendable {
    package var token: String
    package var documents: [(id: String, source: JSONValue)]
}

extension SearchCluster {
    /// Who answers; without a version when it is no search cluster. OpenSearch may claim to be Elasticsearch 7.10 in its
    /// number but tells its distribution.
    package func greeting() async throws -> SearchGreeting {
        let answer: JSONValue?
        do {
            answer = try await call("GET", "/")
        } catch let error as SearchError where error.type.isEmpty && (300..<500).contains(error.status) {
            if [401, 403, 429].contains(error.status) { throw error }
            answer = nil
        }
        let version = answer?["version"]
        let isOpenSearch = version?["distribution"]?.string == "opensearch"
        return SearchGreeting(
            product: isOpenSearch ? .opensearch : .elasticsearch, version: version?["number"]?.string ?? "")
    }

    /// The index, or the one behind the alias; nil when there is none.
    package func state(of index: String) async throws -> IndexState? {
        guard let answer = try await call("GET", "/\(name(index))", missing: true),
            case .object(let members) = answer, let first = members.first
        else { return nil }
        return IndexState(
            concrete: first.name, isAlias: first.name != name(index), settings: first.value["settings"] ?? .null,
            mappings: first.value["mappings"] ?? .null)
    }

    /// The concrete indexes whose names begin so, without the prefix: `statuses_`.
    package func names(beginningWith beginning: String) async throws -> [String] {
        let path = "/\(name(beginning))*/_settings?filter_path=*.settings.index.uuid&expand_wildcards=open,closed"
        guard case .object(let members)? = try await call("GET", path, missing: true) else { return [] }
        return members.map(\.name).sorted()
    }

    /// Whether documents cannot be written to a concrete index, as before it is cloned.
    package func isSealed(_ whole: String) async throws -> Bool {
        guard case .object(let members)? = try await call("GET", "/\(whole)/_settings", missing: true) else {
            return false
        }
        return members.first?.value["settings"]?["index"]?["blocks"]?["write"]?.string == "true"
    }

    /// Whether there is a concrete index of that whole name.
    package func exists(_ whole: String) async throws -> Bool {
        try await call("GET", "/\(whole)?filter_path=*.aliases", missing: true) != nil
    }

    /// The aliases of a concrete index, by their whole names.
    package func aliases(of whole: String) async throws -> [String] {
        guard case .object(let members)? = try await call("GET", "/\(whole)/_alias", missing: true),
            case .object(let aliases)? = members.first?.value["aliases"]
        else { return [] }
        return aliases.map(\.name)
    }

    /// When a concrete index was made; nil when there is none.
    package func birth(of whole: String) async throws -> UTCTime? {
        guard case .object(let members)? = try await call("GET", "/\(whole)/_settings", missing: true) else {
            return nil
        }
        let time = members.first?.value["settings"]?["index"]?["creation_date"]?.string
        return time.flatMap { Double($0) }.map { UTCTime($0 / 1_000) }
    }

    /// What tells an index from another one of the same name; nil when there is none.
    package func identity(of whole: String) async throws -> String? {
        guard case .object(let members)? = try await call("GET", "/\(whole)/_settings", missing: true) else {
            return nil
        }
        return members.first?.value["settings"]?["index"]?["uuid"]?.string
    }

    package func statistics(of index: String) async throws -> IndexStatistics? {
        let path = "/\(name(index))/_stats/docs,store"
        guard let answer = try await call("GET", path, missing: true) else { return nil }
        let primaries = answer["_all"]?["primaries"]
        return IndexStatistics(
            documents: primaries?["docs"]?["count"]?.integer ?? 0,
            bytes: primaries?["store"]?["size_in_bytes"]?.integer ?? 0)
    }

    /// The ids of all documents, a thousand at a time, as the index was when the walk began.
    ///
    /// - Parameter body: gets each page; the walk ends when it returns false.
    package func scroll(_ index: String, _ size: Int = 1_000, next token: String? = nil) async throws -> ScrollPage? {
        try await scroll(whole: name(index), size, next: token)
    }

    /// The same of a concrete index.
    package func scroll(whole: String, _ size: Int = 1_000, next token: String? = nil) async throws -> ScrollPage? {
        let answer: JSONValue?
        if let token {
            let body = JSONValue.object([.init("scroll", "5m"), .init("scroll_id", .string(token))])
            answer = try await call("POST", "/_search/scroll", body, missing: true)
        } else {
            let body = JSONValue(parsing: #"{"sort":["_doc"]}"#)
            answer = try await call(
                "POST", "/\(whole)/_search?scroll=5m&size=\(size)", body, missing: true)
        }
        guard let answer, let next = answer["_scroll_id"]?.string, let hits = answer["hits"]?["hits"]?.array else {
            return nil
        }
        if hits.isEmpty {
            _ = try? await call(
                "DELETE", "/_search/scroll", .object([.init("scroll_id", .string(next))]), missing: true)
            return nil
        }
        return ScrollPage(
            token: next,
            documents: hits.compactMap { hit in hit["_id"]?.string.map { ($0, hit["_source"] ?? .null) } })
    }

    /// How the shards of the whole cluster, or of one index, are.
    package func health(of index: String? = nil) async throws -> SearchHealth {
        let path = index.map { "/_cluster/health/\(name($0))" } ?? "/_cluster/health"
        let answer = try await call("GET", "\(path)?timeout=1s")
        return SearchHealth(
            status: answer?["status"]?.string ?? "unknown", nodes: Int(answer?["number_of_data_nodes"]?.integer ?? 0),
            unassigned: Int(answer?["unassigned_shards"]?.integer ?? 0))
    }

    /// The value of an index' specification record; nil when there is none.
    package func record(of id: String) async throws -> String? {
        let path = "/\(name(IndexSpecification.recordIndex))/_search"
        let query = JSONValue(parsing: #"{"size":1,"query":{"bool":{"filter":{"ids":{"values":["\#(id)"]}}}}}"#)
        let answer = try await call("POST", path, query, missing: true)
        return answer?["hits"]?["hits"]?.array?.first?["_source"]?["specification"]?.string
    }
}
