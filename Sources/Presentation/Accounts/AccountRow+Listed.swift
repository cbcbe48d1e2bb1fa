import Console
import Model

extension AccountRow: Listed {
    package static var schema: StaticString { "accounts.list/1" }

    package static var columns: [Table.Column] {
        [
            .init("handle", canShrink: true), .init("name", canShrink: true), .init("status"), .init("created"),
            .init("active"), .init("posts", .right), .init("followers", .right), .init("media", .right),
            .init("role"), .init("email", canShrink: true),
        ]
    }

    package var cells: [String] {
        [
            handle, displayName, remarkable, day(created), lastActive.map(day) ?? "never", Int(posts).grouped,
            Int(followers).grouped, mediaBytes.map { "\(ByteCount($0))" } ?? "", role ?? "", email ?? "",
        ]
    }

    package static var fields: [String] {
        [
            "id", "handle", "display_name", "statuses", "bot", "locked", "role", "email", "created_at",
            "last_active_at", "last_post_at", "posts", "followers", "following", "media_bytes",
        ]
    }

    package var values: [String] {
        [
            "\(id)", handle, displayName, statuses.map(\.rawValue).joined(separator: ","), isBot ? "yes" : "no",
            isLocked ? "yes" : "no", role ?? "", email ?? "", "\(created)", lastActive.map { "\($0)" } ?? "",
            lastPost.map { "\($0)" } ?? "", "\(posts)", "\(followers)", "\(following)",
            mediaBytes.map { "\($0)" } ?? "",
        ]
    }

    package var key: String { "\(id)" }

    package func write(to object: inout JSONObjects) {
        // Text, as in the server's own API: many readers of JSON lose digits of numbers as long.
        object.put("id", "\(id)")
        object.put("handle", handle)
        object.put("username", username)
        object.put("domain", domain)
        object.put("display_name", displayName)
        object.put("actor_type", actorType)
        object.put("bot", isBot)
        object.put("locked", isLocked)
        object.put("statuses", statuses.map(\.rawValue))
        object.put("role", role)
        object.put("email", email)
        object.put("created_at") { created.append(to: &$0) }
        moment("last_active_at", lastActive, &object)
        moment("last_post_at", lastPost, &object)
        object.put("posts", posts)
        object.put("followers", followers)
        object.put("following", following)
        object.put("media_bytes", mediaBytes)
    }

    private func moment(_ name: StaticString, _ moment: UTCTime?, _ object: inout JSONObjects) {
        guard let moment else { return object.put(name, nil as String?) }
        object.put(name) { moment.append(to: &$0) }
    }

    /// Everything but the usual.
    private var remarkable: String {
        let words = statuses.filter { $0 != .active }.map(\.rawValue)
        return words.isEmpty ? "active" : words.joined(separator: ",")
    }

    private func day(_ moment: UTCTime) -> String { String("\(moment)".prefix(10)) }
}
