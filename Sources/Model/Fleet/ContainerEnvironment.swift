/// The variables that Kubernetes gives to a container: all of the sources in `envFrom`, the later before the earlier, and
/// before them those that `env` names one by one.
///
/// Source: Kubernetes 1.34, `makeEnvironmentVariables` of the kubelet.
struct ContainerEnvironment {
    private(set) var variables: [String: String] = [:]
    /// Why a variable has no value that could be told.
    private(set) var gaps: [String: String] = [:]
    /// Why nobody can say which variables there are.
    private(set) var trouble: String?
    /// The ConfigMaps that are spoken of.
    private(set) var configMaps: Set<String> = []

    private let namespace: String
    private let objects: ClusterObjects

    init(of container: JSONValue, in namespace: String, _ objects: ClusterObjects) {
        self.namespace = namespace
        self.objects = objects
        for source in container["envFrom"]?.array ?? [] { takeAll(source) }
        for entry in container["env"]?.array ?? [] { take(entry) }
    }

    private mutating func takeAll(_ source: JSONValue) {
        for kind in ["configMapRef", "secretRef"] {
            guard let reference = source[kind], reference != .null else { continue }
            let (holder, title) = find(reference, isSecret: kind == "secretRef")
            guard let holder else {
                if reference["optional"] != .boolean(true) { trouble = trouble ?? "\(title) is not there" }
                continue
            }
            for key in holder.values.keys {
                let name = (source["prefix"]?.string ?? "") + key
                if Self.isName(name) { take(name, holder.value(key), from: title) }
            }
        }
    }

    private mutating func take(_ entry: JSONValue) {
        guard let name = entry["name"]?.string, Self.isName(name) else { return }
        guard let source = entry["valueFrom"], source != .null else {
            take(name, .text(expanded(entry["value"]?.string ?? "")), from: "")
            return
        }
        for kind in ["configMapKeyRef", "secretKeyRef"] {
            guard let reference = source[kind], reference != .null else { continue }
            let (holder, title) = find(reference, isSecret: kind == "secretKeyRef")
            let key = reference["key"]?.string ?? ""
            // What may be missing leaves to the variable what it had.
            if reference["optional"] == .boolean(true), holder?.values[key] == nil { return }
            take(name, holder?.value(key) ?? .gap("is not there"), from: title)
            return
        }
        take(name, .gap("a field of the pod"), from: "it is")
    }

    private mutating func take(_ name: String, _ reading: ClusterObjects.Reading, from title: String) {
        switch reading {
        case .text(let text): (variables[name], gaps[name]) = (text, nil)
        case .gap(let reason): (variables[name], gaps[name]) = (nil, "\(title) \(reason)")
        }
    }

    private mutating func find(_ reference: JSONValue, isSecret: Bool) -> (ClusterObjects.Holder?, String) {
        let name = reference["name"]?.string ?? ""
        if !isSecret { configMaps.insert(name) }
        let place = ClusterObjects.Place(namespace: namespace, name: name)
        return (
            isSecret ? objects.secrets[place] : objects.configMaps[place],
            "the \(isSecret ? "Secret" : "ConfigMap") \(ClusterObjects.told(name))"
        )
    }

    /// `$(NAME)` is the value of a variable that stands before; of one that does not, it stays as it is. `$$` is a `$`.
    private func expanded(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "$") {
            result += rest[..<sign]
            rest = rest[rest.index(after: sign)...]
            if rest.first == "$" {
                result += "$"
                rest = rest.dropFirst()
            } else if rest.first == "(", let close = rest.firstIndex(of: ")") {
                let word = rest[...close]
                result += variables[String(word.dropFirst().dropLast())] ?? "$\(word)"
                rest = rest[rest.index(after: close)...]
            } else {
                result += "$"
            }
        }
        return result + rest
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.first, !first.isNumber else { return false }
        return text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    }
}
