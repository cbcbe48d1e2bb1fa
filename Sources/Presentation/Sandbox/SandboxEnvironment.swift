import Console

/// `sandbox env`: the names and values of the environment file, without `export`, as an env file has them.
package struct SandboxEnvironment: Presentable {
    package var schema = "sandbox.env/1"
    package var path: String
    package var variables: [String: String]
    private let pairs: [(name: String, value: String)]
    private let isPathAlone: Bool

    enum CodingKeys: CodingKey {
        case schema, path, variables
    }

    /// - Parameter isPathAlone: whether only the file's path is wanted.
    package init(path: String, pairs: [(name: String, value: String)], isPathAlone: Bool) {
        self.path = path
        self.pairs = pairs
        self.isPathAlone = isPathAlone
        variables = isPathAlone ? [:] : Dictionary(pairs.map { ($0.name, $0.value) }) { _, last in last }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(schema, forKey: .schema)
        try container.encode(path, forKey: .path)
        if !isPathAlone { try container.encode(variables, forKey: .variables) }
    }

    package var table: Table {
        var table = Table([.init("name"), .init("value")])
        for pair in pairs { table.add([pair.name, pair.value]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        isPathAlone ? path + "\n" : pairs.map { "\($0.name)=\($0.value)\n" }.joined()
    }

    package var ids: [String] { isPathAlone ? [path] : pairs.map(\.name) }
}
