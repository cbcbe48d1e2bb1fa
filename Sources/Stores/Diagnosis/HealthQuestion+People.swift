import Postgres

// Staff, members and what waits for somebody to decide it. Times in Mastodon's tables are UTC without a zone.

extension HealthQuestion {
    static let utc: Statement = "(now() at time zone 'utc')"
    /// The bits of a role's permissions that make somebody staff: all below the right to invite.
    static let staffBits: Statement = "65535"

    /// - Parameter column: a time, in days before now.
    static func days(since column: Statement) -> Statement {
        "(extract(epoch from \(fragment: utc) - \(fragment: column)) / 86400)"
    }

    package static let oldReports = HealthQuestion("reports.action_taken_at") { limit in
        """
        select 'report ' || id as name, \(fragment: days(since: "created_at")) as value
        from reports
        where action_taken_at is null
            and \(fragment: days(since: "created_at")) > \(limit)
        """
    }

    package static let oldAppeals = HealthQuestion("appeals.approved_at", "appeals.rejected_at") { limit in
        """
        select 'appeal ' || id as name, \(fragment: days(since: "created_at")) as value
        from appeals
        where approved_at is null
            and rejected_at is null
            and \(fragment: days(since: "created_at")) > \(limit)
        """
    }

    package static let waitingSignUps = HealthQuestion("users.approved", "accounts.username") { limit in
        """
        select accounts.username as name, \(fragment: days(since: "users.created_at")) as value
        from users
        join accounts on accounts.id = users.account_id
        where not users.approved
            and users.confirmed_at is not null
            and \(fragment: days(since: "users.created_at")) > \(limit)
        """
    }

    package static let noRules = HealthQuestion("rules.deleted_at") { _ in
        "select 'rules' as name, null::float8 as value where not exists (select from rules where deleted_at is null)"
    }

    /// Settings whose value is missing or empty, as YAML writes that.
    static func unset(_ name: Statement) -> Statement {
        """
        not exists (
            select
            from settings
            where settings.var = \(fragment: name)
                and settings.value !~ '^---\\s*(''''|""|null|~)?\\s*(\\.\\.\\.)?\\s*$'
        )
        """
    }

    package static let noContact = HealthQuestion("settings.var", "settings.value") { _ in
        """
        select 'site_contact_username' as name, null::float8 as value
        where \(fragment: unset("'site_contact_username'"))
        """
    }

    package static let contactGone = HealthQuestion("settings.var", "settings.value", "accounts.suspended_at") { _ in
        """
        select accounts.username as name, null::float8 as value
        from settings
        join accounts
            on lower(accounts.username)
                = lower(trim(both from regexp_replace(settings.value, '^---\\s*|[''"@]|\\s*$', '', 'g')))
            and accounts.domain is null
        left join users on users.account_id = accounts.id
        where settings.var = 'site_contact_username'
            and (not \(fragment: available) or users.id is null or users.disabled)
        """
    }

    package static let staffWithoutSecondFactor = HealthQuestion(
        "users.otp_required_for_login", "user_roles.permissions", "webauthn_credentials.user_id"
    ) { _ in
        """
        select accounts.username || ' (' || user_roles.name || ')' as name, null::float8 as value
        from users
        join user_roles on user_roles.id = users.role_id
        join accounts on accounts.id = users.account_id
        where user_roles.permissions & \(fragment: staffBits) <> 0
            and not users.otp_required_for_login
            and not users.disabled
            and \(fragment: available)
            and not exists (select from webauthn_credentials where webauthn_credentials.user_id = users.id)
        """
    }

    package static let fewOwners = HealthQuestion("users.role_id", "user_roles.permissions") { limit in
        """
        select 'with all rights and here within 30 days' as name, owners.number as value
        from (
            select count(*) as number
            from users
            join user_roles on user_roles.id = users.role_id
            where user_roles.permissions & 1 <> 0
                and not users.disabled
                and \(fragment: days(since: "users.current_sign_in_at")) < 30
        ) as owners
        where owners.number < \(limit)
        """
    }

    package static let staffSuspended = HealthQuestion("users.role_id", "user_roles.permissions") { _ in
        """
        select accounts.username || ' (' || user_roles.name || ')' as name, null::float8 as value
        from users
        join user_roles on user_roles.id = users.role_id
        join accounts on accounts.id = users.account_id
        where user_roles.permissions & \(fragment: staffBits) <> 0
            and (not \(fragment: available) or users.disabled)
        """
    }

