import Model

extension Population {
    /// All tables' rows, the tables in an order in which what is referred to comes first.
    package var tables: [TableRows] {
        (siteTables() + peopleTables() + postTables() + placeTables() + [mediaRows()] + moderationTables())
            .compactMap { $0 }
    }

    /// All files, made one after the other. An attachment's come together.
    package func forEachFile(_ body: (PlantedFile) throws -> Void) rethrows {
        for index in 0..<fileGroups {
            for file in files(inGroup: index) { try body(file) }
        }
    }

    /// The files are made in groups that share no directory but the upper ones; a group's number tells it.
    package var fileGroups: Int {
        accountCount + counts.emoji + counts.previewCards + uploadCount + backupCount + allAttachments + 1
    }

    package func files(inGroup group: Int) -> [PlantedFile] {
        var at = group
        if at < accountCount { return accountFiles(at) }
        at -= accountCount
        if at < counts.emoji { return emojiFiles(at) }
        at -= counts.emoji
        if at < counts.previewCards { return cardFiles(at) }
        at -= counts.previewCards
        if at < uploadCount { return uploadFiles(at) }
        at -= uploadCount
        if at < backupCount { return backupFiles(at) }
        at -= backupCount
        if at < counts.attachments { return files(of: attachment(at)) }
        at -= counts.attachments
        if hasCuriosities, at < curiosities.count { return files(of: curiosities[at]) }
        return orphans
    }

    private func accountFiles(_ index: Int) -> [PlantedFile] {
        let person = person(index)
        var files: [PlantedFile] = []
        for (place, picture) in [("avatars", person.avatar), ("headers", person.header)] {
            guard let picture, picture.isCached else { continue }
            let isCached = person.domain != nil && (picture.version ?? 0) >= 1
            func add(_ style: String, _ name: String, _ kind: SampleFile, _ size: Int) {
                files.append(
                    PlantedFile(
                        key: StoredPath.key(
                            "accounts/\(place)", id: person.id, style: style, name: name, isCached: isCached),
                        entry: .file(kind, size: size)))
            }
            add("original", picture.name, picture.kind, picture.size)
            // A moving picture has a still beside it.
            if picture.kind == .gif { add("static", StoredPath.renamed(picture.name, to: "png"), .png, 90) }
        }
        return files
    }
}
