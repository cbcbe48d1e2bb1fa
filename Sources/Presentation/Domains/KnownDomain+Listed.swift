import Console
import Model

extension KnownDomain: Listed {
    package static var schema: StaticString { "domains.list/1" }

    package static var columns: [Table.Column] {
        [
            .init("domain", canShrink: true), .init("accounts", .right), .init("posts", .right),
            .init("media", .right), .init("active"), .init("block"), .init("delivery"),
        ]
    }

    package var cells: [String] {
        [
            domain, Int(accounts).grouped, Int(posts).grouped, "\(ByteCount(mediaBytes))",
            lastActivity.map { String("\($0)".prefix(10)) } ?? "never",
            block.map { $0.domain == domain ? $0.severity : "\($0.severity) (\($0.domain))" } ?? "",
            unavailableSince != nil ? "stopped" : (failureDays ?? 0) > 0 ? "\(failureDays ?? 0) days failing" : "",
        ]
    }

    package static var fields: [String] {
        [
            "domain", "accounts", "posts", "media_bytes", "last_activity_at", "severity", "blocked_by",
            "unavailable_since", "failure_days",
        ]
    }

    package var values: [String] {
        [
            domain, "\(accounts)", "\(posts)", "\(mediaBytes)", lastActivity.map { "\($0)" } ?? "",
            block?.severity ?? "", block?.domain ?? "", unavailableSince.map { "\($0)" } ?? "",
            failureDays.map { "\($0)" } ?? "",
        ]
    }

    package var key: String { domain }

    package func write(to object: inout JSONObjects) {
        object.put("domain", domain)
        object.put("accounts", accounts)
        object.put("posts", posts)
        object.put("media_bytes", mediaBytes)
        object.put("last_activity_at", lastActivity.map { "\($0)" })
        object.put("severity", block?.severity)
        object.put("blocked_by", block?.domain)
        object.put("unavailable_since", unavailableSince.map { "\($0)" })
        object.put("failure_days", failureDays)
    }
}
