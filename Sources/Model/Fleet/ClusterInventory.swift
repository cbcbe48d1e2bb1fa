/// The Mastodon servers of a Kubernetes cluster, by what its deployments give to their containers.
///
/// Source of names and labels: Mastodon's charts, `mastodon/chart` 6.9 and `mastodon/helm-charts` 1.0.
package struct ClusterInventory: Sendable, Equatable {
    package typealias Trouble = HostInventory.Trouble

    package struct Server: Sendable, Equatable {
        package var namespace: String
        /// Helm's; the server's domain where no label names one.
        package var release: String
        /// Labels of whoever made the release, `tier=gold`.
        package var labels: [String] = []
        package var variables: [String: String] = [:]
        /// Why a variable that the server has cannot be told, by its name.
        package var gaps: [String: String] = [:]
        /// Why nothing can be told of the server.
        package var trouble: String?

        /// A second release in the namespace changes nothing about the name of the first.
        package var name: String { namespace == release ? namespace : "\(namespace).\(release)" }
    }

    /// By name.
    package private(set) var servers: [Server] = []

    /// Reads what `kubectl get deployments,configmaps,secrets --output json` tells, in one text or several.
    ///
    /// - Throws: `Trouble` for what is none.
    package init(parsing texts: [String]) throws(Trouble) {
        var items: [JSONValue] = []
        for text in texts {
            guard let root = JSONValue(parsing: text) else { throw Trouble("it is no JSON") }
            guard let more = root["items"]?.array else { throw Trouble("it holds no list of objects of Kubernetes") }
            items += more
        }
        let objects = try ClusterObjects(items)
        let candidates = objects.deployments.compactMap { Candidate($0, objects) }
        for (key, found) in Dictionary(grouping: candidates, by: \.key) {
            servers.append(Self.server(key, found.sorted { $0.order < $1.order }))
        }
        let used = Set(candidates.flatMap(\.configMaps))
        let idle = objects.configMaps.filter { place, map in
            map.values["LOCAL_DOMAIN"] != nil && map.labels[Key.label] != nil && !used.contains(place)
        }
        for (place, map) in idle.sorted(by: { $0.key.name < $1.key.name }) {
            let key = Key(place.namespace, map.labels, domain: "")
            if servers.contains(where: { $0.namespace == key.namespace && $0.release == key.release }) { continue }
            var server = Server(namespace: key.namespace, release: key.release)
            server.trouble = "no deployment runs by its ConfigMap \(place.name)"
            servers.append(server)
        }
        servers.sort { $0.name < $1.name }
    }

    private static func server(_ key: Key, _ candidates: [Candidate]) -> Server {
        var server = Server(namespace: key.namespace, release: key.release)
        guard let first = candidates.first else { return server }
        server.labels = first.labels
        server.variables = first.environment.variables
        server.gaps = first.environment.gaps
        server.trouble = first.environment.trouble
        if Set(candidates.map(\.domain)).count > 1 { server.trouble = "its deployments are of several domains" }
        return server
    }
}

/// Any value may be a secret.
extension ClusterInventory.Server: CustomStringConvertible, CustomReflectable {
    package var description: String { name }
    package var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

/// What makes deployments those of one server.
private struct Key: Hashable {
    static let label = "app.kubernetes.io/instance"

    var namespace: String
    var release: String

    init(_ namespace: String, _ labels: [String: String], domain: String) {
        self.namespace = namespace
        release = labels[Self.label] ?? domain
    }
}

/// A deployment of Mastodon's.
private struct Candidate {
    var key: Key
    var domain: String
    var labels: [String]
    var environment: ContainerEnvironment
    var configMaps: [ClusterObjects.Place]
    /// The web service is the one that surely has every variable; streaming has few.
    var order: (Int, String)

    /// Nil for what has no container that is told a `LOCAL_DOMAIN`.
    init?(_ deployment: ClusterObjects.Deployment, _ objects: ClusterObjects) {
        let place = deployment.place
        let environments = deployment.containers.map { ContainerEnvironment(of: $0, in: place.namespace, objects) }
        guard let environment = environments.first(where: { $0.variables["LOCAL_DOMAIN"]?.isEmpty == false }) else {
            return nil
        }
        self.environment = environment
        domain = environment.variables["LOCAL_DOMAIN"] ?? ""
        key = Key(place.namespace, deployment.labels, domain: domain)
        configMaps = environment.configMaps.map { ClusterObjects.Place(namespace: place.namespace, name: $0) }
        labels = deployment.labels.filter { !$0.key.contains("/") && !Self.mechanical.contains($0.key) }
            .map { "\($0.key)=\($0.value)" }.sorted()
        let part = deployment.labels["app.kubernetes.io/component"] ?? place.name
        let rank = ["streaming", "web", "sidekiq"].firstIndex { part.contains($0) }
        order = (rank.map { $0 == 0 ? 4 : $0 } ?? 3, place.name)
    }

    private static let mechanical: Set<String> = ["pod-template-hash", "rollme"]
}
