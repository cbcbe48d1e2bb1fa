import Model

/// One attachment with its files.
struct Attachment: Sendable {
    struct Stored: Sendable {
        var name: String
        var kind: SampleFile
        var contentType: String
        var size: Int
    }

    var id: Int
    var account: Int?
    var status: Int?
    var isLocal: Bool
    /// 0 image, 1 gifv, 2 video, 3 unknown, 4 audio.
    var type: Int
    var created: Instant
    var remoteURL: String
    /// What the row says is stored, or nil when nothing is cached.
    var file: Stored?
    /// The `small` style: its kind gives its extension.
    var small: Stored?
    var thumbnail: Stored?
    var thumbnailRemoteURL: String?
    var version: Int?
    var thumbnailVersion: Int?
    var description: String?
    /// False for a row whose files are gone.
    var hasFiles = true
    var hasSize = true
    /// True for one that waits with a scheduled post.
    var isScheduled = false
}

extension Population {
    private struct Format {
        var kind: SampleFile
        var contentType: String
        var extensions: [String]
        var type: Int
        var small: SampleFile?
        var share: Int
        var limit: Int
    }

    private static let picture = Format(
        kind: .jpeg, contentType: "image/jpeg", extensions: ["jpg", "jpeg"], type: 0, small: .jpeg, share: 48,
        limit: 40_000)
    private static let formats: [Format] = [
        picture,
        Format(
            kind: .png, contentType: "image/png", extensions: ["png"], type: 0, small: .png, share: 18, limit: 60_000),
        Format(
            kind: .webp, contentType: "image/webp", extensions: ["webp"], type: 0, small: .webp, share: 7, limit: 30_000
        ),
        Format(
            kind: .avif, contentType: "image/avif", extensions: ["avif"], type: 0, small: .jpeg, share: 2, limit: 20_000
        ),
        Format(
            kind: .heic, contentType: "image/heic", extensions: ["heic"], type: 0, small: .jpeg, share: 2, limit: 30_000
        ),
        Format(
            kind: .gif, contentType: "image/gif", extensions: ["gif"], type: 0, small: .png, share: 2, limit: 30_000),
        Format(
            kind: .mp4, contentType: "video/mp4", extensions: ["mp4"], type: 1, small: .png, share: 6, limit: 60_000),
        Format(
            kind: .mp4, contentType: "video/mp4", extensions: ["mp4"], type: 2, small: .png, share: 6, limit: 150_000),
        Format(
            kind: .webm, contentType: "video/webm", extensions: ["webm"], type: 2, small: .png, share: 2, limit: 150_000
        ),
        Format(
            kind: .mov, contentType: "video/quicktime", extensions: ["mov", "qt"], type: 2, small: .png, share: 1,
            limit: 150_000),
        Format(
            kind: .mp3, contentType: "audio/mpeg", extensions: ["mp3"], type: 4, small: nil, share: 3, limit: 80_000),
        Format(
            kind: .ogg, contentType: "audio/ogg", extensions: ["ogg", "oga"], type: 4, small: nil, share: 2,
            limit: 80_000),
        Format(
            kind: .bytes, contentType: "application/octet-stream", extensions: ["bin"], type: 3, small: nil, share: 1,
            limit: 9_000),
    ]

    /// Attachments come in groups, one for a post: seven attachments in four posts.
    private static let groupSizes = [1, 2, 3, 1]
    private static let groupStarts = [0, 1, 3, 6]

    /// How many posts have attachments.
    var mediaGroups: Int { (counts.attachments * 4 + 6) / 7 }

    /// The group of attachments a post has, or nil.
    func mediaGroup(ofStatus index: Int) -> Int? {
        guard mediaGroups > 0 else { return nil }
        let group = (index * mediaGroups + counts.statuses - 1) / counts.statuses
        return group < mediaGroups && group * counts.statuses / mediaGroups == index ? group : nil
    }

    /// The numbers of the attachments a post has.
    func attachments(ofStatus index: Int) -> Range<Int> {
        guard let group = mediaGroup(ofStatus: index) else { return 0..<0 }
        let start = group / 4 * 7 + Self.groupStarts[group % 4]
        return start..<min(start + Self.groupSizes[group % 4], counts.attachments)
    }

    func status(ofAttachment index: Int) -> Int {
        let within = index % 7
        let group = index / 7 * 4 + (within < 1 ? 0 : within < 3 ? 1 : within < 6 ? 2 : 3)
        return group * counts.statuses / mediaGroups
    }

    func attachmentID(_ index: Int) -> Int {
        if index < counts.attachments / 20 { return index + 1 }
        return Self.snowflake(statusCreated(status(ofAttachment: index)), index)
    }

    func attachment(_ index: Int) -> Attachment {
        let status = status(ofAttachment: index)
        let author = statusAuthor(status)
        let isLocal = isLocalAccount(author)
        let format = format(index)
        let suffix = format.extensions[pick(.file, index, below: format.extensions.count, salt: 1)]
        let host = isLocal ? "" : domain(ofAccount: author)
        var made = Attachment(
            id: attachmentID(index), account: author, status: status, isLocal: isLocal, type: format.type,
            created: statusCreated(status),
            remoteURL: isLocal ? "" : "https://\(host)/system/media/\(index).\(suffix)")
        made.version = storageVersion(.version, index)
        if index % 11 == 0 { made.description = text(.text, index, words: 6) }
        if format.type == 4 || format.type == 2 && index % 3 == 0 {
            made.thumbnailRemoteURL = isLocal ? nil : "https://\(host)/system/thumbnails/\(index).png"
            made.thumbnailVersion = release >= .v4_6 ? made.version : nil
        }
        guard isLocal || fraction(.cached, index) < cachedShare else { return made }
        made.file = Attachment.Stored(
            name: "\(hexName(.file, index)).\(suffix)", kind: format.kind, contentType: format.contentType,
            size: fileSize(format.kind, .size, index, upTo: format.limit))
        if let small = format.small {
            made.small = Attachment.Stored(
                name: "", kind: small, contentType: "", size: fileSize(small, .size, index ^ 0x55, upTo: 3_000))
        }
        if made.thumbnailRemoteURL != nil || isLocal && format.type == 4 {
            made.thumbnail = Attachment.Stored(
                name: "\(hexName(.thumbnail, index)).png", kind: .png, contentType: "image/png",
                size: fileSize(.png, .thumbnail, index, upTo: 9_000))
        }
        return made
    }

    private func format(_ index: Int) -> Format {
        if hasPicturesOnly { return Self.picture }
        var at = pick(.attachment, index, below: 100)
        for format in Self.formats {
            if at < format.share { return format }
            at -= format.share
        }
        return Self.picture
    }
}
