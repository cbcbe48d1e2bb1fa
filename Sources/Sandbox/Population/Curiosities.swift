import Model

/// Attachments as a long life leaves them behind. Each is told by its description.
extension Population {
    var curiosities: [Attachment] {
        let remote = post(ofLocal: false)
        let local = post(ofLocal: true)
        var made: [Attachment] = []
        /// `age` in days. Remote unless `isLocal`; cached as a JPEG with its `small` unless changed.
        func add(
            _ words: String, age: Double = 40.5, isLocal: Bool = false, name: String? = nil, id: Int? = nil,
            _ change: (inout Attachment) -> Void = { _ in }
        ) {
            let at = made.count
            let post = isLocal ? local : remote
            let moment = now.before(days: age)
            let created = Instant(milliseconds: moment.milliseconds | 1)
            var it = Attachment(
                id: id ?? Self.snowflake(created, 0x8000 + at), account: post.author, status: post.index,
                isLocal: isLocal, type: 0, created: created,
                remoteURL: isLocal ? "" : "https://\(domain(ofAccount: post.author))/odd/\(at).jpg")
            let name = name ?? "\(hexName(.file, at, salt: 99)).jpg"
            it.file = .init(name: name, kind: .jpeg, contentType: "image/jpeg", size: 400 + at)
            it.small = .init(name: "", kind: .jpeg, contentType: "", size: 300 + at)
            it.version = 1
            it.description = words
            change(&it)
            made.append(it)
        }
        add("remote, attached to nothing") { $0.status = nil }
        add("local, attached to nothing, old", isLocal: true) { $0.status = nil }
        add("local, attached to nothing, new", age: 0.1, isLocal: true) { $0.status = nil }
        add("remote, of nobody") { $0.account = nil }
        add("remote, of nobody, attached to nothing") {
            $0.account = nil
            $0.status = nil
        }
        add("local, of nobody", isLocal: true) {
            $0.account = nil
            $0.status = nil
        }
        add("remote, its files are missing") { $0.hasFiles = false }
        add("local, its files are missing", isLocal: true) { $0.hasFiles = false }
        add("remote, size unknown") { $0.hasSize = false }
        add("remote, schema version 0") { $0.version = 0 }
        add("remote, schema version unknown") { $0.version = nil }
        add("local, schema version 1", isLocal: true)
        add("remote, short id", id: counts.attachments + 1_001)
        add("local, short id", isLocal: true, id: counts.attachments + 1_002)
        add("remote, name needs encoding", name: "photo 1 +ü#?%20&a=b.jpg")
        add("remote, name needs quoting", name: "it's (a) \"test\" ~!*;,@$[x].jpg")
        add("local, name needs encoding", isLocal: true, name: "päth ☃ 雪.jpg")
        add("remote, name without extension", name: "noextension") { $0.small = nil }
        add("remote, begins with a dot", name: ".hidden.jpg")
        add("remote, only the thumbnail is cached") {
            $0.type = 4
            $0.file = nil
            $0.small = nil
            $0.thumbnail = .init(
                name: "\(hexName(.thumbnail, made.count, salt: 99)).png", kind: .png, contentType: "image/png",
                size: 410)
            $0.thumbnailRemoteURL = "https://\(domain(0))/odd/thumbnail.png"
            $0.thumbnailVersion = release >= .v4_6 ? 1 : nil
        }
        add("remote, thumbnail of another schema version") {
            $0.thumbnail = .init(
                name: "\(hexName(.thumbnail, made.count, salt: 99)).png", kind: .png, contentType: "image/png",
                size: 420)
            $0.thumbnailRemoteURL = "https://\(domain(0))/odd/thumbnail2.png"
        }
        add("remote, bytes without a kind") {
            $0.type = 3
            $0.file = .init(name: "mystery.bin", kind: .bytes, contentType: "application/octet-stream", size: 77)
            $0.small = nil
        }
        add("local, waits with a scheduled post", isLocal: true) {
            $0.status = nil
            $0.isScheduled = true
        }
        add("remote, an hour younger than seven days", age: 7 - 1.0 / 24)
        add("remote, an hour older than seven days", age: 7 + 1.0 / 24)
        add("remote, never fetched") {
            $0.file = nil
            $0.small = nil
            $0.version = nil
        }
        return made
    }

