import Model

/// A file below the media root or in the bucket.
package struct PlantedFile: Sendable, Hashable {
    package enum Entry: Sendable, Hashable {
        case file(SampleFile, size: Int)
        /// Below a media root only; the target is relative to the link.
        case symbolicLink(String)
        /// An empty directory; in a bucket an empty object whose name ends in a slash.
        case directory
    }

    package var key: String
    package var entry: Entry
    /// True when no row names it.
    package var isOrphan = false

    package var size: Int {
        if case .file(let kind, let size) = entry { max(size, kind.smallest) } else { 0 }
    }
}

/// Attachments: rows and files of one computation.
extension Population {
    /// The attachments that are no picture of everyday life; they come after the others.
    var allAttachments: Int { counts.attachments + (hasCuriosities ? curiosities.count : 0) }

    func mediaRows() -> TableRows? {
        let columns = [
            "id", "account_id", "status_id", "scheduled_status_id", "type", "remote_url", "file_file_name",
            "file_content_type", "file_file_size", "file_updated_at", "file_meta", "file_storage_schema_version",
            "thumbnail_file_name", "thumbnail_content_type", "thumbnail_file_size", "thumbnail_updated_at",
            "thumbnail_remote_url", "thumbnail_storage_schema_version", "processing", "description", "blurhash",
            "created_at", "updated_at",
        ]
        let odd = hasCuriosities ? curiosities : []
        return rows("media_attachments", columns, count: counts.attachments + odd.count) { index, row in
            let isOdd = index >= counts.attachments
            let it = isOdd ? odd[index - counts.attachments] : attachment(index)
            row.put(it.id)
            row.put(it.account.map(accountID))
            row.put(it.status.map(statusID))
            row.put(it.isScheduled ? 1 : nil)
            row.put(it.type)
            row.put(it.remoteURL)
            row.put(it.file?.name)
            row.put(it.file?.contentType)
            row.put(it.hasSize ? it.file?.size : nil)
            row.put(it.file == nil ? nil : it.created)
            row.put(it.file == nil || it.type > 2 ? nil : #"{"original":{"width":640,"height":480}}"#)
            row.put(it.version)
            row.put(it.thumbnail?.name)
            row.put(it.thumbnail?.contentType)
            row.put(it.thumbnail?.size)
            row.put(it.thumbnail == nil ? nil : it.created)
            row.put(it.thumbnailRemoteURL)
            row.put(it.thumbnailVersion)
            row.put(it.file == nil ? nil : 2)
            row.put(it.description)
            row.put(it.type > 2 ? nil : "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH")
            row.put(it.created)
            row.put(it.created)
            row.end()
        }
    }

    /// Every file of an attachment.
    func files(of it: Attachment) -> [PlantedFile] {
        guard it.hasFiles else { return [] }
        var files: [PlantedFile] = []
        if let file = it.file {
            let isCached = !it.isLocal && (it.version ?? 0) >= 1
            func add(_ style: String, _ name: String, _ stored: Attachment.Stored) {
                files.append(
                    PlantedFile(
                        key: StoredPath.key(
                            "media_attachments/files", id: it.id, style: style, name: name, isCached: isCached),
                        entry: .file(stored.kind, size: stored.size)))
            }
            add("original", file.name, file)
            if let small = it.small {
                // A picture keeps its extension; what no browser shows and every film gets another.
                let suffix: String? =
                    switch file.kind {
                    case .avif, .heic: "jpeg"
                    case .gif, .mp4, .webm, .mov: "png"
                    default: nil
                    }
                add("small", suffix.map { StoredPath.renamed(file.name, to: $0) } ?? file.name, small)
            }
        }
        if let thumbnail = it.thumbnail {
            files.append(
                PlantedFile(
                    key: StoredPath.key(
                        "media_attachments/thumbnails", id: it.id, style: "original", name: thumbnail.name,
                        isCached: !it.isLocal && (it.thumbnailVersion ?? 0) >= 1),
                    entry: .file(thumbnail.kind, size: thumbnail.size)))
        }
        return files
    }
}
