import Model
import Postgres

extension CachedFiles {
    private var table: String { policy.kinds[0].table }

    /// Walks the primary key.
    func pageStatement(after id: Int64, size: Int) -> Statement {
        """
        select
            id,
            \(fragment: bytes)
        from \(identifier: table) as item
        where id > \(id)
            and \(fragment: conditions)
        order by id
        limit \(size)
        """
    }

    var countStatement: Statement {
        """
        select
            count(*),
            least(coalesce(sum(\(fragment: bytes)), 0), 9223372036854775807)::bigint
        from \(identifier: table) as item
        where \(fragment: conditions)
        """
    }

    var cachedBytesStatement: Statement {
        """
        select least(coalesce(sum(\(fragment: bytes)), 0), 9223372036854775807)::bigint
        from \(identifier: table) as item
        where \(fragment: isCachedRemote)
        """
    }

    /// One probe of the primary key a row. Rows that a server process or another of our workers holds are passed over.
    func lockStatement(_ ids: [Int64]) -> Statement {
        let files = policy.kinds.map { kind -> Statement in
            """
            ,
                \(identifier: kind.column("file_name")),
                \(identifier: kind.column("content_type")),
                \(fragment: schemaVersion(of: kind)),
                \(identifier: kind.column("file_size"))::bigint
            """
        }
        return """
            select
                id,
                \(fragment: policy.target == .attachments ? "status_id" : "null::bigint")\(fragment: .joined(files, separator: ""))
            from \(identifier: table) as item
            where id = any(\(ids))
                and \(fragment: conditions)
            order by id
            for update of item skip locked
            """
    }

    /// Sets the columns that the server's own `destroy` of an attachment sets, and `updated_at` as its `save` does.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/{media,preview_cards}.rb`, Paperclip's `clear`; observed on rows.
    func clearStatement(_ ids: [Int64]) -> Statement {
        let columns = policy.kinds.flatMap { kind in
            ["file_name", "content_type", "file_size", "updated_at"].map { kind.column($0) }
        }
        let assignments = columns.map { column -> Statement in "\(identifier: column) = null,\n    " }
        return """
            update \(identifier: table)
            set
                \(fragment: .joined(assignments, separator: ""))updated_at = now() at time zone 'utc'
            where id = any(\(ids))
            """
    }

    private var bytes: Statement {
        let sizes = Statement.joined(
            policy.kinds.map { kind in "coalesce(\(identifier: kind.column("file_size"))::numeric, 0)" },
            separator: " + ")
        return "least(\(fragment: sizes), 9223372036854775807)::bigint"
    }

    /// Some releases have no such column for thumbnails; the server then reads version 0.
    private func schemaVersion(of kind: AttachmentKind) -> Statement {
        let column = kind.column("storage_schema_version")
        return schema.has(column: column, in: kind.table) ? "\(identifier: column)::bigint" : "null::bigint"
    }

    private var cutoff: Statement {
        "(now() at time zone 'utc') - make_interval(secs => \(policy.days * 86_400))"
    }

    private var isCachedRemote: Statement {
        switch policy.target {
        case .attachments: "remote_url <> '' and file_file_name <> ''"
        case .profiles: "domain is not null and (\(fragment: hasAnyFile))"
        case .previewCards: "image_file_name <> ''"
        }
    }

    private var hasAnyFile: Statement {
        .joined(
            policy.kinds.map { kind in "\(identifier: kind.column("file_name")) <> ''" }, separator: " or ")
    }

    private var conditions: Statement {
        var all: [Statement] = [isCachedRemote]
        switch policy.target {
        case .attachments:
            all.append("created_at <= \(fragment: cutoff)")
            if policy.keepInteracted { all.append(withoutLocalInteraction) }
            if !policy.types.isEmpty { all.append("type = any(\(policy.types.map { Int64($0.rawValue) }))") }
        case .profiles(_, let includeFollowed):
            all.append("last_webfingered_at <= \(fragment: cutoff) and item.updated_at <= \(fragment: cutoff)")
            if !includeFollowed {
                all.append("not exists (select from follows where follows.account_id = item.id)")
                all.append("not exists (select from follows where follows.target_account_id = item.id)")
            }
        case .previewCards(let linksOnly):
            all.append("updated_at < \(fragment: cutoff)")
            if linksOnly { all.append("type = 0") }
        }
        if !policy.domains.isEmpty { all.append(isOf(policy.domains)) }
        if !policy.exceptDomains.isEmpty { all.append("not \(fragment: isOf(policy.exceptDomains))") }
        if let size = policy.largerThan { all.append("\(fragment: bytes) > \(size.bytes)") }
        if let shard = policy.shard {
            all.append("mod(item.id, \(Int64(shard.count))) = \(Int64(shard.number - 1))")
        }
        return .joined(all, separator: "\n    and ")
    }

    /// Whether the row's account lives on one of the domains or below it.
    private func isOf(_ domains: [String]) -> Statement {
        let below = domains.map { ".\($0)" }
        let isBelow: Statement =
            "(account.domain = any(\(domains)) or exists (select from unnest(\(below)) as suffix where right(account.domain, length(suffix)) = suffix))"
        return switch policy.target {
        case .attachments:
            "exists (select from accounts as account where account.id = item.account_id and \(fragment: isBelow))"
        case .profiles:
            "exists (select from accounts as account where account.id = item.id and \(fragment: isBelow))"
        case .previewCards: "false"
        }
    }

    /// Source: Mastodon 4.6.5 `app/models/media_attachment.rb`, `without_local_interaction`; quotes exist since 4.4.
    private var withoutLocalInteraction: Statement {
        var all: [Statement] = [
            """
            not exists (
                select from favourites
                join accounts as person on person.id = favourites.account_id
                where favourites.status_id = item.status_id
                    and person.domain is null)
            """,
            "not exists (select from bookmarks where bookmarks.status_id = item.status_id)",
            """
            not exists (
                select from statuses as reply
                where reply.in_reply_to_id = item.status_id
                    and (reply.local or reply.uri is null)
                    and reply.deleted_at is null)
            """,
            """
            not exists (
                select from statuses as boost
                where boost.reblog_of_id = item.status_id
                    and (boost.local or boost.uri is null)
                    and boost.deleted_at is null)
            """,
        ]
        if schema.has(table: "quotes") {
            all += [
                """
                not exists (
                    select from quotes
                    join statuses as quoting on quoting.id = quotes.status_id
                    where quotes.quoted_status_id = item.status_id
                        and (quoting.local or quoting.uri is null)
                        and quoting.deleted_at is null)
                """,
                """
                not exists (
                    select from quotes
                    join statuses as quoted on quoted.id = quotes.quoted_status_id
                    where quotes.status_id = item.status_id
                        and (quoted.local or quoted.uri is null)
                        and quoted.deleted_at is null)
                """,
            ]
        }
        return .joined(all, separator: "\n    and ")
    }
}

extension AttachmentKind {
    /// A column of this attachment: `file_file_name`.
    func column(_ name: String) -> String { "\(attachment)_\(name)" }
}
