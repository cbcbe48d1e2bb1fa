import Postgres

// Rows that do not fit each other, and media.

extension HealthQuestion {
    package static let negativeCounters = HealthQuestion("account_stats", "status_stats") { _ in
        """
        select 'account ' || account_id as name, least(statuses_count, following_count, followers_count) as value
        from account_stats
        where least(statuses_count, following_count, followers_count) < 0
        union all
        select 'post ' || status_id, least(replies_count, reblogs_count, favourites_count)
        from status_stats
        where least(replies_count, reblogs_count, favourites_count) < 0
        """
    }

    package static let usersWithoutAccounts = HealthQuestion("users.account_id") { _ in
        """
        select 'user ' || users.id as name, null::float8 as value
        from users
        where not exists (select from accounts where accounts.id = users.account_id)
        """
    }

    /// Local accounts without a user that are neither deleted nor the server's own.
    package static let accountsWithoutUsers = HealthQuestion("users.account_id", "accounts.suspended_at") { _ in
        """
        select accounts.username as name, null::float8 as value
        from accounts
        where accounts.domain is null
            and accounts.id > 0
            and \(fragment: available)
            and not accounts.memorial
            and not exists (select from users where users.account_id = accounts.id)
        """
    }

    package static let noInstanceActor = HealthQuestion("accounts.actor_type") { _ in
        """
        select 'account -99' as name, null::float8 as value
        where not exists (select from accounts where id = -99 and domain is null and suspended_at is null)
        """
    }

    package static let accountsWithoutKeys = HealthQuestion("accounts.private_key") { _ in
        """
        select accounts.username as name, null::float8 as value
        from accounts
        where accounts.domain is null
            and \(fragment: available)
            and coalesce(accounts.private_key, '') = ''
            and exists (select from users where users.account_id = accounts.id)
        """
    }

    package static let accountsWithoutKeyPairs = HealthQuestion("keypairs.local_fragment", "accounts.private_key") {
        _ in
        """
        select accounts.username as name, null::float8 as value
        from accounts
        where accounts.domain is null
            and \(fragment: available)
            and coalesce(accounts.private_key, '') = ''
            and exists (select from users where users.account_id = accounts.id)
            and not exists (
                select
                from keypairs
                where keypairs.account_id = accounts.id
                    and keypairs.private_key is not null
                    and not keypairs.revoked
            )
        """
    }

    package static let halfDeleted = HealthQuestion("accounts.suspended_at", "statuses.account_id") { limit in
        """
        select accounts.username || '@' || accounts.domain as name, doubt.number as value
        from accounts
        cross join lateral (
            select count(*) as number
            from (
                select
                from statuses
                where statuses.account_id = accounts.id
                limit 1000
            ) as few
        ) as doubt
        where accounts.domain is not null
            and \(fragment: days(since: "accounts.suspended_at")) > \(limit)
            and accounts.suspension_origin = 0
            and doubt.number > 0
            and exists (
                select
                from domain_blocks
                where domain_blocks.severity = 1
                    and domain_blocks.domain = accounts.domain
                    and \(fragment: days(since: "domain_blocks.created_at")) > \(limit)
            )
        """
    }

    package static let lostNotifications = HealthQuestion("notifications.activity_id") { limit in
        """
        select 'of the newest 10,000' as name, 100.0 * lost.number / lost.total as value
        from (
            select
                count(*) filter (
                    where newest.activity_type = 'Mention'
                        and not exists (select from mentions where mentions.id = newest.activity_id)
                        or newest.activity_type = 'Status'
                        and not exists (select from statuses where statuses.id = newest.activity_id)
                        or newest.activity_type = 'Follow'
                        and not exists (select from follows where follows.id = newest.activity_id)
                        or newest.activity_type = 'Favourite'
                        and not exists (select from favourites where favourites.id = newest.activity_id)
                ) as number,
                count(*) as total
            from (
                select activity_type, activity_id
                from notifications
                order by id desc
                limit 10000
            ) as newest
        ) as lost
        where lost.total > 0
            and 100.0 * lost.number / lost.total > \(limit)
        """
    }

