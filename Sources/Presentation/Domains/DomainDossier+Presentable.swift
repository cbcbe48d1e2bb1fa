import Console
import Model

extension DomainDossier: Presentable {
    package var table: Table {
        var table = Table([.init("what"), .init("value", canShrink: true), .init("detail", canShrink: true)])
        for row in figureRows + stateRows { table.add(row) }
        return table
    }

    package var ids: [String] { [domain] }

    private var figureRows: [[String]] {
        [
            ["domain", domain, subdomains == 0 ? "" : "\(Int(subdomains).grouped) known below it"],
            [
                "accounts", Int(accounts).grouped,
                "\(Int(suspendedAccounts).grouped) suspended, \(Int(silencedAccounts).grouped) silenced",
            ],
            [
                "followed", "\(Int(follows.outgoing).grouped) follows",
                "by \(Int(follows.followersHere).grouped) people here",
            ],
            [
                "following", "\(Int(follows.incoming).grouped) follows",
                "of \(Int(follows.followedHere).grouped) people here",
            ],
            ["posts", Int(posts).grouped],
            ["media", "\(ByteCount(mediaBytes))", "\(Int(attachments).grouped) attachments"],
            ["emoji", Int(customEmojis).grouped],
            ["first seen", firstSeenAt.map { "\($0)" } ?? "never"],
            ["last post", lastActivityAt.map { "\($0)" } ?? "never"],
            ["open reports", Int(openReports).grouped],
        ] + (moderationNotes.map { [["moderation notes", Int($0).grouped]] } ?? [])
    }

    private var stateRows: [[String]] {
        var rows = delivery.map { host in
            [
                "delivery", host.stoppedAt.map { "stopped \($0)" } ?? "on",
                ([host.host]
                    + (host.failureDays.map { $0.isEmpty ? [] : ["failed on \($0.joined(separator: ", "))"] }
                        ?? ["failures unknown"]))
                    .joined(separator: ", "),
            ]
        }
        if let block {
            rows.append([
                "block", block.severity, (block.domain == domain ? "" : "by \(block.domain), ") + block.detail,
            ])
        } else {
            rows.append(["block", "none"])
        }
        if allowed { rows.append(["allowed", "yes"]) }
        if let software {
            let users = software.users.map { "\(Int($0).grouped) users" }
            let open = software.openRegistrations.map { $0 ? "open for anybody" : "closed to new people" }
            rows.append([
                "software", [software.name, software.version].compactMap(\.self).joined(separator: " "),
                software.failure ?? [users, open].compactMap(\.self).joined(separator: ", "),
            ])
        }
        return rows
    }
}
