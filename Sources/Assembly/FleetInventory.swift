import Configuration
import Engines
import Faults
import Model

/// The servers of inventories: a file of Ansible's, a file of a cluster's objects, or a cluster itself.
package struct FleetInventory {
    package var members: [FleetMember] = []
    package var warnings: [String] = []

    private static let scheme = "kubernetes:"

    /// - Parameters:
    ///   - names: each a path, or `kubernetes:CONTEXT/NAMESPACE`.
    ///   - environment: of this process, for kubectl.
    /// - Throws: `Fault` for what cannot be read or understood, and for a name that two of them have.
    package init(
        _ names: [String], profiles: [FleetMember], environment: [String: String], files: any FileReader
    ) async throws {
        var sources: [String: String] = [:]
        for name in names {
            let found = try await take(name, profiles, environment, files)
            for member in found {
                guard let other = sources.updateValue(name, forKey: member.name) else { continue }
                throw Fault(
                    .usage, "\(member.name) is a server of \(other) and of \(name)",
                    help: "run the inventories one after the other, or name namespaces that are in one alone")
            }
            members += found
        }
    }

    private mutating func take(
        _ name: String, _ profiles: [FleetMember], _ environment: [String: String], _ files: any FileReader
    ) async throws -> [FleetMember] {
        if name.hasPrefix(Self.scheme) {
            let cluster = try await Self.asking(String(name.dropFirst(Self.scheme.count)), environment)
            return FleetMember.all(of: cluster, profiles: profiles)
        }
        if name.hasSuffix(".json") {
            let (cluster, warnings) = try ClusterInventory.reading(name, files: files)
            self.warnings += warnings
            return FleetMember.all(of: cluster, profiles: profiles)
        }
        return FleetMember.all(of: try HostInventory(at: name, files: files), profiles: profiles)
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
