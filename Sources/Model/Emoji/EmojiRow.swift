/// A custom emoji.
package struct EmojiRow: Sendable, Equatable {
    package var id: Int64
    package var shortcode: String
    /// Nil for one of this server.
    package var domain: String?
    package var category: String?
    package var isListed: Bool
    package var isDisabled: Bool
    /// As stored; nil where there is no picture.
    package var fileName: String?
    package var contentType: String?
    package var schemaVersion: Int
    /// Bytes of the picture as the row tells.
    package var bytes: Int64
    package var updated: UTCTime
    /// Where its own server has the picture; nil for one of this server.
    package var source: String?

    package init(
        id: Int64, shortcode: String, domain: String?, category: String?, isListed: Bool, isDisabled: Bool,
        fileName: String?, contentType: String?, schemaVersion: Int, bytes: Int64, updated: UTCTime,
        source: String? = nil
    ) {
        self.id = id
        self.shortcode = shortcode
        self.domain = domain
        self.category = category
        self.isListed = isListed
        self.isDisabled = isDisabled
        self.fileName = fileName
        self.contentType = contentType
        self.schemaVersion = schemaVersion
        self.bytes = bytes
        self.updated = updated
        self.source = source
    }

    /// `:blobcat:`, `:blobcat:@example.org`.
    package var name: String { ":\(shortcode):" + (domain.map { "@\($0)" } ?? "") }

    /// Its picture; nil where there is none.
    package var file: StoredFile? {
        guard let fileName, !fileName.isEmpty else { return nil }
        return StoredFile(
            kind: .emoji, id: id, fileName: fileName, contentType: contentType, schemaVersion: schemaVersion,
            isLocal: domain == nil)
    }

    /// Its key in the server's cache. Source: Mastodon 4.6.5 `app/lib/entity_cache.rb` (`to_key`).
    package var cacheKey: String {
        (["emoji:" + shortcode.lowercased()] + [domain?.lowercased()].compactMap { $0 }).joined(separator: ":")
    }
}

/// Which emoji.
package struct EmojiSelection: Sendable, Equatable {
    package enum Origin: String, Sendable, CaseIterable {
        case everywhere, local, remote
        /// Of servers that are suspended here, and those below them.
        case suspended
    }

    package var origin: Origin
    /// Of these servers and those below them; empty for all.
    package var domains: [String]
    package var category: String?
    /// A part of the shortcode.
    package var match: String?
    /// These shortcodes, whatever the case of their letters; empty for all.
    package var shortcodes: [String]

    package init(
        _ origin: Origin, domains: [String] = [], category: String? = nil, match: String? = nil,
        shortcodes: [String] = []
    ) {
        self.origin = origin
        self.domains = domains
        self.category = category
        self.match = match
        self.shortcodes = shortcodes
    }
}
