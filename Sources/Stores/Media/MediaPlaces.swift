import Faults
import Model
import Postgres

/// The public pages on which stored files are shown.
package struct MediaPlaces: Sendable {
    let database: Database<ReadOnly>
    /// `https://example.social`.
    let baseURL: String

    package init(in database: Database<ReadOnly>, baseURL: String) {
        self.database = database
        self.baseURL = baseURL
    }

    /// The page that shows a file.
    ///
    /// Source: Mastodon 4.6.5 `app/lib/activitypub/tag_manager.rb`, `url_for`.
    /// - Throws: `Fault(.noSuch)` when there is no such row, when it is shown nowhere, or on many pages.
    package func location(of address: MediaURL) async throws -> MediaLocation {
        let kind = address.path.kind
        let id = address.path.id
        var location = MediaLocation(
            kind: kind, id: "\(id)", style: String(address.path.style), key: address.key.text, url: "")
        let place =
            switch kind {
            case .mediaFile, .mediaThumbnail: try await post(ofAttachment: id)
            case .avatar, .header: try await profile(id)
            case .previewCard: try await preview(id)
            case .emoji, .siteUpload, .backup: try await nowhere(kind, id)
            }
        guard let url = place.url, url.hasPrefix("https://") || url.hasPrefix("http://") else {
            throw Fault(
                .noSuch, "its page has no public address",
                notes: [place.account.map { "it belongs to \($0)" }].compactMap { $0 },
                help: "ask the server it came from")
        }
        location.url = url
        location.account = place.account
        location.statusID = place.statusID
        return location
    }

    private struct Place: Sendable {
        var url: String?
        var account: String?
        var statusID: String?
    }

    /// Two probes of primary keys. A deleted post counts as none.
    private func post(ofAttachment id: Int64) async throws -> Place {
        let found = try await database.read { connection in
            try await connection.first(
                """
                select
                    status.id::text,
                    status.local or status.uri is null,
                    status.url,
                    account.username,
                    account.domain,
                    item.scheduled_status_id is not null
                from media_attachments as item
                left join statuses as status on status.id = item.status_id and status.deleted_at is null
                left join accounts as account on account.id = coalesce(status.account_id, item.account_id)
                where item.id = \(id)
                """
            ) { row in
                (
                    status: try row.value(0, as: String?.self), isLocal: try row.value(1, as: Bool?.self) ?? false,
                    url: try row.value(2, as: String?.self), username: try row.value(3, as: String?.self),
                    domain: try row.value(4, as: String?.self), isScheduled: try row.value(5, as: Bool.self)
                )
            }
        }
        guard let found else { throw missing("media attachment", id) }
        let handle = found.username.map { Self.handle($0, found.domain) }
        guard let status = found.status else {
            throw Fault(
                .noSuch, "media attachment \(id) belongs to no post",
                notes: [handle.map { "uploaded by \($0)" }, found.isScheduled ? "it waits for a scheduled post" : nil]
                    .compactMap { $0 },
                help: "the server deletes uploads that no post uses within days")
        }
        let url = found.isLocal ? found.username.map { "\(baseURL)/@\($0)/\(status)" } : found.url
        return Place(url: url, account: handle, statusID: status)
    }

    private func profile(_ id: Int64) async throws -> Place {
        let found = try await database.read { connection in
            try await connection.first(
                "select username, domain, url from accounts where id = \(id)"
            ) { row in
                (
                    username: try row.value(0, as: String.self), domain: try row.value(1, as: String?.self),
                    url: try row.value(2, as: String?.self)
                )
            }
        }
        guard let found else { throw missing("account", id) }
        let local =
            id == Self.instanceActor
            ? "\(baseURL)/about/more?instance_actor=true" : "\(baseURL)/@\(found.username)"
        return Place(
            url: found.domain == nil ? local : found.url, account: Self.handle(found.username, found.domain))
    }

    private func preview(_ id: Int64) async throws -> Place {
        let url = try await database.read { connection in
            try await connection.first("select url from preview_cards where id = \(id)") {
                try $0.value(0, as: String.self)
            }
        }
        guard let url else { throw missing("link preview", id) }
        return Place(url: url)
    }

    private func nowhere(_ kind: AttachmentKind, _ id: Int64) async throws -> Never {
        let exists = try await database.read { connection in
            try await connection.first(
                "select id from \(identifier: kind.table) where id = \(id)"
            ) { try $0.value(0, as: Int64.self) }
        }
        let (noun, help) =
            switch kind {
            case .emoji: ("emoji", "any post or profile may use it; see the server's moderation page of custom emoji")
            case .siteUpload: ("site upload", "it belongs to the server's own appearance settings")
            default: ("backup", "only its owner can fetch it, from the export page")
            }
        guard exists != nil else { throw missing(noun, id) }
        throw Fault(.noSuch, "\(noun) \(id) has no page of its own", help: help)
    }

    private func missing(_ noun: String, _ id: Int64) -> Fault {
        Fault(
            .noSuch, "there is no \(noun) \(id) here",
            help: "the file is an orphan, or belongs to another server; see `mastoctl media remove-orphans --dry-run`")
    }

    private static func handle(_ username: String, _ domain: String?) -> String {
        domain.map { "\(username)@\($0)" } ?? username
    }

    /// Source: Mastodon 4.6.5 `app/models/account.rb`, `INSTANCE_ACTOR_ID`.
    private static var instanceActor: Int64 { -99 }
}
