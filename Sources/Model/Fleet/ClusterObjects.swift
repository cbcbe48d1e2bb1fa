/// The ConfigMaps, Secrets and Deployments of a Kubernetes cluster, as `kubectl get … --output json` tells them.
struct ClusterObjects {
    typealias Trouble = HostInventory.Trouble

    struct Place: Hashable {
        var namespace: String
        var name: String
    }

    /// A ConfigMap or a Secret.
    struct Holder {
        var labels: [String: String]
        fileprivate(set) var values: [String: String]
        fileprivate var isEncoded: Bool

        /// What stands there under a key.
        func value(_ key: String) -> Reading {
            guard let text = values[key] else { return .gap("has no key \(ClusterObjects.told(key))") }
            if !isEncoded { return .text(text) }
            guard text.utf8.count(where: { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "\n") }) % 4 != 1,
                let bytes = Base64.bytes(text)
            else { return .gap("holds no Base64 at \(ClusterObjects.told(key))") }
            return String(validating: bytes, as: UTF8.self).map { .text($0) }
                ?? .gap("holds no text at \(ClusterObjects.told(key))")
        }
    }

    enum Reading {
        case text(String)
        /// Why there is no value: what follows the holder's name.
        case gap(String)
    }

    struct Deployment {
        var place: Place
        /// The pods' before its own.
        var labels: [String: String]
        var containers: [JSONValue]
    }

    private(set) var configMaps: [Place: Holder] = [:]
    private(set) var secrets: [Place: Holder] = [:]
    private(set) var deployments: [Deployment] = []

    /// - Throws: `Trouble` for an object of these kinds that has no name or namespace that could be one.
    init(_ items: [JSONValue]) throws(Trouble) {
        for (index, item) in items.enumerated() {
            guard let kind = item["kind"]?.string else { throw Trouble("object \(index + 1) has no kind") }
            guard ["ConfigMap", "Secret", "Deployment"].contains(kind) else { continue }
            guard let data = item["metadata"], let name = data["name"]?.string, Self.isName(name),
                let namespace = data["namespace"]?.string, Self.isName(namespace), !namespace.contains(".")
            else { throw Trouble("object \(index + 1), a \(kind), has no name and namespace that could be some") }
            let place = Place(namespace: namespace, name: name)
            let labels = Self.texts(data["labels"])
            switch kind {
            case "ConfigMap":
                configMaps[place] = Holder(labels: labels, values: Self.texts(item["data"]), isEncoded: false)
            case "Secret": secrets[place] = Holder(labels: labels, values: Self.texts(item["data"]), isEncoded: true)
            default:
                let template = item["spec"]?["template"]
                deployments.append(
                    Deployment(
                        place: place, labels: Self.texts(template?["metadata"]?["labels"]).merging(labels) { $1 },
                        containers: template?["spec"]?["containers"]?.array ?? []))
            }
        }
        deployments.sort { ($0.place.namespace, $0.place.name) < ($1.place.namespace, $1.place.name) }
    }

    private static func texts(_ value: JSONValue?) -> [String: String] {
        guard case .object(let members) = value else { return [:] }
        return Dictionary(members.compactMap { member in member.value.string.map { (member.name, $0) } }) { $1 }
    }

    /// Source: RFC 1123, by which Kubernetes names objects.
    static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 253, text.first != ".", text.first != "-" else { return false }
        return !text.isEmpty
            && text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
            }
    }

    /// A name of a reference or a key in words to a person: somebody else wrote it.
    static func told(_ name: String) -> String {
        let text = String(
            name.prefix(80).map { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) ? $0 : "?" })
        return text.isEmpty ? "without a name" : text
    }
}
