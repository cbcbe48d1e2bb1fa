import Model

/// Posts and what people do with them.
extension Population {
    func postTables() -> [TableRows?] {
        [
            conversationRows(), statusRows(), pollRows(), voteRows(), quoteRows(), mentionRows(), favouriteRows(),
            bookmarkRows(), pinRows(), tagRows(), taggingRows(), notificationRows(),
        ]
    }

    private func conversationRows() -> TableRows? {
        rows("conversations", ["id", "uri", "created_at", "updated_at"], count: counts.statuses) { index, row in
            if case .reply = kind(ofStatus: index) { return }
            row.put(index + 1)
            row.put(
                isLocalAccount(statusAuthor(index)) ? nil : "tag:\(domain(ofAccount: statusAuthor(index))):\(index)")
            row.put(statusCreated(index))
            row.put(statusCreated(index))
            row.end()
        }
    }

    private func statusRows() -> TableRows? {
        let columns = [
            "id", "account_id", "uri", "url", "text", "spoiler_text", "visibility", "language", "conversation_id",
            "local", "reply", "in_reply_to_id", "in_reply_to_account_id", "reblog_of_id", "poll_id", "sensitive",
            "ordered_media_attachment_ids", "application_id", "deleted_at", "created_at", "updated_at",
        ]
        return rows("statuses", columns, count: counts.statuses) { index, row in
            let post = post(index)
            let uri = uri(of: post)
            row.put(post.id)
            row.put(accountID(post.author))
            row.put(uri)
            row.put(post.isLocal || post.isBoost ? nil : uri)
            let words = post.isBoost ? "" : text(.text, index, words: 4 + index % 17)
            row.put(post.isLocal || post.isBoost ? words : "<p>\(words)</p>")
            row.put(index % 23 == 0 ? "long" : "")
            row.put(post.visibility)
            row.put(["en", "de", "fr", nil, "ja", "en"][index % 6])
            row.put(conversation(ofStatus: index))
            row.put(post.isLocal)
            row.put(post.repliesTo != nil)
            row.put(post.repliesTo.map(statusID))
            row.put(post.repliesTo.map { accountID(statusAuthor($0)) })
            if case .boost(let of) = post.kind { row.put(statusID(of)) } else { row.null() }
            if case .poll = post.kind { row.put(index + 1) } else { row.null() }
            row.put(index % 29 == 0)
            let media = attachments(ofStatus: index)
            if media.isEmpty { row.null() } else { row.put(media.map(attachmentID)) }
            row.put(post.isLocal ? 1 + index % 2 : nil)
            row.put(isDeleted(post) ? now.before(days: 0.5) : nil)
            row.put(post.created)
            row.put(post.created)
            row.end()
        }
    }

    private func forPolls(_ index: Int, _ body: (Post, [Int]) -> Void) {
        guard case .poll = kind(ofStatus: index) else { return }
        body(post(index), people(.vote, index, pick(.vote, index, below: 5)))
    }

    private func pollRows() -> TableRows? {
        let columns = [
            "id", "account_id", "status_id", "expires_at", "options", "cached_tallies", "votes_count", "voters_count",
            "created_at", "updated_at",
        ]
        return rows("polls", columns, count: counts.statuses) { index, row in
            forPolls(index) { post, voters in
                row.put(index + 1)
                row.put(accountID(post.author))
                row.put(post.id)
                row.put(Instant(milliseconds: post.created.milliseconds + 3 * 86_400_000))
                row.put("{yes,no,\"who knows\"}")
                row.put([0, 1, 2].map { choice in voters.filter { $0 % 3 == choice }.count })
                row.put(voters.count)
                row.put(voters.count)
                row.put(post.created)
                row.put(post.created)
                row.end()
            }
        }
    }

    private func voteRows() -> TableRows? {
        let columns = ["id", "account_id", "poll_id", "choice", "created_at", "updated_at"]
        return rows("poll_votes", columns, count: counts.statuses) { index, row in
            forPolls(index) { post, voters in
                for (at, voter) in voters.enumerated() {
                    row.put(index * 8 + at + 1)
                    row.put(accountID(voter))
                    row.put(index + 1)
                    row.put(voter % 3)
                    row.put(post.created)
                    row.put(post.created)
                    row.end()
                }
            }
        }
    }

