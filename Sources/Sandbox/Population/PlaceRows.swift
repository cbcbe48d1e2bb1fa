import Model

/// Emoji, preview cards, uploads of the site and backups: everything else that has files.
extension Population {
    func placeTables() -> [TableRows?] {
        [emojiCategoryRows(), emojiRows(), cardRows(), cardLinkRows(), uploadRows(), backupRows(), scheduledRows()]
    }

    // MARK: emoji

    /// Half are ours; the id is the number plus one.
    private func emojiDomain(_ index: Int) -> String? { index % 2 == 0 ? nil : domain(index / 2 % counts.domains) }
    private func emojiName(_ index: Int) -> String {
        index == 7 && hasCuriosities ? "blob cat+ü.png" : hexName(.emoji, index) + (index % 6 == 1 ? ".gif" : ".png")
    }
    private func emojiKind(_ index: Int) -> SampleFile { emojiName(index).hasSuffix(".gif") ? .gif : .png }
    private func emojiSize(_ index: Int) -> Int { fileSize(emojiKind(index), .emoji, index, upTo: 4_000) }
    private func emojiVersion(_ index: Int) -> Int? { index % 2 == 0 ? nil : storageVersion(.emoji, index) }

    private func emojiCategoryRows() -> TableRows? {
        rows("custom_emoji_categories", ["id", "name", "created_at", "updated_at"], count: 2) { index, row in
            row.put(index + 1)
            row.put(["blobs", "flags"][index])
            row.put(now.before(days: 300))
            row.put(now.before(days: 300))
            row.end()
        }
    }

    private func emojiRows() -> TableRows? {
        let columns = [
            "id", "shortcode", "domain", "image_file_name", "image_content_type", "image_file_size", "image_updated_at",
            "image_storage_schema_version", "image_remote_url", "uri", "disabled", "visible_in_picker", "category_id",
            "created_at", "updated_at",
        ]
        return rows("custom_emojis", columns, count: counts.emoji) { index, row in
            let domain = emojiDomain(index)
            let age = now.before(days: 20 + fraction(.emoji, index, salt: 1) * 400)
            row.put(index + 1)
            row.put("blob_\(index)")
            row.put(domain)
            row.put(emojiName(index))
            row.put("image/\(emojiKind(index).rawValue)")
            row.put(emojiSize(index))
            row.put(age)
            row.put(emojiVersion(index))
            row.put(domain.map { "https://\($0)/emoji/\(index).png" })
            row.put(domain.map { "https://\($0)/emojis/\(index)" })
            row.put(index % 15 == 9)
            row.put(index % 8 != 3)
            row.put(domain == nil ? index / 2 % 3 == 2 ? nil : index / 2 % 3 + 1 : nil)
            row.put(age)
            row.put(age)
            row.end()
        }
    }

    func emojiFiles(_ index: Int) -> [PlantedFile] {
        let isCached = emojiDomain(index) != nil && (emojiVersion(index) ?? 0) >= 1
        let name = emojiName(index)
        func key(_ style: String, _ name: String) -> String {
            StoredPath.key("custom_emojis/images", id: index + 1, style: style, name: name, isCached: isCached)
        }
        return [
            PlantedFile(key: key("original", name), entry: .file(emojiKind(index), size: emojiSize(index))),
            PlantedFile(
                key: key("static", StoredPath.renamed(name, to: "png")), entry: .file(.png, size: 80 + index % 40)),
        ]
    }

    // MARK: preview cards

    private func hasCardImage(_ index: Int) -> Bool { pick(.card, index, below: 10) < 7 }
    private func cardName(_ index: Int) -> String { hexName(.card, index, salt: 2) + ".jpg" }
    private func cardSize(_ index: Int) -> Int { fileSize(.jpeg, .card, index, upTo: 9_000) }

