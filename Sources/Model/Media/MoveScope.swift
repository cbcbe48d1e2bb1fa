/// Which of the stored files are moved or mirrored.
package struct MoveScope: Sendable, Equatable {
    /// A word for some of them.
    package enum Part: String, Sendable, CaseIterable {
        /// What there is no other copy of.
        case local
        /// Copies of remote files.
        case cached
        case avatars, headers, emoji, attachments, thumbnails
        case previewCards = "preview-cards"
        case siteUploads = "site-uploads"
        case backups

        fileprivate var kind: AttachmentKind? {
            switch self {
            case .local, .cached: nil
            case .avatars: .avatar
            case .headers: .header
            case .emoji: .emoji
            case .attachments: .mediaFile
            case .thumbnails: .mediaThumbnail
            case .previewCards: .previewCard
            case .siteUploads: .siteUpload
            case .backups: .backup
            }
        }
    }

    /// The keys begin with one of these, in byte order; one that is empty stands for everything.
    package let prefixes: [String]

    /// - Parameter parts: none for everything.
    package init(_ parts: Set<Part> = []) {
        let kinds = AttachmentKind.allCases.filter { kind in parts.contains { $0.kind == kind } }
        var prefixes: Set<String> = []
        if parts.isEmpty { prefixes.insert("") }
        if parts.contains(.cached) { prefixes.insert("cache/") }
        if parts.contains(.local) { prefixes.formUnion(AttachmentKind.allCases.map { "\($0.path)/" }) }
        for kind in kinds {
            prefixes.insert("\(kind.path)/")
            // Those of remote accounts; beside all of the cache they would be told twice.
            if !parts.contains(.cached) { prefixes.insert("cache/\(kind.path)/") }
        }
        self.prefixes = prefixes.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
