import Configuration
import Engines
import Faults
import Model

/// The servers of an inventory: a file of Ansible's, a file of a cluster's objects, or a cluster itself.
package struct FleetInventory {
    package var members: [FleetMember]
    package var warnings: [String] = []

    private static let scheme = "kubernetes:"

    /// - Parameters:
    ///   - name: a path, or `kubernetes:CONTEXT/NAMESPACE`.
    ///   - environment: of this process, for kubectl.
    /// - Throws: `Fault` for what cannot be read or understood.
    package init(
        _ name: String, profiles: [FleetMember], environment: [String: String], files: any FileReader
    ) async throws {
        if name.hasPrefix(Self.scheme) {
            let cluster = try await Self.asking(String(name.dropFirst(Self.scheme.count)), environment)
            members = FleetMember.all(of: cluster, profiles: profiles)
        } else if name.hasSuffix(".json") {
            let (cluster, warnings) = try ClusterInventory.reading(name, files: files)
            members = FleetMember.all(of: cluster, profiles: profiles)
            self.warnings = warnings
        } else {
            members = FleetMember.all(of: try HostInventory(at: name, files: files), profiles: profiles)
        }
    }

    /// Asks a cluster for what its deployments speak of. Helm's own records, which are Secrets too, are not fetched.
    private static func asking(_ place: String, _ environment: [String: String]) async throws -> ClusterInventory {
        let kubectl = try Kubectl(environment: environment, sizeLimit: ClusterInventory.sizeLimit)
        do {
            let (context, namespace) = try Self.place(place, among: try await kubectl.contexts())
            let texts = [
                try await kubectl.objects("deployments.apps,configmaps", in: namespace, of: context),
                try await kubectl.objects(
                    "secrets", in: namespace, of: context, where: "type!=helm.sh/release.v1"),
            ]
            return try ClusterInventory.parsing(texts, of: "\(scheme)\(place)")
        } catch let error as EngineError {
            throw Fault(
                .unreachable, "kubectl could not tell of \(scheme)\(place): status \(error.status)", notes: error.lines,
                help: "it must be allowed to get deployments, configmaps and secrets there", cause: error)
        }
    }

    /// Names of contexts may hold slashes: which part is the namespace is told by the contexts there are.
    static func place(_ text: String, among contexts: [String]) throws -> (context: String, namespace: String?) {
        if contexts.contains(text) { return (text, nil) }
        if let slash = text.lastIndex(of: "/") {
            let (context, namespace) = (String(text[..<slash]), text[text.index(after: slash)...])
            let isName = namespace.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
            if contexts.contains(context), isName, !namespace.isEmpty { return (context, String(namespace)) }
        }
        let known = contexts.isEmpty ? "none" : contexts.prefix(20).joined(separator: ", ")
        throw Fault(
            .noSuch, "kubectl has no context for \(scheme)\(text)", notes: ["there are \(known)"],
            help: "write kubernetes:CONTEXT or kubernetes:CONTEXT/NAMESPACE")
    }
}
