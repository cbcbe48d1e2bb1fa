import Glibc

extension CheckFault {
    private static let old = "now() at time zone 'utc' - interval '500 days'"
    /// A local account with a user: its username, what else the user's columns are.
    private static func person(_ name: String, _ columns: String = "", _ values: String = "") -> String {
        """
        insert into accounts (username, private_key, public_key, created_at, updated_at)
        values ('\(name)', 'key', 'key', now(), now());
        insert into users (account_id, email, created_at, updated_at\(columns))
        select id, '\(name)@x.example', now(), now()\(values) from accounts where username = '\(name)' and domain is null;
        """
    }

    static let people: [CheckFault] = [
        sql("people.reports-old", "update reports set action_taken_at = null, created_at = \(old) where id = 1"),
        sql(
            "people.appeals-old",
            """
            insert into appeals (account_id, account_warning_id, text, created_at, updated_at)
            select target_account_id, id, 'please', \(old), now() from account_warnings limit 1
            """),
        sql(
            "people.pending-users",
            person("waits", ", approved, confirmed_at", ", false, now()")
                + "update users set created_at = \(old) where email like 'waits%'"),
        sql("people.rules-empty", "delete from rules"),
        sql("people.contact-gone", "update users set disabled = true where id = 1"),
        sql("people.staff-suspended", "update users set disabled = true where id = 1"),
        sql("people.owner-count", "update users set disabled = true where id = 1"),
        sql("people.contact", "update settings set value = E'--- \\'\\'\\n' where var = 'site_contact_username'"),
        sql("people.staff-2fa", "update users set otp_required_for_login = false where id = 2"),
        sql(
            "people.registrations-unwatched",
            """
            update settings set value = E'--- open\\n' where var = 'registrations_mode';
            update users set current_sign_in_at = \(old) where role_id is not null
            """),
        sql(
            "people.admin-tokens",
            """
            insert into oauth_access_tokens (token, scopes, created_at, application_id, resource_owner_id)
            values ('t', 'read admin:write', \(old), 1, 1)
            """),
        sql("people.invites-open", "update invites set max_uses = null, uses = 60"),
        sql("people.terms", "delete from settings where var = 'site_terms'"),
        sql("people.webhooks-plain", "update webhooks set url = 'http://x.example/', enabled = true"),
        sql(
            "people.asleep", limit: 10,
            """
            insert into accounts (id, username, created_at, updated_at)
            select 500000 + number, 'sleeper' || number, now(), now() from generate_series(1, 150) as number;
            insert into users (account_id, email, created_at, updated_at, confirmed_at)
            select 500000 + number, number || '@sleep.example', \(old), now(), \(old)
            from generate_series(1, 150) as number
            """),
        sql(
            "mail.unconfirmed-ratio",
            """
            insert into accounts (id, username, created_at, updated_at)
            select 600000 + number, 'new' || number, now(), now() from generate_series(1, 15) as number;
            insert into users (account_id, email, created_at, updated_at)
            select 600000 + number, number || '@new.example', now() at time zone 'utc', now()
            from generate_series(1, 15) as number
            """),
        sql("sched.user-cleanup", "update users set confirmation_sent_at = \(old) where email like '%@new.example'"),
        sql("sched.ip-retention", "update users set sign_up_ip = '10.0.0.1' where email like '%@sleep.example'"),
        sql("data.account-without-user", "delete from users where email = '1@new.example'"),
        sql("data.keys-missing", "update accounts set private_key = null where id = 600002"),
        sql(
            "data.user-without-account",
            "alter table users drop constraint fk_50500f500d; delete from accounts where id = 600003"),
        sql(
            "sched.deletions-overdue",
            "insert into account_deletion_requests (account_id, created_at, updated_at) values (600004, \(old), now())"),
        sql(
            "sched.archives-kept",
            "insert into backups (user_id, dump_file_name, created_at, updated_at) values (1, 'a.zip', \(old), now())"),
        sql(
            "sched.imports-stuck",
            "insert into bulk_imports (account_id, type, state, original_filename, created_at, updated_at) values (600004, 0, 2, 'x', \(old), now())"
        ),
        sql("sched.posts-late", "insert into scheduled_statuses (account_id, scheduled_at) values (600004, \(old))"),
        sql(
            "sched.session-retention",
            "insert into session_activations (session_id, user_id, created_at, updated_at) values ('old', 1, \(old), \(old))"
        ),
        sql("sched.login-retention", "insert into login_activities (user_id, created_at) values (1, \(old))"),
    ]