    package static let unwatchedRegistrations = HealthQuestion(
        "settings.var", "users.role_id", "user_roles.permissions"
    ) { limit in
        """
        select 'last visit of a moderator' as name, \(fragment: days(since: "visits.last")) as value
        from (
            select max(users.current_sign_in_at) as last
            from users
            join user_roles on user_roles.id = users.role_id
            where user_roles.permissions & \(fragment: staffBits) <> 0
                and not users.disabled
        ) as visits
        where exists (
                select
                from settings
                where settings.var = 'registrations_mode'
                    and settings.value ~ '^---\\s*[''"]?open'
            )
            and coalesce(\(fragment: days(since: "visits.last")), 'infinity') > \(limit)
        """
    }

    package static let idleAdminTokens = HealthQuestion(
        "oauth_access_tokens.scopes", "oauth_access_tokens.last_used_at", "oauth_applications.name"
    ) { limit in
        """
        select
            coalesce(oauth_applications.name, 'no application') || ' #' || token.id as name,
            \(fragment: days(since: "coalesce(token.last_used_at, token.created_at)")) as value
        from oauth_access_tokens as token
        left join oauth_applications on oauth_applications.id = token.application_id
        where token.revoked_at is null
            and token.scopes ~ '(^| )admin'
            and \(fragment: days(since: "coalesce(token.last_used_at, token.created_at)")) > \(limit)
        """
    }

    package static let membersWithoutLoginTwoYears = HealthQuestion("users.current_sign_in_at") { limit in
        """
        select 'share of members' as name, 100.0 * asleep.number / asleep.total as value
        from (
            select
                count(*) filter (
                    where coalesce(\(fragment: days(since: "current_sign_in_at")), 'infinity') > 730
                ) as number,
                nullif(count(*), 0) as total
            from users
            where confirmed_at is not null
        ) as asleep
        where asleep.total > 100
            and 100.0 * asleep.number / asleep.total > \(limit)
        """
    }

    package static let unconfirmedSignUps = HealthQuestion("users.confirmed_at") { limit in
        """
        select 'of ' || recent.total || ' sign-ups' as name, 100.0 * recent.number / recent.total as value
        from (
            select count(*) filter (where confirmed_at is null) as number, count(*) as total
            from users
            where \(fragment: days(since: "created_at")) < 7
        ) as recent
        where recent.total > 10
            and 100.0 * recent.number / recent.total > \(limit)
        """
    }

    package static let noTerms = HealthQuestion("settings.var", "settings.value") { _ in
        """
        select 'site_terms' as name, null::float8 as value
        where \(fragment: unset("'site_terms'"))
        """
    }

    package static let openInvites = HealthQuestion("invites.expires_at", "invites.max_uses") { limit in
        """
        select 'invite ' || code as name, uses as value
        from invites
        where max_uses is null
            and (expires_at is null or expires_at > \(fragment: utc))
            and uses > \(limit)
        """
    }

    package static let singleUserCompany = HealthQuestion("users.confirmed_at") { limit in
        """
        select 'confirmed members' as name, count(*) as value
        from users
        where confirmed_at is not null
        having count(*) > \(limit)
        """
    }

    /// The address most of the newest visits seem to come from, when it is nobody's of the wide world.
    package static let onePlaceOfVisitors = HealthQuestion("session_activations.ip") { limit in
        """
        select host(visits.ip) as name, 100.0 * count(*) / max(visits.total) as value
        from (
            select ip, count(*) over () as total
            from (
                select ip
                from session_activations
                where ip is not null
                order by id desc
                limit 50
            ) as newest
        ) as visits
        where visits.total >= 10
            and (
                visits.ip <<= '10.0.0.0/8' or visits.ip <<= '172.16.0.0/12' or visits.ip <<= '192.168.0.0/16'
                or visits.ip <<= '127.0.0.0/8' or visits.ip <<= '::1/128' or visits.ip <<= 'fc00::/7'
            )
        group by visits.ip
        having 100.0 * count(*) / max(visits.total) > \(limit)
        """
    }
}
