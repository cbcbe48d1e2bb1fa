/// What Pleroma and Akkoma do about other servers by their simple policy, as far as this server has its like.
///
/// Source: Pleroma 2.7 `docs/configuration/cheatsheet.md` (`:mrf_simple`), `lib/pleroma/web/activity_pub/mrf/simple_policy.ex`
/// (hosts, or pairs of a host and a reason) and `mrf.ex` (what `nodeinfo` tells of it).
struct SimplePolicy: Sendable {
    /// Its settings that have a counterpart.
    enum Action: String, Sendable {
        case reject
        /// Out of the public timelines.
        case federatedTimelineRemoval = "federated_timeline_removal"
        case mediaRemoval = "media_removal"
        case reportRemoval = "report_removal"
    }

    /// Its other settings: lists of hosts too, but of things no block does.
    private static let others: Set<String> = [
        "accept", "avatar_removal", "background_removal", "banner_removal", "followers_only", "media_nsfw",
        "reject_deletes",
    ]

    private(set) var notes = BlockListNotes()
    private var hosts: [String: Host] = [:]
    private var order: [String] = []

    private struct Host: Sendable {
        /// As it was written first.
        var text: String
        var line: Int
        var actions: Set<Action> = []
        var reason: String?
    }

    static func isSetting(_ name: String) -> Bool { Action(rawValue: name) != nil || others.contains(name) }

    /// - Parameters:
    ///   - setting: one of the names `isSetting` knows.
    ///   - line: where it stands; the number of the entry when nil.
    mutating func add(_ setting: String, _ host: String, reason: String?, line: Int? = nil) {
        guard let action = Action(rawValue: setting) else {
            notes.withoutCounterpart.add("\(setting) of \(host)")
            return
        }
        let name = DomainName.covered(by: host).name
        if hosts[name] == nil { order.append(name) }
        var known = hosts[name] ?? Host(text: host, line: line ?? order.count)
        known.actions.insert(action)
        if known.reason ?? "" == "" { known.reason = reason }
        hosts[name] = known
    }

    /// What was found, in the order it was found in; each host once.
    mutating func items() -> [BlockListItem] {
        order.compactMap { hosts[$0] }.map { host in
            let severity: BlockSeverity =
                host.actions.contains(.reject)
                ? .suspend : host.actions.contains(.federatedTimelineRemoval) ? .silence : .noop
            return BlockListCells(
                domain: host.text, severity: severity.rawValue,
                rejectMedia: "\(host.actions.contains(.mediaRemoval))",
                rejectReports: "\(host.actions.contains(.reportRemoval))", publicComment: host.reason
            ).item(line: host.line, standard: severity, &notes)
        }
    }

    // MARK: - JSON

    /// Reads what `nodeinfo`, `/api/v1/instance` or `/api/v1/pleroma/admin/config` answer, or the policy by itself.
    ///
    /// - Returns: false when there is no such policy in it.
    mutating func read(_ value: JSONValue) -> Bool {
        if let configs = value["configs"]?.array {
            guard let own = configs.first(where: { $0["key"]?.string == ":mrf_simple" })?["value"] else { return false }
            for setting in own.array ?? [] { _ = read(setting: setting) }
            return true
        }
        let places = [["metadata", "federation"], ["pleroma", "metadata", "federation"], ["federation"], []]
        for place in places {
            guard let inner = place.reduce(value, { $0?[$1] }) else { continue }
            if let policy = inner["mrf_simple"] {
                read(lists: policy, reasons: inner["mrf_simple_info"])
                return true
            }
        }
        guard case .object(let members) = value, members.contains(where: { Self.isSetting($0.name) }) else {
            return false
        }
        read(lists: value, reasons: nil)
        return true
    }

    /// `{"reject": ["a.example"]}`; the reasons stand beside it by setting and host.
    private mutating func read(lists: JSONValue, reasons: JSONValue?) {
        guard case .object(let members) = lists else { return }
        for member in members where Self.isSetting(member.name) {
            for entry in member.value.array ?? [] {
                guard let (host, reason) = Self.pair(entry) else { continue }
                add(member.name, host, reason: reason ?? reasons?[member.name]?[host]?["reason"]?.string)
            }
        }
    }

    /// `{"tuple": [":reject", ["a.example", {"tuple": ["b.example", "spam"]}]]}`, as the admin's API writes Elixir.
    ///
    /// - Returns: false when it is none of the policy's settings.
    mutating func read(setting value: JSONValue) -> Bool {
        guard let tuple = value["tuple"]?.array, tuple.count == 2, let name = tuple[0].string, name.hasPrefix(":"),
            Self.isSetting(String(name.dropFirst()))
        else { return false }
        for entry in tuple[1].array ?? [] {
            if let (host, reason) = Self.pair(entry) { add(String(name.dropFirst()), host, reason: reason) }
        }
        return true
    }

    private static func pair(_ entry: JSONValue) -> (host: String, reason: String?)? {
        if let host = entry.string { return (host, nil) }
        let parts = entry["tuple"]?.array ?? entry.array ?? []
        guard let host = parts.first?.string else { return nil }
        return (host, parts.dropFirst().first?.string)
    }
}
