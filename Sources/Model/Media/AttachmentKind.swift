/// The kinds of file a Mastodon server stores, each a class and an attachment of Paperclip's.
///
/// Source: Mastodon 4.6.5 `app/models` (`has_attached_file`); the same since 4.2.
package enum AttachmentKind: String, CaseIterable, Sendable, Codable {
    case avatar, header, emoji, mediaFile, mediaThumbnail, previewCard, siteUpload, backup

    /// The first two parts of a key: `media_attachments/files`.
    package var path: String { "\(table)/\(attachment)s" }

    /// The table whose rows own the files; also the class part of a key.
    package var table: String {
        switch self {
        case .avatar, .header: "accounts"
        case .emoji: "custom_emojis"
        case .mediaFile, .mediaThumbnail: "media_attachments"
        case .previewCard: "preview_cards"
        case .siteUpload: "site_uploads"
        case .backup: "backups"
        }
    }

    /// The attachment's name: the prefix of its columns, and in the plural the second part of a key.
    package var attachment: String {
        switch self {
        case .avatar: "avatar"
        case .header: "header"
        case .emoji, .previewCard: "image"
        case .mediaFile, .siteUpload: "file"
        case .mediaThumbnail: "thumbnail"
        case .backup: "dump"
        }
    }

    /// The kind behind the first two parts of a key, or nil for what no current server stores.
    package init?(table: Substring, attachments: Substring) {
        switch (table, attachments) {
        case ("media_attachments", "files"): self = .mediaFile
        case ("media_attachments", "thumbnails"): self = .mediaThumbnail
        case ("accounts", "avatars"): self = .avatar
        case ("accounts", "headers"): self = .header
        case ("preview_cards", "images"): self = .previewCard
        case ("custom_emojis", "images"): self = .emoji
        case ("site_uploads", "files"): self = .siteUpload
        case ("backups", "dumps"): self = .backup
        default: return nil
        }
    }

    /// Every class Paperclip stores for, known to the server's own orphan search.
    package static let tables: Set<String> = Set(allCases.map(\.table))
}

extension AttachmentKind {
    /// The word used on the command line and in answers.
    package var word: String {
        switch self {
        case .avatar: "avatar"
        case .header: "header"
        case .emoji: "emoji"
        case .mediaFile: "attachment"
        case .mediaThumbnail: "thumbnail"
        case .previewCard: "preview-card"
        case .siteUpload: "site-upload"
        case .backup: "backup"
        }
    }

    package init?(word: String) {
        guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = kind
    }

    /// Whether the server fetches a remote file of this kind again once its row names none.
    ///
    /// Source: Mastodon 4.6.5 `app/models/{media_attachment,custom_emoji}.rb`, `app/workers/redownload_*_worker.rb`,
    /// `app/services/fetch_link_card_service.rb`; an emoji without a picture is no valid emoji.
    package var isFetchedAgain: Bool {
        switch self {
        case .avatar, .header, .mediaFile, .mediaThumbnail, .previewCard: true
        case .emoji, .siteUpload, .backup: false
        }
    }
}
