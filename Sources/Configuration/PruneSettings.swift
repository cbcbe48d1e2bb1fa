import Model

/// What a retention policy can prune.
package enum PrunePart: String, CaseIterable, Sendable {
    case attachments, avatars, headers
    case previewCards = "preview_cards"
    case orphans
}

/// The retention policy of one part: `[prune.attachments]` and its sisters.
package struct PruneSettings: Sendable, Equatable {
    package var part: PrunePart
    /// Only what somebody wrote a word about is pruned; the defaults alone prune nothing.
    package var isEnabled: Bool
    /// Keep what is younger; nil for orphans, which have `minAge`.
    package var days: Int?
    package var limit: Int?
    package var maxSize: ByteCount?
    package var untilFree: ByteCount?
    package var keepInteracted: Bool
    package var includeFollows: Bool
    package var minAge: Duration?
    package var quarantine: String?
    package var concurrency: Int
    package var rate: Int?

    init(_ part: PrunePart, _ resolver: Resolver, run: RunSettings) throws {
        func key(_ name: String) -> String { "prune.\(part.rawValue).\(name)" }
        func has(_ name: String) -> Bool { Setting.byKey[key(name)] != nil }
        self.part = part
        let isWritten = Setting.all.contains { $0.section == "prune.\(part.rawValue)" && resolver.said($0.key) != nil }
        isEnabled = try resolver.boolean(key("enabled")) && isWritten
        days = has("days") ? try resolver.integer(key("days")) : nil
        limit = try resolver.integer(key("limit"))
        maxSize = has("max_size") ? try resolver.size(key("max_size")) : nil
        untilFree = has("until_free") ? try resolver.size(key("until_free")) : nil
        keepInteracted = has("keep_interacted") ? try resolver.boolean(key("keep_interacted")) : false
        includeFollows = has("include_follows") ? try resolver.boolean(key("include_follows")) : false
        minAge = has("min_age") ? try resolver.duration(key("min_age")) : nil
        quarantine = has("quarantine") ? resolver.filled(key("quarantine")) : nil
        concurrency = max(try resolver.integer(key("concurrency")) ?? run.concurrency, 1)
        rate = try resolver.integer(key("rate")) ?? run.rate
    }
}
