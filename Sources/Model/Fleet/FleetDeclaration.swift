/// What the servers of a fleet are to have in common.
package struct FleetDeclaration: Sendable, Equatable {
    package struct Setting: Sendable, Equatable {
        package var name: String
        package var value: JSONValue

        package init(name: String, value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// `4.6`; nil for any.
    package var release: String?
    /// Those of `settings list`: who may sign up, how long media are kept.
    package var settings: [Setting]
    /// Paths of declared lists of domain blocks.
    package var blockLists: [String]

    package init(release: String?, settings: [Setting], blockLists: [String]) {
        self.release = release
        self.settings = settings
        self.blockLists = blockLists
    }
}

extension FleetDeclaration {
    /// What is otherwise than declared.
    package struct Difference: Sendable, Equatable, Encodable {
        package enum Part: String, Sendable, Encodable {
            case release, setting
            case blockList = "block_list"
        }

        package var part: Part
        /// The setting, or the list's path; absent for the release.
        package var name: String?
        package var declared: JSONValue
        /// Null where the server has none.
        package var found: JSONValue
    }

    /// - Parameter instance: an answer of `instance show`.
    package func differences(instance: JSONValue) -> [Difference] {
        let found = instance["release"]?.string?.replacing("Mastodon ", with: "")
        guard let release, found != release else { return [] }
        return [
            Difference(
                part: .release, name: nil, declared: .string(release), found: found.map(JSONValue.string) ?? .null)
        ]
    }

    /// - Parameter settings: an answer of `settings list`.
    package func differences(settings: JSONValue) -> [Difference] {
        let known = Dictionary(
            (settings["settings"]?.array ?? []).compactMap { setting in
                setting["name"]?.string.map { ($0, setting["value"] ?? .null) }
            }
        ) { $1 }
        return self.settings.compactMap { declared in
            let found = known[declared.name] ?? .null
            guard !found.isLike(declared.value) else { return nil }
            return Difference(part: .setting, name: declared.name, declared: declared.value, found: found)
        }
    }

    /// - Parameter drift: an answer of `domain-blocks drift` for a list.
    package func differences(of list: String, drift: JSONValue) -> [Difference] {
        let changes = ["add", "amend", "remove"].compactMap { drift[$0]?.integer }.reduce(0, +)
        guard changes > 0 else { return [] }
        return [Difference(part: .blockList, name: list, declared: .integer(0), found: .integer(changes))]
    }
}

extension JSONValue {
    /// The same value; numbers of both kinds are one, and nothing is as good as an empty text.
    fileprivate func isLike(_ other: JSONValue) -> Bool {
        if let one = double, let two = other.double { return one == two }
        func isEmpty(_ value: JSONValue) -> Bool { value == .null || value == .string("") }
        return self == other || isEmpty(self) && isEmpty(other)
    }
}
