import Faults
import Model
import Stores

/// The cluster and the release of a site, or why there is none.
enum SearchAccess {
    /// The cluster, after a look at what answers there; for the beginning of a run.
    static func greeted(of site: Site<ReadOnly>) async throws -> (
        cluster: SearchCluster<ReadOnly>, greeting: SearchGreeting
    ) {
        let cluster = try cluster(of: site)
        let greeting = try await cluster.greeting()
        guard !greeting.version.isEmpty else {
            throw Fault(
                .configuration, "what answers at \(cluster.address) is no search cluster",
                notes: ["it does not tell a version as Elasticsearch and OpenSearch do"],
                help: "check ES_HOST and ES_PORT with `mastoctl config show`")
        }
        guard greeting.isSupported else {
            throw Fault(
                .configuration,
                "\(greeting.product.rawValue) \(greeting.version) at \(cluster.address) is not one this server can use",
                help: "Mastodon searches with Elasticsearch 7 or 8, or with OpenSearch 1 or 2")
        }
        return (cluster, greeting)
    }

    static func cluster<Mode: Access>(of site: Site<Mode>) throws -> SearchCluster<Mode> {
        guard let cluster = site.search else {
            throw Fault(
                .configuration, "this server does not use a search cluster",
                notes: ["ES_ENABLED is not true"],
                help: "set ES_ENABLED=true in the server's env file, and ES_HOST, ES_PORT; then run it again")
        }
        return cluster
    }

    /// What documents look like depends on it, so that a schema between two releases is refused.
    static func release<Mode: Access>(of site: Site<Mode>) throws -> MastodonRelease {
        guard let release = site.instance.schema.release else {
            throw Fault(
                .configuration, "the database belongs to no known release",
                notes: ["its newest migration is \(site.instance.schema.version)"],
                help: "finish the migration of the server, or use a newer mastoctl")
        }
        return release
    }

    /// Refuses to write into an index some of whose shards are missing; what cannot be read need not keep a new index
    /// from taking its place.
    static func requireShards(of plans: [IndexPlan], _ cluster: SearchCluster<ReadOnly>, _ site: Site<ReadOnly>)
        async throws
    {
        let whole = try await cluster.health()
        guard whole.status == "red" else { return }
        for plan in plans where plan.mode == .inPlace && plan.former != nil {
            let health = try await cluster.health(of: plan.index.name)
            guard health.status == "red" else { continue }
            throw Fault(
                .unreachable, "the index \(plan.index.name) is red",
                notes: [
                    "\(health.unassigned) of its shards are on no node; what they hold can be neither read nor written"
                ],
                help:
                    "bring the node back that has them (GET /_cluster/allocation/explain tells why they are nowhere), "
                    + "or fill the index anew with `mastoctl search deploy --swap --only \(plan.index.name)`")
        }
        site.warnings.warn(
            "the cluster is red: \(whole.unassigned) shards are on no node, none of which this run writes to")
    }

    static func readOnly(_ error: SearchError, _ index: SearchIndex?) -> Fault {
        Fault(
            .busy, "the index \(index?.name ?? "") is read-only", notes: ["\(error)"],
            help: "the cluster does this when a disk is nearly full: make room, then set "
                + "index.blocks.read_only_allow_delete to null, and go on with --resume", cause: error)
    }
}
