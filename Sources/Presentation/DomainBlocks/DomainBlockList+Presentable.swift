import Console
import Faults
import Model
import Operations

extension DomainBlockList: Presentable {
    package var table: Table { Self.table(of: domainBlocks) }

    package var lines: [any Encodable & Sendable] { domainBlocks }
    package var ids: [String] { domainBlocks.map(\.domain) }

    static func table(of blocks: [ListedBlock]) -> Table {
        var table = Table([
            .init("domain"), .init("severity"), .init("media"), .init("reports"), .init("since"),
            .init("public comment", canShrink: true), .init("private comment", canShrink: true),
        ])
        for block in blocks {
            table.add([
                block.obfuscate ? "\(block.domain) (*)" : block.domain, block.severity.rawValue,
                block.rejectMedia ? "rejected" : "", block.rejectReports ? "rejected" : "", "\(block.createdAt)",
                block.publicComment ?? "", block.privateComment ?? "",
            ])
        }
        return table
    }
}

extension DomainBlockDossier: Presentable {
    package var table: Table {
        var table = Table([.init("figure"), .init("value", .right)])
        for (name, value) in figures { table.add([name, value]) }
        return table
    }

    private var figures: [(String, String)] {
        [
            ("domain", domain), ("blocked by", block?.domain ?? ""), ("severity", block?.severity.rawValue ?? "none"),
            ("accounts", "\(effect.accounts)"), ("posts", "\(effect.posts)"), ("media", "\(effect.media)"),
            ("bytes", "\(effect.bytes)"), ("people here", "\(effect.peopleCount)"),
            ("followed by people here", "\(effect.following)"), ("followers of people here", "\(effect.followers)"),
        ]
    }

    package func text(for terminal: Terminal) -> String {
        var parts: [String] = []
        if let block {
            let whose = block.domain == domain ? "" : ", by the block of \(block.domain) above it"
            parts.append("\(domain) is blocked\(whose):\n" + DomainBlockList.table(of: [block]).text(for: terminal))
        } else {
            parts.append("\(domain) is not blocked\n")
        }
        if !below.isEmpty {
            parts.append("blocked below it:\n" + DomainBlockList.table(of: below).text(for: terminal))
        }
        let more = effect.isCapped ? " or more" : ""
        parts.append(
            """
            here: \(effect.accounts.counted("accounts")), \(effect.posts.counted("posts")), \(effect.media.grouped) media \
            (\(ByteCount(effect.bytes)))\(more)
            a suspension ends \(effect.following.counted("follows")) by and \(effect.followers.grouped) of \
            \(effect.peopleCount.counted("people")) here

            """)
        if !effect.people.isEmpty {
            var table = Table([.init("who"), .init("follows there", .right), .init("followers there", .right)])
            for person in effect.people { table.add([person.name, "\(person.following)", "\(person.followers)"]) }
            parts.append(table.text(for: terminal))
        }
        return parts.joined(separator: "\n")
    }

    package var ids: [String] { [domain] }
}

extension DomainAllowList: Presentable {
    package var table: Table {
        var table = Table([.init("domain"), .init("since")])
        for allowed in domainAllows { table.add([allowed.domain, "\(allowed.createdAt)"]) }
        return table
    }

    package var lines: [any Encodable & Sendable] { domainAllows }
    package var ids: [String] { domainAllows.map(\.domain) }
}
