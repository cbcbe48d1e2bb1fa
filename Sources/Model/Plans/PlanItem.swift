/// One thing a saved plan is about: what it is, the state it was seen in, what is to become of it.
package struct PlanItem: Sendable, Equatable {
    /// The row's id; nil for what does not exist yet.
    package var id: Int64?
    /// A handle, a domain.
    package var name: String
    /// What of its state the plan relies on. The item is left alone when that is no longer so.
    package var seen: JSONValue
    /// What is to be done with it, where that differs between the items of one plan; null otherwise.
    package var change: JSONValue

    package init(id: Int64?, name: String, seen: JSONValue, change: JSONValue = .null) {
        self.id = id
        self.name = name
        self.seen = seen
        self.change = change
    }

    /// Nil for what is no item.
    package init?(json: JSONValue) {
        guard let name = json["name"]?.string, let seen = json["seen"] else { return nil }
        if let text = json["id"]?.string {
            guard let number = Int64(text) else { return nil }
            id = number
        } else {
            id = nil
        }
        self.name = name
        self.seen = seen
        change = json["change"] ?? .null
    }

    /// Ids are strings, since they may be too large for a reader that takes every number for a float.
    package var json: JSONValue {
        var members: [JSONValue.Member] = id.map { [.init("id", .string("\($0)"))] } ?? []
        members += [.init("name", .string(name)), .init("seen", seen)]
        if change != .null { members.append(.init("change", change)) }
        return .object(members)
    }
}
