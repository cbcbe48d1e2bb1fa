import Faults
import Model
import Stores

/// How the search cluster and the server's indexes are.
package struct SearchState: Sendable, Encodable {
    package var schema = "search.status/1"
    package var address: String
    package var product: String
    package var version: String
    /// `green`, `yellow`, `red`.
    package var health: String
    /// Nodes of the cluster that hold data.
    package var nodes: Int
    /// Shards and copies of shards of the cluster that are on no node.
    package var unassignedShards: Int
    package var indexes: [Index]

    /// One index.
    package struct Index: Sendable, Encodable {
        package var index: String
        /// The concrete index; nil when there is none.
        package var concrete: String?
        package var isAlias: Bool
        package var documents: Int64
        /// Rows that belong there; nil when they were not counted.
        package var rows: Int?
        package var bytes: Int64
        package var shards: Int
        package var replicas: Int
        package var refreshInterval: String
        package var health: String
        package var unassignedShards: Int
        /// `current`, `outdated`, `missing`: what the server's own record says.
        package var record: String
        /// Ids the server has noted and not worked off.
        package var queued: Int
        /// When the oldest of the noted rows was made, which may be long before it was noted: the server keeps no time
        /// with its notes. Nil where ids do not tell, as those of hashtags.
        package var oldestQueued: UTCTime?
        /// What is wrong, for people.
        package var problems: [String]
    }

    package var problems: [String] {
        (health == "red"
            ? [
                "the cluster is red: \(Noun.counted(unassignedShards, "shards", "are")) on no node; GET /_cluster/allocation/explain tells why"
            ]
            : [])
            + indexes.flatMap { index in
                index.problems.map { "\(index.index): \($0)" }
            }
    }
}

/// Looks at the search cluster.
package struct SearchInspection: Question {
    /// Whether rows are counted, which takes long on a large server.
    private let counts: Bool

    package init(counts: Bool) {
        self.counts = counts
    }

    package func answer(at site: Site<ReadOnly>) async throws -> SearchState {
        let (cluster, greeting) = try await SearchAccess.greeted(of: site)
        let release = try SearchAccess.release(of: site)
        let health = try await cluster.health()
        var state = SearchState(
            address: cluster.address, product: greeting.product.rawValue, version: greeting.version,
            health: health.status, nodes: health.nodes, unassignedShards: health.unassigned, indexes: [])
        for index in SearchIndex.allCases {
            state.indexes.append(try await look(at: index, cluster, release, site))
        }
        return state
    }

    private func look(
        at index: SearchIndex, _ cluster: SearchCluster<ReadOnly>, _ release: MastodonRelease, _ site: Site<ReadOnly>
    ) async throws -> SearchState.Index {
        let specification = IndexSpecification(index, release: release, preset: cluster.preset)
        let noted = try await site.keys.noted(index)
        var told = SearchState.Index(
            index: index.name, concrete: nil, isAlias: false, documents: 0, rows: nil, bytes: 0, shards: 0, replicas: 0,
            refreshInterval: "", health: "", unassignedShards: 0, record: "missing", queued: noted.count,
            oldestQueued: noted.min().flatMap(Snowflake.time), problems: [])
        if let record = try await cluster.record(of: index.name) {
            told.record = specification.matches(record: record) ? "current" : "outdated"
        }
        if counts { told.rows = try await SearchSource(index, site.instance).count(at: site) }
        guard let state = try await cluster.state(of: index.name) else {
            told.problems.append("there is no such index; run `mastoctl search deploy --only \(index.name)`")
            return told
        }
        let statistics = try await cluster.statistics(of: index.name)
        let settings = state.settings["index"]
        told.concrete = state.concrete
        told.isAlias = state.isAlias
        told.documents = statistics?.documents ?? 0
        told.bytes = statistics?.bytes ?? 0
        told.shards = Int(settings?["number_of_shards"]?.string ?? "") ?? 0
        told.replicas = Int(settings?["number_of_replicas"]?.string ?? "") ?? 0
        told.refreshInterval = settings?["refresh_interval"]?.string ?? ""
        let health = try await cluster.health(of: index.name)
        told.health = health.status
        told.unassignedShards = health.unassigned
        told.problems = Self.problems(of: told, state, specification) + Self.problems(of: health)
        return told
    }

    /// What missing shards mean.
    private static func problems(of health: SearchHealth) -> [String] {
        switch health.status {
        case "red":
            [
                "it is red: \(health.unassigned) of its shards are on no node, and what they hold is not found; "
                    + "bring the node back, or fill it anew with `mastoctl search deploy --swap`"
            ]
        case "yellow" where health.nodes == 1:
            [
                "it is yellow: \(health.unassigned) copies of its shards wait for a second node; with one node, "
                    + "ES_PRESET=single_node_cluster and a deployment do without copies"
            ]
        case "yellow":
            [
                "it is yellow: \(health.unassigned) copies of its shards are on no node; all is found, losing a node is not borne"
            ]
        default: []
        }
    }

    private static func problems(
        of index: SearchState.Index, _ state: IndexState, _ specification: IndexSpecification
    ) -> [String] {
        var problems: [String] = []
        if index.record != "current" {
            problems.append("the server takes its specification for \(index.record); run `mastoctl search deploy`")
        }
        let properties = specification.mappings["properties"] ?? .null
        if !properties.isMet(by: state.mappings["properties"] ?? .null) {
            problems.append("its mapping is not the one this release expects")
        }
        if specification.analysis != .null,
            !specification.analysis.isMet(by: state.settings["index"]?["analysis"] ?? .null)
        {
            problems.append("its analyzers are not those this release expects")
        }
        if index.refreshInterval == "-1" {
            problems.append("new documents are not found: a run that was killed left refresh_interval -1")
        }
        if state.settings["index"]?["blocks"]?["read_only_allow_delete"]?.string == "true" {
            problems.append(
                "it is read-only, as the cluster makes it when a disk is nearly full: make room, then set "
                    + "index.blocks.read_only_allow_delete to null")
        }
        if let rows = index.rows, Int64(rows) != index.documents {
            problems.append(
                "\(Noun.counted(index.documents, "documents")) for \(Noun.counted(rows, "rows")); see `mastoctl search verify`"
            )
        }
        return problems
    }
}

extension JSONValue {
    /// Whether another value holds all of this one. The cluster tells numbers and truths of settings as text.
    fileprivate func isMet(by other: JSONValue) -> Bool {
        switch (self, other) {
        case (.object(let members), .object):
            members.allSatisfy { member in other[member.name].map { member.value.isMet(by: $0) } ?? false }
        case (.array(let mine), .array(let theirs)):
            mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.isMet(by: $1) }
        default: bare == other.bare
        }
    }

    private var bare: String { string ?? text }
}
