/// One attachment of one row, as its columns tell it: enough to name every stored object it owns.
package struct StoredFile: Sendable, Equatable {
    package var kind: AttachmentKind
    /// The row's id.
    package var id: Int64
    /// `<attachment>_file_name` as stored.
    package var fileName: String
    /// `<attachment>_content_type`; decides which styles exist.
    package var contentType: String?
    /// `<attachment>_storage_schema_version`; NULL counts as 0.
    package var schemaVersion: Int
    /// Local files never live below `cache/`. For preview cards always false.
    package var isLocal: Bool
    /// `site_uploads.var`; nil for the other kinds.
    package var uploadName: String?

    package init(
        kind: AttachmentKind, id: Int64, fileName: String, contentType: String? = nil, schemaVersion: Int = 0,
        isLocal: Bool, uploadName: String? = nil
    ) {
        self.kind = kind
        self.id = id
        self.fileName = fileName
        self.contentType = contentType
        self.schemaVersion = schemaVersion
        self.isLocal = isLocal
        self.uploadName = uploadName
    }

    /// The keys of every style this file may have, `original` first, whether or not they exist.
    package var keys: [ObjectKey] {
        [key(style: Style(name: "original"))] + Style.of(self).lazy.filter { $0.name != "original" }.map(key)
    }

    /// The key of the original.
    package var originalKey: ObjectKey { key(style: Style(name: "original")) }

    /// The key of one style: `[cache/]class/attachments/partition/style/name`.
    ///
    /// Source: Mastodon 4.6.5 `config/initializers/paperclip.rb`.
    package func key(style: Style) -> ObjectKey {
        let name =
            style.name == "original" ? fileName : FileName(fileName).replacing(fileExtension: style.fileExtension)
        return ObjectKey("\(directory)/\(style.name)/\(name)")
    }

    /// The folder that holds all styles of this file.
    package var directory: String {
        "\(livesInCache ? "cache/" : "")\(kind.path)/\(IDPartition.path(of: id))"
    }

    /// True when the key starts with `cache/`.
    package var livesInCache: Bool {
        switch kind {
        case .siteUpload, .backup: false
        case .previewCard: schemaVersion >= 1
        default: schemaVersion >= 1 && !isLocal
        }
    }

    /// True when a file of that name belongs to this row: its own name or, where a style forces an extension, the same
    /// base name with that extension.
    ///
    /// Source: Mastodon 4.6.5 `lib/paperclip/attachment_extensions.rb`, `variant?`.
    package func owns(fileNamed other: some StringProtocol) -> Bool {
        // Byte by byte: Swift's own equality takes a composed and a decomposed "é" for one name.
        if other.utf8.elementsEqual(fileName.utf8) { return true }
        let candidate = FileName(other)
        return candidate.base.utf8.elementsEqual(FileName(fileName).base.utf8)
            && Style.of(self).contains { $0.fileExtension.map { $0 == candidate.fileExtension } ?? false }
    }
}

/// One rendition of a stored file.
package struct Style: Sendable, Equatable {
    package var name: String
    /// The extension the style forces, without a dot; nil keeps the stored one.
    package var fileExtension: String?

    package init(name: String, fileExtension: String? = nil) {
        self.name = name
        self.fileExtension = fileExtension
    }

    /// The styles a server defines for a file, `original` only where it forces an extension.
    ///
    /// Source: Mastodon 4.6.5 `app/models/{media_attachment,preview_card,custom_emoji,site_upload}.rb` and
    /// `app/models/concerns/account/{avatar,header}.rb`.
    package static func of(_ file: StoredFile) -> [Style] {
        switch file.kind {
        case .avatar, .header: file.contentType == "image/gif" ? [Style(name: "static", fileExtension: "png")] : []
        case .emoji: [Style(name: "static", fileExtension: "png")]
        case .mediaFile: media(contentType: file.contentType ?? "")
        case .mediaThumbnail, .backup: []
        case .previewCard: file.contentType == "image/gif" ? [Style(name: "original", fileExtension: "jpg")] : []
        case .siteUpload: upload(named: file.uploadName ?? "")
        }
    }

    private static func media(contentType: String) -> [Style] {
        switch contentType {
        case "image/gif", "video/webm", "video/quicktime", "video/mp4", "video/ogg":
            [Style(name: "small", fileExtension: "png"), Style(name: "original", fileExtension: "mp4")]
        case "image/heic", "image/heif", "image/avif":
            [Style(name: "original", fileExtension: "jpeg"), Style(name: "small", fileExtension: "jpeg")]
        case "image/jpeg", "image/png", "image/webp":
            [Style(name: "small")]
        default:
            [Style(name: "original", fileExtension: "mp3")]
        }
    }

    private static let iconSizes = [
        16, 32, 48, 36, 57, 60, 72, 76, 96, 114, 120, 144, 152, 167, 180, 192, 256, 384, 512, 1024,
    ]

    private static func upload(named name: String) -> [Style] {
        switch name {
        case "thumbnail": ["@1x", "@2x"].map { Style(name: $0, fileExtension: "png") }
        case "favicon": iconSizes.prefix(3).map { Style(name: "\($0)", fileExtension: "png") }
        case "app_icon": iconSizes.dropFirst(2).map { Style(name: "\($0)", fileExtension: "png") }
        default: []
        }
    }
}

extension StoredFile {
    /// True when no part of the stored names can lead out of the file's own folder.
    package var hasSafeNames: Bool {
        !fileName.utf8.contains(UInt8(ascii: "/")) && keys.allSatisfy(\.isSafe)
    }
}