    private func cardRows() -> TableRows? {
        let columns = [
            "id", "url", "title", "description", "type", "image_file_name", "image_content_type", "image_file_size",
            "image_updated_at", "image_storage_schema_version", "created_at", "updated_at",
        ]
        return rows("preview_cards", columns, count: counts.previewCards) { index, row in
            let age = fraction(.card, index, salt: 1) * 500
            row.put(index + 1)
            row.put("https://news\(index % 20).example/articles/\(index)")
            row.put(text(.card, index, words: 5))
            row.put("")
            row.put(index % 9 == 4 ? 1 : 0)
            if hasCardImage(index) {
                row.put(cardName(index))
                row.put("image/jpeg")
                row.put(cardSize(index))
                row.put(now.before(days: age))
            } else {
                for _ in 0..<4 { row.null() }
            }
            row.put(hasCardImage(index) ? storageVersion(.card, index) : nil)
            row.put(now.before(days: age + 3))
            row.put(now.before(days: age))
            row.end()
        }
    }

    func cardFiles(_ index: Int) -> [PlantedFile] {
        guard hasCardImage(index) else { return [] }
        return [
            PlantedFile(
                key: StoredPath.key(
                    "preview_cards/images", id: index + 1, style: "original", name: cardName(index),
                    isCached: (storageVersion(.card, index) ?? 0) >= 1),
                entry: .file(.jpeg, size: cardSize(index)))
        ]
    }

    private func cardLinkRows() -> TableRows? {
        rows("preview_cards_statuses", ["preview_card_id", "status_id", "url"], count: counts.statuses) { index, row in
            guard counts.previewCards > 0, index % 9 == 4, case .post = kind(ofStatus: index) else { return }
            let card = pick(.card, index, below: counts.previewCards, salt: 3)
            row.put(card + 1)
            row.put(statusID(index))
            row.put("https://news\(card % 20).example/articles/\(card)")
            row.end()
        }
    }

    // MARK: uploads and backups

    private var uploads: [(name: String, styles: [String])] {
        [
            ("thumbnail", ["@1x", "@2x"]), ("favicon", ["16", "32", "48"]),
            ("app_icon", ["36", "48", "72", "96", "144", "192", "256", "384", "512"]), ("mascot", []),
        ]
    }

    private func uploadRows() -> TableRows? {
        let columns = [
            "id", "var", "file_file_name", "file_content_type", "file_file_size", "file_updated_at", "created_at",
            "updated_at",
        ]
        return rows("site_uploads", columns, count: uploads.count) { index, row in
            row.put(index + 1)
            row.put(uploads[index].name)
            row.put("\(uploads[index].name).png")
            row.put("image/png")
            row.put(500 + index)
            for _ in 0..<3 { row.put(now.before(days: 200)) }
            row.end()
        }
    }

    func uploadFiles(_ index: Int) -> [PlantedFile] {
        (["original"] + uploads[index].styles).map { style in
            PlantedFile(
                key: StoredPath.key(
                    "site_uploads/files", id: index + 1, style: style, name: "\(uploads[index].name).png",
                    isCached: false),
                entry: .file(.png, size: style == "original" ? 500 + index : 120))
        }
    }

    var uploadCount: Int { uploads.count }
    var backupCount: Int { min(3, counts.localAccounts) }

    private func backupRows() -> TableRows? {
        let columns = [
            "id", "user_id", "dump_file_name", "dump_content_type", "dump_file_size", "dump_updated_at", "processed",
            "created_at", "updated_at",
        ]
        return rows("backups", columns, count: backupCount) { index, row in
            row.put(index + 1)
            row.put(index == 2 ? nil : index + 1)
            row.put("archive-\(index).zip")
            row.put("application/zip")
            row.put(700 + index)
            row.put(now.before(days: [3, 12, 40][index]))
            row.put(true)
            row.put(now.before(days: [3, 12, 40][index]))
            row.put(now.before(days: [3, 12, 40][index]))
            row.end()
        }
    }

    func backupFiles(_ index: Int) -> [PlantedFile] {
        [
            PlantedFile(
                key: StoredPath.key(
                    "backups/dumps", id: index + 1, style: "original", name: "archive-\(index).zip", isCached: false),
                entry: .file(.zip, size: 700 + index))
        ]
    }

    /// The post one of the curiosities waits with.
    private func scheduledRows() -> TableRows? {
        rows("scheduled_statuses", ["id", "account_id", "scheduled_at", "params"], count: 1) { _, row in
            row.put(1)
            row.put(accountID(0))
            row.put(now.before(days: -2))
            row.put(#"{"text":"later"}"#)
            row.end()
        }
    }
}