    static let contents: [CheckFault] = [
        sql(
            "sched.vacuum-effect", limit: 1,
            "update media_attachments set file_updated_at = \(old), created_at = \(old) where remote_url <> ''"),
        sql(
            "media.content-retention-set",
            "update settings set value = E'--- 30\\n' where var = 'content_cache_retention_period'"),
        sql("media.retention-unset", limit: 1, "delete from settings where var = 'media_cache_retention_period'"),
        sql(
            "media.schema-version-0",
            "update media_attachments set file_storage_schema_version = 0 where remote_url <> ''"),
        sql(
            "media.local-nameless",
            "update media_attachments set file_file_name = null where id = (select min(id) from media_attachments where remote_url = '')"
        ),
        sql(
            "media.processing-stuck",
            "update media_attachments set processing = 1, created_at = \(old) where remote_url = ''"),
        sql(
            "media.unattached", limit: 1,
            "update media_attachments set status_id = null, created_at = \(old) where remote_url = ''"),
        sql(
            "media.avatars-share",
            "update accounts set avatar_file_size = 2000000000 where id in (select id from accounts where domain is not null limit 2)"
        ),
        sql("media.previews-share", "update preview_cards set image_file_size = 2000000000"),
        sql(
            "media.missing-sample",
            "update accounts set avatar_file_name = 'gone.png', avatar_storage_schema_version = null where domain is null"
        ),
        CheckFault(id: "media.reachable", environment: ["PAPERCLIP_ROOT_PATH": "/nowhere/at/all"]),
        CheckFault(id: "media.writable", environment: ["PAPERCLIP_ROOT_PATH": "/sys/kernel/mm"]),
        CheckFault(
            id: "media.root-mode", make: { stage, _, _ in chmod("\(stage.folder)/media", 0o777) },
            undo: { stage, _, _ in chmod("\(stage.folder)/media", 0o755) }),
        sql(
            "data.counters-negative",
            """
            insert into account_stats (account_id, followers_count, created_at, updated_at)
            values (-99, -3, now(), now()) on conflict (account_id) do update set followers_count = -3
            """),
        sql(
            "data.half-deleted",
            """
            insert into domain_blocks (domain, severity, created_at, updated_at)
            select domain, 1, \(old), now() from accounts join statuses on statuses.account_id = accounts.id
            where domain is not null limit 1 on conflict do nothing;
            update accounts set suspended_at = \(old), suspension_origin = 0, created_at = \(old) - interval '1 day'
            where domain in (select domain from domain_blocks where created_at < \(old) + interval '1 day')
            """),
        sql(
            "fed.blocks-half-applied",
            "update accounts set suspended_at = null where suspension_origin = 0 and created_at < \(old)"),
        sql(
            "data.lost-notifications",
            "insert into notifications (account_id, from_account_id, activity_id, activity_type, created_at, updated_at) select id, id, 1, 'Mention', now(), now() from accounts limit 200"
        ),
        sql(
            "data.future-posts",
            "update statuses set created_at = now() + interval '9 days' where id = (select max(id) from statuses)"),
        sql(
            "soft.update-urgent",
            "insert into software_updates (version, urgent, type, created_at, updated_at) values ('9.0.1', true, 0, now(), now())"
        ),
        sql(
            "soft.update-pending",
            "insert into software_updates (version, urgent, type, created_at, updated_at) values ('9.1.0', false, 0, now(), now())"
        ),
        sql(
            "fed.broad-blocks",
            "insert into domain_blocks (domain, severity, created_at, updated_at) values ('town', 0, now(), now())"),
        sql(
            "fed.own-domain-blocked",
            "insert into domain_blocks (domain, severity, created_at, updated_at) values ('social', 0, now(), now())"),
        sql("fed.relays", "update relays set state = 1, updated_at = \(old)"),
        sql(
            "fed.fasp",
            "insert into fasp_providers (name, base_url, remote_identifier, provider_public_key_pem, server_private_key_pem, created_at, updated_at) values ('finder', 'https://f.example', 'x', 'k', 'k', \(old), now())"
        ),
        sql(
            "fed.severed-ties", limit: 1,
            """
            insert into relationship_severance_events (type, target_name, created_at, updated_at)
            values (0, 'big.example', now() at time zone 'utc', now());
            insert into severed_relationships
                (relationship_severance_event_id, local_account_id, remote_account_id, direction, created_at, updated_at)
            select (select max(id) from relationship_severance_events),
                (select min(id) from accounts where domain is null and id > 0), id, 0, now(), now()
            from accounts where domain is not null limit 5
            """),
        sql(
            "fed.unavailable-followed", limit: 0,
            """
            insert into unavailable_domains (domain, created_at, updated_at)
            select distinct domain, now(), now() from accounts join follows on follows.account_id = accounts.id
            where domain is not null
            """),
        CheckFault(
            id: "fed.inbound-fresh",
            script: """
                update statuses set created_at = \(old) where local is not true;
                insert into follows (account_id, target_account_id, created_at, updated_at)
                select one.id, other.id, now(), now() from accounts as one cross join accounts as other
                where one.domain is null limit 200 on conflict do nothing
                """),
        sql("fed.instance-actor", "update accounts set suspended_at = now() where id = -99"),
        CheckFault(
            id: "soft.end-of-life", environment: ["DB_NAME": "elderly"],
            make: { stage, _, _ in try await stage.makeElderly() }),
    ]

    static let schema: [CheckFault] = [
        sql("schema.index-extra", "create index one_too_many on mutes (created_at)"),
        sql("schema.extras", "create table of_our_own (id int)"),
        sql(
            "schema.extras-compulsory",
            "alter table mutes add column mood text; update mutes set mood = ''; alter table mutes alter mood set not null"
        ),
        sql("schema.extras-holding", "create table held (account_id bigint references accounts (id))"),
        sql("schema.index-missing", "drop index index_mutes_on_target_account_id"),
        sql(
            "schema.index-not-unique",
            "drop index index_follows_on_account_id_and_target_account_id; create index index_follows_on_account_id_and_target_account_id on follows (account_id, target_account_id)"
        ),
        sql("schema.foreign-key-missing", "alter table mutes drop constraint fk_b8d8daf315"),
        sql(
            "schema.column-type",
            "alter table mutes alter hide_notifications drop default, alter hide_notifications type text"),
        sql("schema.sequence-missing", "drop sequence mutes_id_seq cascade"),
        sql("schema.complete", "alter table media_attachments drop column blurhash"),
        sql(
            "schema.release",
            "update schema_migrations set version = '20260101000000' where version = '20260611150940'; delete from schema_migrations where version > '20260101000000'"
        ),
    ]
}

extension CheckStage {
    /// A database of a release nobody cares for any more.
    func makeElderly() async throws {
        try await run("create database elderly template sound_template", in: "postgres")
        try await run(
            "delete from schema_migrations; insert into schema_migrations (version) values ('20230907150100')",
            in: "elderly")
    }
}
