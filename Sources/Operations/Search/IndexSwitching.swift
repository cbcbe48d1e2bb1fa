import Model
import Stores

/// How a new index took the place of the one in service.
enum IndexSwitch: Sendable, Equatable {
    /// It has the name itself, which the server's own check of its indexes goes by.
    case own
    /// The name is an alias of it: the cluster cannot clone, or would not.
    case alias(reason: String)
}

/// Puts a filled index in the place of the one in service.
struct IndexSwitching: Sendable {
    let cluster: SearchCluster<ReadWrite>

    /// By a clone under the own name where the cluster can: the name is free only for as long as that takes, a matter of
    /// linking files. Otherwise, and when the clone is refused, by an alias.
    ///
    /// Source for what the name has to be: Mastodon 4.6.5 `app/lib/admin/system_check/elasticsearch_check.rb`.
    func put(_ plan: IndexPlan) async throws -> IndexSwitch {
        let greeting = try await cluster.greeting()
        guard greeting.canClone else {
            try await alias(plan, replacing: plan.former.map { ($0, plan.isFormerConcrete) })
            return .alias(reason: "\(greeting.product.rawValue) \(greeting.version) cannot clone an index")
        }
        let name = cluster.name(plan.index.name)
        try await cluster.setIndexSettings(plan.target, .object([.init("blocks.write", true)]))
        // One that was killed here has taken the former away already.
        if let former = plan.former, try await cluster.exists(former) {
            let action =
                plan.isFormerConcrete
                ? Self.action("remove_index", [("index", former)])
                : Self.action("remove", [("index", former), ("alias", name)])
            try await cluster.updateAliases([action])
        }
        do {
            try await cluster.clone(
                plan.target, as: name,
                .object([
                    .init("index.blocks.write", .null),
                    .init("index.number_of_replicas", .integer(cluster.preset.replicas)),
                ]))
        } catch {
            // The server may have written to the name meanwhile, which makes an index of the cluster's own devising.
            try await alias(plan, replacing: try await cluster.exists(name) ? (name, true) : nil)
            return .alias(reason: "\(error)")
        }
        try await cluster.delete(plan.target)
        return .own
    }

    /// Lets the name be one of the filled index, by a single call.
    ///
    /// - Parameter former: what has the name, and whether it is its own.
    func alias(_ plan: IndexPlan, replacing former: (whole: String, isConcrete: Bool)?) async throws {
        let name = cluster.name(plan.index.name)
        var actions: [JSONValue] = []
        if let former {
            actions.append(
                former.isConcrete
                    ? Self.action("remove_index", [("index", former.whole)])
                    : Self.action("remove", [("index", former.whole), ("alias", name)]))
        }
        actions.append(Self.action("add", [("index", plan.target), ("alias", name)]))
        try await cluster.updateAliases(actions)
        try await cluster.setIndexSettings(plan.target, .object([.init("blocks.write", .null)]))
    }

    private static func action(_ name: String, _ fields: [(String, String)]) -> JSONValue {
        .object([.init(name, .object(fields.map { .init($0.0, .string($0.1)) }))])
    }
}
