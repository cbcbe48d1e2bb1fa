import Console
import Model

extension AccountDossier: Presentable {
    package var table: Table {
        var table = Table([.init("what"), .init("value", canShrink: true), .init("detail", canShrink: true)])
        for row in profileRows + stateRows + userRows + figureRows + moderationRows + blockRows + jobRows {
            table.add(row)
        }
        return table
    }

    package var ids: [String] { [id] }

    private var profileRows: [[String]] {
        var rows = [
            ["account", handle, "id \(id)"], ["name", displayName],
            ["kind", actorType ?? "unknown", flags.joined(separator: ", ")], ["page", url ?? uri],
            ["created", "\(createdAt)", lastPostAt.map { "last post \($0)" } ?? "no posts"],
        ]
        if domain != nil { rows.append(["looked up", lastWebfingeredAt.map { "\($0)" } ?? "never"]) }
        if !note.isEmpty { rows.append(["note", String(plainNote.prefix(200))]) }
        return rows
    }

    private var flags: [String] {
        [
            bot ? "bot" : nil, locked ? "locked" : nil, discoverable == true ? "discoverable" : nil,
            indexable ? "indexable" : nil,
        ].compactMap(\.self)
    }

    /// Without the marks of HTML that remote notes have.
    private var plainNote: String {
        var text = ""
        var isInTag = false
        for character in note {
            if character == "<" { isInTag = domain != nil }
            if !isInTag { text.append(character) }
            if character == ">" { isInTag = false }
        }
        return text
    }

    private var stateRows: [[String]] {
        let words = statuses.filter { $0 != .active }.map(\.rawValue)
        var rows = [["status", words.isEmpty ? "active" : words.joined(separator: ", ")]]
        if let silencedAt { rows.append(["silenced", "\(silencedAt)"]) }
        if let sensitizedAt { rows.append(["sensitized", "\(sensitizedAt)"]) }
        if let suspendedAt {
            rows.append(["suspended", "\(suspendedAt)", suspensionOrigin.map { "by its \($0) server" } ?? ""])
        }
        if let requestedDeletionAt { rows.append(["deleted", "\(requestedDeletionAt)", "by its owner"]) }
        if invalidHandle == true {
            rows.append(["name", "no handle", "another account has it; this one is known by its address and id"])
        }
        if let deletion { rows.append(["deletion", "due \(deletion.dueAt)", "requested \(deletion.requestedAt)"]) }
        if let movedTo { rows.append(["moved to", movedTo]) }
        for name in alsoKnownAs { rows.append(["also known as", name]) }
        return rows
    }

    private var userRows: [[String]] {
        guard let user else { return domain == nil ? [["user", "none"]] : [] }
        var rows = [
            ["user", user.email, user.confirmedAt.map { "confirmed \($0)" } ?? "not confirmed"],
            [
                "role", user.role ?? "none",
                (user.approved ? "approved" : "waits for approval") + (user.disabled ? ", may not sign in" : ""),
            ],
            [
                "signed up", "\(user.createdAt)",
                ["from \(user.signUpIp ?? "unknown")", user.invitedBy.map { "invited by \($0)" }].compactMap(\.self)
                    .joined(separator: ", "),
            ],
            [
                "signed in", user.currentSignInAt.map { "\($0)" } ?? "never",
                user.signInCount.counted("times") + (user.lastSignInAt.map { ", before that \($0)" } ?? ""),
            ],
            [
                "two factors", user.otp ? "on" : "off",
                user.securityKeys == 0 ? "no security keys" : user.securityKeys.counted("security keys"),
            ],
            ["access", user.sessionCount.counted("sessions"), user.accessTokens.counted("access tokens")],
        ]
        if let address = user.unconfirmedEmail { rows.append(["new address", address, "not confirmed"]) }
        rows += user.sessions.map { ["session \($0.id)", $0.ip ?? "", "\($0.lastUsedAt) \($0.userAgent)"] }
        rows += user.ips.map { ["address", $0.ip, "\($0.lastUsedAt)"] }
        return rows
    }

    private var figureRows: [[String]] {
        [
            ["posts", Int(posts.stored).grouped, difference(posts)],
            ["followers", Int(followers.stored).grouped, difference(followers)],
            ["following", Int(following.stored).grouped, difference(following)],
            [
                "media", "\(ByteCount(media.bytes))",
                "\(Int(media.attachments).counted("attachments")) \(ByteCount(media.attachmentBytes)), "
                    + "avatar \(ByteCount(media.avatarBytes)), header \(ByteCount(media.headerBytes))",
            ],
            [
                "relations", relations.followRequests.counted("requests") + " to follow",
                "blocks \(relations.blocks), blocked by \(relations.blockedBy), mutes \(relations.mutes), "
                    + "muted by \(relations.mutedBy)",
            ],
        ]
    }

    /// Of a remote account's people and posts only a part is here.
    private func difference(_ count: Count) -> String {
        if domain != nil { return "\(Int(count.counted).grouped) of them known here" }
        return count.stored == count.counted ? "" : "! really \(Int(count.counted).grouped)"
    }

    private var moderationRows: [[String]] {
        [
            ["reports", "\(reports.open) open", "\(reports.resolved) resolved, \(reports.made) made by the account"],
            ["strikes", "\(strikes.count)", moderationNotes.counted("moderation notes")],
        ]
            + strikes.map { strike in
                [
                    "strike \(strike.id)", strike.action,
                    "\(strike.at) by \(strike.by ?? "nobody")\(strike.overruledAt == nil ? "" : ", overruled") "
                        + strike.text,
                ]
            }
    }

    private var blockRows: [[String]] {
        var rows: [[String]] = []
        if let rule = blocks.domain {
            rows.append(["domain block", rule.domain, rule.detail])
        }
        rows += blocks.emailDomains.map { ["e-mail domain block", $0] }
        rows += blocks.ips.map { ["IP block", $0.range, $0.severity] }
        if blocks.canonicalEmail { rows.append(["e-mail block", "the address may not sign up"]) }
        return rows.isEmpty ? [["blocks", "none"]] : rows
    }

    private var jobRows: [[String]] {
        guard let jobs else { return [["jobs", "unknown"]] }
        let more = jobsTruncated ? "only the first 5,000 of each queue were read" : ""
        if jobs.isEmpty { return [["jobs", "none", more]] }
        return jobs.map { ["job", "\($0.count) × \($0.worker)", "in \($0.place)"] }
            + (more.isEmpty ? [] : [["jobs", "", more]])
    }
}

extension DomainRule {
    /// `suspend, media rejected: spam`.
    var detail: String {
        var words = [severity]
        if rejectMedia { words.append("media rejected") }
        if rejectReports { words.append("reports rejected") }
        let comment = [publicComment, privateComment].compactMap(\.self).first { !$0.isEmpty }
        return words.joined(separator: ", ") + (comment.map { ": \($0)" } ?? "")
    }
}