    /// A post of a remote or of a local author, not too old.
    private func post(ofLocal isLocal: Bool) -> Post {
        for index in counts.statuses / 2..<counts.statuses {
            let post = post(index)
            if post.isLocal == isLocal, !post.isBoost { return post }
        }
        return post(0)
    }

    /// Files no row names, links and empty directories: of rows that are gone, of existing rows but with other names,
    /// and what only looks like ours.
    package var orphans: [PlantedFile] {
        guard hasCuriosities else { return [] }
        let lost = "109/999/999/999/999/999"
        let row = curiosities[0]
        let here = "media_attachments/files/\(StoredPath.partition(row.id))"
        let base = row.file.map { String($0.name.dropLast(4)) } ?? ""
        let person = StoredPath.partition(accountID(counts.localAccounts))
        let files: [(String, SampleFile, Int)] = [
            // the row is gone
            ("cache/media_attachments/files/\(lost)/original/0123456789abcdef.jpg", .jpeg, 900),
            ("cache/media_attachments/files/\(lost)/small/0123456789abcdef.jpg", .jpeg, 300),
            ("cache/media_attachments/files/\(lost)/original/.hidden", .bytes, 8),
            ("media_attachments/files/000/000/000/original/0000.png", .png, 120),
            ("media_attachments/files/999/888/777/original/old ü+&.png", .png, 99),
            ("cache/media_attachments/thumbnails/\(lost)/original/gone.png", .png, 90),
            ("accounts/avatars/999/000/001/original/gone.png", .png, 95),
            ("cache/accounts/headers/\(lost)/original/gone.jpg", .jpeg, 300),
            ("custom_emojis/images/000/999/999/static/gone.png", .png, 91),
            ("cache/preview_cards/images/000/998/001/original/gone.jpg", .jpeg, 301),
            ("site_uploads/files/000/998/002/original/gone.png", .png, 92),
            ("backups/dumps/000/998/003/original/gone.zip", .zip, 63),
            // the row is there, the name is another
            ("cache/\(here)/original/another.jpg", .jpeg, 310),
            ("cache/\(here)/small/\(base).gif", .gif, 60),
            ("cache/accounts/avatars/\(person)/original/stale.png", .png, 96),
            ("cache/accounts/headers/\(person)/static/stale.png", .png, 97),
            // a segment too much
            ("cache/cache/media_attachments/files/\(lost)/original/twice.jpg", .jpeg, 311),
        ]
        let strange: [(String, SampleFile, Int)] = [
            // left alone: nothing of ours, or not shaped like it
            ("junk.txt", .bytes, 5),
            ("media_attachments/files/12/original/short.png", .png, 94),
            ("imports/data/000/000/001/original/follows.csv", .bytes, 70),
            ("preview_card_providers/icons/000/000/001/original/icon.png", .png, 98),
            ("tmp/x/y/z/a/b/c", .bytes, 11),
            // the right name below the other prefix counts as the row's
            ("\(here)/original/\(base).jpg", .jpeg, 312),
        ]
        return files.map { PlantedFile(key: $0, entry: .file($1, size: $2), isOrphan: true) }
            + strange.map { PlantedFile(key: $0, entry: .file($1, size: $2)) }
            + [
                PlantedFile(
                    key: "media_attachments/files/666/555/444/original/link.png",
                    entry: .symbolicLink("../../../../../../../outside.txt"), isOrphan: true),
                PlantedFile(key: "media_attachments/files/555/444/333/original", entry: .directory),
                PlantedFile(key: "cache/emptytop", entry: .directory),
            ]
    }
}