    private func quoteRows() -> TableRows? {
        let columns = [
            "id", "account_id", "status_id", "quoted_status_id", "quoted_account_id", "state", "activity_uri", "legacy",
            "created_at", "updated_at",
        ]
        return rows("quotes", columns, count: counts.statuses) { index, row in
            guard case .quote(let quoted) = kind(ofStatus: index) else { return }
            let post = post(index)
            row.put(post.id)
            row.put(accountID(post.author))
            row.put(post.id)
            row.put(statusID(quoted))
            row.put(accountID(statusAuthor(quoted)))
            row.put([1, 1, 1, 0, 2][index % 5])
            row.put(post.isLocal ? nil : uri(of: post) + "#quote")
            row.put(index % 7 == 0)
            row.put(post.created)
            row.put(post.created)
            row.end()
        }
    }

    /// A reply mentions whom it answers, a direct post somebody local.
    private func mention(ofStatus index: Int) -> Int? {
        let post = post(index)
        let target = post.repliesTo.map(statusAuthor) ?? (post.visibility == 3 ? index % localAuthors : nil)
        return target == post.author ? nil : target
    }

    private func mentionRows() -> TableRows? {
        rows("mentions", ["id", "status_id", "account_id", "created_at", "updated_at"], count: counts.statuses) {
            index, row in
            guard let target = mention(ofStatus: index) else { return }
            deed(index + 1, status: index, account: target, &row)
        }
    }

    private func deed(_ id: Int, status: Int, account: Int, _ row: inout RowWriter) {
        row.put(id)
        row.put(statusID(status))
        row.put(accountID(account))
        row.put(statusCreated(status))
        row.put(statusCreated(status))
        row.end()
    }

    private static let deed = ["id", "status_id", "account_id", "created_at", "updated_at"]

    private func isBoost(_ index: Int) -> Bool {
        if case .boost = kind(ofStatus: index) { true } else { false }
    }

    private func favouriteRows() -> TableRows? {
        rows("favourites", Self.deed, count: counts.statuses) { index, row in
            guard !isBoost(index) else { return }
            for (at, account) in favourites(ofStatus: index).enumerated() {
                deed(index * 8 + at + 1, status: index, account: account, &row)
            }
        }
    }

    private func bookmarkRows() -> TableRows? {
        rows("bookmarks", Self.deed, count: counts.statuses) { index, row in
            guard !isBoost(index), pick(.bookmark, index, below: 25) == 0 else { return }
            deed(index + 1, status: index, account: pick(.bookmark, index, below: localAuthors, salt: 1), &row)
        }
    }

    private func pinRows() -> TableRows? {
        rows("status_pins", Self.deed, count: counts.statuses) { index, row in
            guard case .post = kind(ofStatus: index), pick(.bookmark, index, below: 60, salt: 2) == 0 else { return }
            deed(index + 1, status: index, account: statusAuthor(index), &row)
        }
    }

    private func tagRows() -> TableRows? {
        rows("tags", ["id", "name", "usable", "created_at", "updated_at"], count: Words.tags.count) { index, row in
            row.put(index + 1)
            row.put(Words.tags[index])
            row.put(index % 7 != 6)
            row.put(now.before(days: ages.upperBound))
            row.put(now.before(days: 1))
            row.end()
        }
    }

    private func taggingRows() -> TableRows? {
        rows("statuses_tags", ["status_id", "tag_id"], count: counts.statuses) { index, row in
            guard !isBoost(index), pick(.tag, index, below: 5) == 0 else { return }
            row.put(statusID(index))
            row.put(pick(.tag, index, below: Words.tags.count, salt: 1) + 1)
            row.end()
        }
    }

    private func notificationRows() -> TableRows? {
        let columns = [
            "id", "account_id", "from_account_id", "activity_type", "activity_id", "type", "created_at", "updated_at",
        ]
        return rows("notifications", columns, count: counts.statuses) { index, row in
            guard let target = mention(ofStatus: index), isLocalAccount(target) else { return }
            row.put(index + 1)
            row.put(accountID(target))
            row.put(accountID(statusAuthor(index)))
            row.put("Mention")
            row.put(index + 1)
            row.put("mention")
            row.put(statusCreated(index))
            row.put(statusCreated(index))
            row.end()
        }
    }
}
