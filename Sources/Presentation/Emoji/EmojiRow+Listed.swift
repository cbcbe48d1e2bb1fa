import Console
import Model

extension EmojiRow: Listed {
    package static var schema: StaticString { "emoji.list/1" }

    package static var columns: [Table.Column] {
        [
            .init("shortcode", canShrink: true), .init("domain", canShrink: true), .init("category", canShrink: true),
            .init("picker"), .init("size", .right), .init("type"), .init("updated"),
        ]
    }

    package var cells: [String] {
        [
            shortcode, domain ?? "", category ?? "", isDisabled ? "disabled" : isListed ? "yes" : "no",
            "\(ByteCount(bytes))", contentType ?? "", String("\(updated)".prefix(10)),
        ]
    }

    package static var fields: [String] {
        ["id", "shortcode", "domain", "category", "listed", "disabled", "bytes", "content_type", "updated_at"]
    }

    package var values: [String] {
        [
            "\(id)", shortcode, domain ?? "", category ?? "", "\(isListed)", "\(isDisabled)", "\(bytes)",
            contentType ?? "", "\(updated)",
        ]
    }

    package var key: String { domain.map { "\(shortcode)@\($0)" } ?? shortcode }

    package func write(to object: inout JSONObjects) {
        object.put("id", "\(id)")
        object.put("shortcode", shortcode)
        object.put("domain", domain)
        object.put("category", category)
        object.put("listed", isListed)
        object.put("disabled", isDisabled)
        object.put("bytes", bytes)
        object.put("content_type", contentType)
        object.put("updated_at", "\(updated)")
    }
}
