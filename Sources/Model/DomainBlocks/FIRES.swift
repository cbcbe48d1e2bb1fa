/// The changes of a FIRES dataset: what a service recommends to do about other servers, and what it takes back.
///
/// Source: <https://fires.fedimod.org/concepts/federation-management.html> and `…/concepts/changes.html`.
package enum FIRES {
    /// What a change is about; nil for what is no change. Of several changes of one thing the last counts.
    package static func key(of change: JSONValue) -> String? {
        guard let key = entityKey(change) else { return nil }
        return "\(entityKind(change)) \(key.lowercased())"
    }

    /// What a change makes of a list; nil when it makes nothing of it: advice, or what is not about domains.
    static func item(
        _ change: JSONValue, line: Int, standard: BlockSeverity, _ notes: inout BlockListNotes
    ) -> BlockListItem? {
        guard let key = entityKey(change), entityKind(change) == "domain" else { return nil }
        let cells = BlockListCells(domain: key, publicComment: change["comment"]?.string)
        switch change["type"]?.string?.lowercased() {
        case "retraction", "tombstone":
            let item = cells.item(line: line, standard: standard, &notes)
            guard case .entry(let entry, let line) = item else { return item }
            return .retraction(entry.domain, line: line)
        case "recommendation":
            guard let severity = severity(of: change) else { return nil }
            return cells.item(line: line, standard: severity, &notes)
        default: return nil
        }
    }

    static func entityKey(_ change: JSONValue) -> String? {
        (change["entityKey"] ?? change["entity_key"])?.string
    }

    private static func entityKind(_ change: JSONValue) -> String {
        (change["entityKind"] ?? change["entity_kind"])?.string?.lowercased() ?? "domain"
    }

    /// Rejecting and dropping both end all exchange; filtering comes nearest to hiding.
    private static func severity(of change: JSONValue) -> BlockSeverity? {
        switch (change["recommendedPolicy"] ?? change["recommended_policy"])?.string?.lowercased() {
        case "drop", "reject": .suspend
        case "filter": .silence
        default: nil
        }
    }
}