    package static let postsFromTheFuture = HealthQuestion("statuses.created_at") { limit in
        """
        select 'post ' || id as name, -\(fragment: days(since: "created_at")) as value
        from (
            select id, created_at
            from statuses
            order by id desc
            limit 10000
        ) as newest
        where -\(fragment: days(since: "created_at")) > \(limit)
        """
    }

    package static let noRetention = HealthQuestion("settings.value", "media_attachments.file_file_size") { limit in
        """
        select 'cached from other servers' as name, cached.size as value
        from (
            select sum(file_file_size::float8) as size
            from media_attachments
            where remote_url <> ''
                and file_file_name is not null
        ) as cached
        where cached.size > \(limit)
            and coalesce(\(fragment: retention("'media_cache_retention_period'")), 0) = 0
        """
    }

    package static let contentRetention = HealthQuestion("settings.value") { _ in
        """
        select 'content_cache_retention_period' as name, kept.days as value
        from (select \(fragment: retention("'content_cache_retention_period'")) as days) as kept
        where kept.days > 0
        """
    }

    package static let archaicFiles = HealthQuestion("media_attachments.file_storage_schema_version") { _ in
        """
        select 'remote files among the local ones' as name, old.number as value
        from (
            select count(*) as number
            from media_attachments
            where remote_url <> ''
                and file_file_name is not null
                and coalesce(file_storage_schema_version, 0) = 0
        ) as old
        where old.number > 0
        """
    }

    package static let unattachedFiles = HealthQuestion("media_attachments.scheduled_status_id") { limit in
        """
        select 'uploads without a post' as name, loose.number as value
        from (
            select count(*) as number
            from media_attachments
            where status_id is null
                and scheduled_status_id is null
                and remote_url = ''
                and \(fragment: days(since: "created_at")) > 2
        ) as loose
        where loose.number > \(limit)
        """
    }

    /// Processing: 0 waits, 1 is under way, 2 done, 3 failed.
    package static let stuckProcessing = HealthQuestion("media_attachments.processing") { limit in
        """
        select 'upload ' || id as name, \(fragment: days(since: "created_at")) * 24 as value
        from media_attachments
        where processing in (0, 1)
            and remote_url = ''
            and \(fragment: days(since: "created_at")) * 24 > \(limit)
        """
    }

    package static let avatarShare = HealthQuestion("accounts.avatar_file_size", "media_attachments.file_file_size") {
        limit in
        """
        select 'of all cached bytes' as name, 100.0 * part.size / whole.size as value
        from (
            select coalesce(sum(avatar_file_size::float8), 0) + coalesce(sum(header_file_size::float8), 0) as size
            from accounts
            where domain is not null
        ) as part
        cross join lateral (
            select nullif(coalesce(sum(file_file_size::float8), 0) + part.size, 0) as size
            from media_attachments
            where remote_url <> ''
                and file_file_name is not null
        ) as whole
        where part.size > 1000000000
            and 100.0 * part.size / whole.size > \(limit)
        """
    }

    package static let previewShare = HealthQuestion(
        "preview_cards.image_file_size", "media_attachments.file_file_size"
    ) { limit in
        """
        select 'of all cached bytes' as name, 100.0 * part.size / whole.size as value
        from (
            select coalesce(sum(image_file_size::float8), 0) as size
            from preview_cards
        ) as part
        cross join lateral (
            select nullif(coalesce(sum(file_file_size::float8), 0) + part.size, 0) as size
            from media_attachments
            where remote_url <> ''
                and file_file_name is not null
        ) as whole
        where part.size > 1000000000
            and 100.0 * part.size / whole.size > \(limit)
        """
    }

    package static let localFilesWithoutNames = HealthQuestion("media_attachments.file_file_name") { _ in
        """
        select 'upload ' || id as name, null::float8 as value
        from media_attachments
        where remote_url = ''
            and file_file_name is null
            and status_id is not null
            and thumbnail_remote_url is null
        """
    }

    package static let newReleases = HealthQuestion("software_updates.urgent") { _ in
        """
        select version as name, null::float8 as value
        from software_updates
        where not urgent
        """
    }

    package static let urgentReleases = HealthQuestion("software_updates.urgent") { _ in
        """
        select version as name, null::float8 as value
        from software_updates
        where urgent
        """
    }
}
