import Model

/// In what the servers of a fleet differ from what is declared for all of them.
package struct FleetDrift: Sendable {
    /// What a server is asked, and what its answer is held against.
    package enum Inquiry: Sendable, Equatable {
        case release, settings
        /// The path of a declared list.
        case blockList(String)

        package var words: [String] {
            switch self {
            case .release: ["instance", "show", "--format", "json"]
            case .settings: ["settings", "list", "--format", "json"]
            case .blockList(let path): ["domain-blocks", "drift", path, "--format", "json"]
            }
        }

        /// The schema word of its answer.
        private var schema: String {
            switch self {
            case .release: "instance/1"
            case .settings: "settings.list/1"
            case .blockList: "domain-blocks.drift/1"
            }
        }

        /// The answer; nil when there is none. A check that finds something ends with a status of its own.
        func answer(of result: FleetResult) -> JSONValue? {
            result.json(of: schema)
        }
    }

    package struct Server: Sendable {
        package var name: String
        package var differences: [FleetDeclaration.Difference]
        /// Why it could not be compared, or not in all.
        package var reason: String?
    }

    /// By name.
    package private(set) var servers: [Server]

    private let declaration: FleetDeclaration

    package init(from declaration: FleetDeclaration, among names: [String]) {
        self.declaration = declaration
        servers = names.sorted().map { Server(name: $0, differences: [], reason: nil) }
    }

    /// What has to be asked.
    package var inquiries: [Inquiry] {
        (declaration.release == nil ? [] : [.release]) + (declaration.settings.isEmpty ? [] : [.settings])
            + declaration.blockLists.map(Inquiry.blockList)
    }

    /// Takes in what each server answered to one of them.
    package mutating func add(_ results: [FleetResult], to inquiry: Inquiry) {
        for result in results {
            guard let index = servers.firstIndex(where: { $0.name == result.server }) else { continue }
            guard let answer = inquiry.answer(of: result) else {
                servers[index].reason = servers[index].reason ?? result.line
                continue
            }
            servers[index].differences += differences(in: answer, to: inquiry)
        }
    }

    private func differences(in answer: JSONValue, to inquiry: Inquiry) -> [FleetDeclaration.Difference] {
        switch inquiry {
        case .release: declaration.differences(instance: answer)
        case .settings: declaration.differences(settings: answer)
        case .blockList(let path): declaration.differences(of: path, drift: answer)
        }
    }
}
