import Postgres

// Whether what the server does by the clock has an effect.

extension HealthQuestion {
    package static let overdueDeletions = HealthQuestion("account_deletion_requests.created_at") { limit in
        """
        select accounts.username as name, \(fragment: days(since: "request.created_at")) as value
        from account_deletion_requests as request
        join accounts on accounts.id = request.account_id
        where \(fragment: days(since: "request.created_at")) > \(limit)
        """
    }

    package static let unconfirmedUsers = HealthQuestion("users.confirmation_sent_at") { limit in
        """
        select accounts.username as name, \(fragment: days(since: "users.confirmation_sent_at")) as value
        from users
        join accounts on accounts.id = users.account_id
        where users.confirmed_at is null
            and \(fragment: days(since: "users.confirmation_sent_at")) > \(limit)
        """
    }

    package static let keptArchives = HealthQuestion("backups.dump_file_name") { limit in
        """
        select 'archive ' || id as name, \(fragment: days(since: "created_at")) as value
        from backups
        where dump_file_name is not null
            and \(fragment: days(since: "created_at")) > \(limit)
        """
    }

    package static let stuckImports = HealthQuestion("bulk_imports.finished_at") { limit in
        """
        select 'import ' || id as name, \(fragment: days(since: "created_at")) as value
        from bulk_imports
        where finished_at is null
            and state = 2
            and \(fragment: days(since: "created_at")) > \(limit)
        """
    }

    package static let latePosts = HealthQuestion("scheduled_statuses.scheduled_at") { limit in
        """
        select 'post ' || id as name, \(fragment: days(since: "scheduled_at")) * 24 as value
        from scheduled_statuses
        where \(fragment: days(since: "scheduled_at")) * 24 > \(limit)
        """
    }

    package static let keptAddresses = HealthQuestion("users.sign_up_ip") { limit in
        """
        select 'sign-up addresses' as name, count(*) as value
        from users
        where sign_up_ip is not null
            and \(fragment: days(since: "created_at")) > \(limit)
            and coalesce(\(fragment: days(since: "current_sign_in_at")), 'infinity') > \(limit)
        having count(*) > 0
        """
    }

    package static let keptSessions = HealthQuestion("session_activations.updated_at") { limit in
        """
        select 'sessions' as name, count(*) as value
        from session_activations
        where \(fragment: days(since: "updated_at")) > \(limit)
        having count(*) > 0
        """
    }

    package static let keptLogins = HealthQuestion("login_activities.created_at") { limit in
        """
        select 'notes of sign-ins' as name, count(*) as value
        from login_activities
        where \(fragment: days(since: "created_at")) > \(limit)
        having count(*) > 0
        """
    }

    /// Days of a setting, as YAML holds them; null when it is not set.
    static func retention(_ name: Statement) -> Statement {
        """
        (
            select substring(settings.value from '^---\\s*(\\d+)')::float8
            from settings
            where settings.var = \(fragment: name)
        )
        """
    }

    /// Cached files that the retention should have removed.
    package static let ineffectiveRetention = HealthQuestion(
        "settings.value", "media_attachments.file_updated_at"
    ) { limit in
        """
        select 'cached files older than the retention' as name, old.number as value
        from (
            select count(*) as number
            from (
                select
                from media_attachments
                where remote_url <> ''
                    and file_file_name is not null
                    and \(fragment: days(since: "greatest(file_updated_at, created_at)"))
                        > \(fragment: retention("'media_cache_retention_period'")) + 2
                limit 100001
            ) as cached
        ) as old
        where old.number > \(limit)
        """
    }
}
