/// How the server has a stored file served: its media type, who may read it, and for how long it may be kept.
///
/// Source: Mastodon 4.6.5 `config/initializers/paperclip.rb` (`s3_headers`, `s3_permissions`), `app/models/backup.rb`;
/// types as Paperclip tells them by a name's extension.
package struct FileServing: Sendable, Equatable {
    /// Nil where the name does not tell.
    package var contentType: String?
    /// Only with a signed address: archives that people have asked for.
    package var isPrivate: Bool

    package init(contentType: String?, isPrivate: Bool = false) {
        self.contentType = contentType
        self.isPrivate = isPrivate
    }

    /// Of a key.
    package init(of key: ObjectKey) {
        let path = try? StoredPath(key)
        let name = key.text.split(separator: "/").last ?? ""
        self.init(
            contentType: Self.types[FileName(name).fileExtension.lowercased()], isPrivate: path?.kind == .backup)
    }

    /// A name is used for one content alone, so that it may be kept for ever.
    package static let cacheControl = "public, max-age=315576000, immutable"

    /// Whether a media type says nothing: browsers offer such a file for saving in the place of showing it.
    package static func isGeneric(_ type: String?) -> Bool {
        guard let type = type?.lowercased() else { return true }
        return ["", "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded"]
            .contains(type)
    }

    private static let types = [
        "jpg": "image/jpeg", "jpeg": "image/jpeg", "jpe": "image/jpeg", "jfif": "image/jpeg", "png": "image/png",
        "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "heic": "image/heic", "heif": "image/heif",
        "svg": "image/svg+xml", "ico": "image/vnd.microsoft.icon", "mp4": "video/mp4", "m4v": "video/mp4",
        "webm": "video/webm", "mov": "video/quicktime", "ogv": "video/ogg", "mp3": "audio/mpeg", "oga": "audio/ogg",
        "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "flac": "audio/flac", "aac": "audio/aac",
        "m4a": "audio/mp4", "3gp": "audio/3gpp", "wma": "audio/x-ms-asf", "zip": "application/zip",
        "gz": "application/gzip",
    ]
}
