import Postgres

// What the database tells of other servers.

extension HealthQuestion {
    package static let staleInbound = HealthQuestion("statuses.uri", "follows") { limit in
        """
        select 'newest post from elsewhere' as name, \(fragment: days(since: "newest.created_at")) * 24 as value
        from (
            select max(seen.created_at) as created_at
            from (
                select created_at, local
                from statuses
                order by id desc
                limit 5000
            ) as seen
            where seen.local is not true
        ) as newest
        where \(fragment: days(since: "newest.created_at")) * 24 > \(limit)
            and (select count(*) from (select from follows limit 100) as few) = 100
        """
    }

    /// Severity: 0 limit, 1 suspend.
    package static let halfAppliedBlocks = HealthQuestion("domain_blocks.severity", "accounts.silenced_at") { limit in
        """
        select domain_blocks.domain as name, count(*) as value
        from domain_blocks
        join accounts on accounts.domain = domain_blocks.domain
        where \(fragment: days(since: "domain_blocks.created_at")) > \(limit)
            and (
                domain_blocks.severity = 1 and accounts.suspended_at is null
                or domain_blocks.severity = 0 and accounts.silenced_at is null and accounts.suspended_at is null
            )
            and accounts.created_at < domain_blocks.created_at
        group by domain_blocks.domain
        """
    }

    package static let broadBlocks = HealthQuestion("domain_blocks.severity") { _ in
        """
        select domain as name, null::float8 as value
        from domain_blocks
        where position('.' in domain) = 0
        """
    }

    package static func ownBlocks(_ domains: [String]) -> HealthQuestion {
        HealthQuestion("domain_blocks.severity") { _ in
            """
            select domain_blocks.domain as name, null::float8 as value
            from domain_blocks
            join unnest(\(domains)) as own (domain)
                on own.domain = domain_blocks.domain or own.domain like '%.' || domain_blocks.domain
            """
        }
    }

    /// State: 0 idle, 1 pending, 2 accepted, 3 rejected.
    package static let stuckRelays = HealthQuestion("relays.state") { limit in
        """
        select inbox_url || case state when 1 then ' waits' else ' refused' end as name,
            \(fragment: days(since: "updated_at")) as value
        from relays
        where state in (1, 3)
            and \(fragment: days(since: "updated_at")) > \(limit)
        """
    }

    package static let troubledProviders = HealthQuestion("fasp_providers.delivery_last_failed_at") { limit in
        """
        select name || case when confirmed then ' failed' else ' is not confirmed' end as name,
            \(fragment: days(since: "coalesce(delivery_last_failed_at, created_at)")) as value
        from fasp_providers
        where not confirmed and \(fragment: days(since: "created_at")) > \(limit)
            or \(fragment: days(since: "delivery_last_failed_at")) < \(limit)
        """
    }

    package static let severedTies = HealthQuestion(
        "relationship_severance_events.target_name", "severed_relationships.local_account_id"
    ) { limit in
        """
        select event.target_name as name, count(*) as value
        from relationship_severance_events as event
        join severed_relationships as tie on tie.relationship_severance_event_id = event.id
        where event.type = 0
            and not event.purged
            and \(fragment: days(since: "event.created_at")) < 7
        group by event.target_name
        having count(*) > \(limit)
        """
    }

    package static let unavailableFriends = HealthQuestion("unavailable_domains.domain", "follows") { limit in
        """
        select unavailable.domain as name, ties.number as value
        from unavailable_domains as unavailable
        cross join lateral (
            select count(*) as number
            from (
                select
                from accounts
                join follows on follows.account_id = accounts.id
                where accounts.domain = unavailable.domain
                limit 1000
            ) as few
        ) as ties
        where ties.number > \(limit)
        """
    }

    package static let noAllowedDomains = HealthQuestion("domain_allows.domain") { _ in
        "select 'domain_allows' as name, null::float8 as value where not exists (select from domain_allows)"
    }

    /// The host of the newest local post that tells one, unless it is one of those given.
    package static func otherHosts(_ hosts: [String]) -> HealthQuestion {
        HealthQuestion("statuses.uri", "statuses.local") { _ in
            """
            select seen.host as name, null::float8 as value
            from (
                select lower(substring(newest.uri from '^https?://([^/:]+)')) as host
                from (
                    select uri
                    from statuses
                    where local
                        and uri is not null
                    order by id desc
                    limit 1
                ) as newest
            ) as seen
            where seen.host is not null
                and not seen.host = any(\(hosts))
            """
        }
    }

    package static let deadWebhooks = HealthQuestion("webhooks.enabled") { _ in
        """
        select url as name, null::float8 as value
        from webhooks
        where enabled
            and url !~ '^https://'
        """
    }
}
