import Faults
import Model
import Stores

// The search cluster.

extension Check {
    static let searchCluster: [Check] = [
        Check(
            "search.reachable", .problem, cost: .normal, needs: [.search], "the search cluster answers",
            why: "people find nothing, and what is to be indexed piles up in Redis", fix: "check ES_HOST and ES_PORT",
            source: "Mastodon 4.6.5 config/initializers/chewy.rb"
        ) { inspection, _ in
            guard let server = inspection.services.search else { return .skipped("there is none") }
            do {
                let state = try await inspection.searchState()
                let version = state.version.isEmpty ? "" : ", version \(state.version)"
                if state.status == 200 {
                    return .fine(
                        "\(server.address) answers in \(Evidence.text(state.latency * 1_000, .milliseconds))\(version)")
                }
                return .found(
                    "\(server.address) answers with status \(state.status)",
                    fix: state.status == 401 ? "check ES_USER and ES_PASS" : "check ES_HOST and ES_PORT")
            } catch {
                return .found(error, inspection.services, at: server.address)
            }
        },
        Check(
            "search.health", .problem, cost: .normal, needs: [.search], "the cluster has all its parts",
            why: "red: some posts cannot be found; yellow: a copy is missing, which one node never has",
            fix: "look at _cluster/allocation/explain; for one node set ES_PRESET=single_node_cluster",
            source: "Mastodon 4.6.5 app/lib/admin/system_check/elasticsearch_check.rb"
        ) { inspection, _ in
            guard let health = try await inspection.searchJSON("/_cluster/health") else {
                return .unseen("the cluster does not tell")
            }
            let status = health["status"]?.string ?? "?"
            let nodes = health["number_of_nodes"]?.integer ?? 0
            let words = "\(status), \(nodes) nodes"
            return switch status {
            case "red": .found(words)
            case "yellow" where nodes > 1: .found(words, as: .warning)
            default: .fine(words)
            }
        },
        Check(
            "search.version", .notice, cost: .normal, needs: [.search], "the cluster's version is cared for",
            why: "Elasticsearch 7 gets no corrections any more", fix: "upgrade to Elasticsearch 8 or OpenSearch",
            source: "elastic.co, end of life; mastodon#36974"
        ) { inspection, _ in
            let version = try await inspection.searchState().version
            guard let major = version.split(separator: ".").first.flatMap({ Int($0) }) else {
                return .skipped("it does not tell its version")
            }
            let told = try await inspection.searchJSON("/")?["version"]?["distribution"]?.string
            if told == "opensearch" { return .fine("OpenSearch \(version)") }
            return major < 8 ? .found("Elasticsearch \(version)") : .fine("Elasticsearch \(version)")
        },
        Check(
            "search.blocked-indexes", .critical, cost: .normal, needs: [.search], "no index refuses writes",
            why: "a disk that was full made them read-only: nothing new is found",
            fix: "make room, then set index.blocks.read_only_allow_delete to null",
            source: "Elasticsearch, disk watermarks"
        ) { inspection, _ in
            guard
                let settings = try await inspection.searchJSON(
                    "/_all/_settings/index.blocks.read_only_allow_delete?flat_settings=true")
            else { return .unseen("the cluster does not tell") }
            guard case .object(let members) = settings else { return .fine("none") }
            let names = members.filter {
                $0.value["settings"]?["index.blocks.read_only_allow_delete"]?.string == "true"
            }.map(\.name)
            return names.isEmpty
                ? .fine("none") : .found("refuse writes: \(names.joined(separator: ", "))", names.map { Evidence($0) })
        },
        Check(
            "search.heap", .warning, cost: .normal, needs: [.search], limit: Limit(90, .percent),
            "nodes have memory left",
            why: "a node that spends its time clearing memory answers late or not at all",
            fix: "give it more heap (ES_JAVA_OPTS), up to half of the memory", source: "Elasticsearch"
        ) { inspection, check in
            guard
                let stats = try await inspection.searchJSON(
                    "/_nodes/stats/jvm?filter_path=nodes.*.name,nodes.*.jvm.mem.heap_used_percent"),
                case .object(let nodes)? = stats["nodes"]
            else { return .unseen("the cluster does not tell") }
            let seen = nodes.compactMap { node -> Evidence? in
                node.value["jvm"]?["mem"]?["heap_used_percent"]?.integer.map {
                    Evidence(node.value["name"]?.string ?? node.name, Double($0), .percent)
                }
            }
            let full = seen.filter { ($0.value ?? 0) > inspection.limit(of: check) }
            return full.isEmpty
                ? .fine(seen.map(\.text).joined(separator: ", "), seen)
                : .found("heap: \(full.map(\.text).joined(separator: ", "))", full)
        },
    ]
}

extension Inspection {
    func searchState() async throws -> SearchServer.State {
        try await recall("search") { [services] in
            guard let server = services.search else { throw Fault(.configuration, "there is no search cluster") }
            return try await server.state()
        }
    }

    /// What the cluster answers at a path; nil when it is no JSON or an error.
    func searchJSON(_ path: String) async throws -> JSONValue? {
        guard let server = services.search else { return nil }
        return try await recall("search \(path)") { try await server.json(path) }
    }
}
