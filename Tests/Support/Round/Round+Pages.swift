import Model
import Postgres

// What the server's pages do: small tables, posts, notes.
extension Round {
    private static let unknownID: [([String], Int32)] = [(["999999"], 66), (["x"], 64), ([], 64)]

    static let announcements = Round(
        name: "announcements",
        errands: [
            Errand("announcements list"),
            Errand(
                "announcements add", ["hello"], changes: ["announcements", "admin_action_logs"],
                wrong: [([" "], 64), ([], 64), (["hello", "--as", "nobody_of_that_name"], 66)]),
            Errand(
                "announcements unpublish", ["1"], changes: ["announcements", "admin_action_logs"], wrong: unknownID),
            Errand("announcements publish", ["1"], changes: ["announcements", "admin_action_logs"], wrong: unknownID),
            Errand("announcements remove", ["1"], changes: ["announcements", "admin_action_logs"], wrong: unknownID),
        ])

    static let rules = Round(
        name: "rules and roles",
        errands: [
            Errand("roles list"),
            Errand("stats"),
            Errand("rules list"),
            Errand("rules add", ["be brief"], changes: ["rules"], wrong: [([" "], 64), ([], 64)]),
            Errand("rules change", ["1", "--priority", "9"], changes: ["rules"], wrong: [(["1"], 64)]),
            Errand("rules remove", ["1"], changes: ["rules"], wrong: unknownID),
        ])

    static let terms = Round(
        name: "terms",
        errands: [
            Errand(
                "terms publish", ["{list of names}", "--changelog", "all", "--effective", "2099-01-01"],
                changes: ["terms_of_services", "admin_action_logs"], since: .v4_4,
                wrong: [
                    (["/nowhere", "--changelog", "all", "--effective", "2099-01-01"], 66), ([], 64),
                    (["{list of names}", "--changelog", "all", "--effective", "2001-01-01"], 65),
                ]),
            Errand("terms list", since: .v4_4),
        ])

    static let invites = Round(
        name: "invites",
        errands: [
            Errand("invites list", ["--open"]),
            Errand("invites expire", ["sandbox1"], changes: ["invites"], wrong: [(["nothing1"], 66), ([], 64)]),
        ])

    static let relays = Round(
        name: "relays",
        errands: [
            Errand("relays list"),
            Errand(
                "relays add", ["https://new-relay.example/inbox"], changes: ["relays"],
                mayChange: ["admin_action_logs"], wrong: [(["relay"], 64), (["https://relay.example/inbox"], 65)]),
            Errand(
                "relays enable", ["2"], changes: ["relays"], mayChange: ["admin_action_logs"], wrong: unknownID),
            Errand(
                "relays disable", ["1"], changes: ["relays"], mayChange: ["admin_action_logs"], wrong: unknownID),
            Errand(
                "relays remove", ["2"], changes: ["relays"], mayChange: ["admin_action_logs"], wrong: unknownID),
        ])

    static let webhooks = Round(
        name: "webhooks",
        errands: [
            Errand("webhooks list"),
            Errand(
                "webhooks add", ["https://hook.example/y", "--event", "report.created"], changes: ["webhooks"],
                wrong: [(["hook"], 64), (["https://hook.example/y"], 64)]),
            Errand("webhooks enable", ["1"], changes: ["webhooks"], wrong: unknownID),
            Errand("webhooks rotate-secret", ["1"], changes: ["webhooks"], wrong: unknownID),
            Errand("webhooks disable", ["1"], changes: ["webhooks"], wrong: unknownID),
            Errand("webhooks remove", ["1"], changes: ["webhooks"], wrong: unknownID),
        ])

    static let tags = Round(
        name: "tags",
        errands: [
            Errand("tags list"),
            Errand(
                "tags usable", ["{tag}", "--off"], changes: ["tags"], mayChange: ["admin_action_logs"],
                wrong: [(["nobody_used_this"], 66), ([], 64)]),
            Errand(
                "tags listable", ["{tag}", "--off"], changes: ["tags"], mayChange: ["admin_action_logs"],
                wrong: [(["nobody_used_this"], 66)]),
            Errand(
                "tags trendable", ["{tag}"], changes: ["tags"], mayChange: ["admin_action_logs"],
                wrong: [(["nobody_used_this"], 66)]),
        ])

    static let trends = Round(
        name: "trends",
        errands: [
            Errand("trends links list").after { stage in
                try await stage.execute(
                    """
                    insert into preview_card_trends (preview_card_id, score, rank, allowed, language)
                    select id, 5, 1, false, 'en' from preview_cards order by id limit 1
                    """)
            },
            Errand("trends links approve", ["{link}"], changes: ["preview_cards"], wrong: unknownID),
            Errand("trends links reject", ["{link}"], changes: ["preview_cards"], wrong: unknownID),
            Errand("trends statuses list").after { stage in
                try await stage.execute(
                    """
                    insert into status_trends (status_id, account_id, score, rank, allowed, language)
                    select id, account_id, 5, 1, false, 'en' from statuses order by id limit 1
                    """)
            },
            Errand("trends statuses approve", ["{post}"], changes: ["statuses"], wrong: unknownID),
            Errand("trends statuses reject", ["{post}"], changes: ["statuses"], wrong: unknownID),
            Errand("trends tags list", since: .v4_4).after { stage in
                try await stage.execute(
                    """
                    insert into tag_trends (tag_id, score, rank, allowed, language)
                    select id, 5, 1, false, '' from tags order by id limit 1
                    """)
            },
            Errand("trends tags approve", ["{tag}"], changes: ["tags"], wrong: [(["nobody_used_this"], 66)]),
            Errand("trends tags reject", ["{tag}"], changes: ["tags"], wrong: [(["nobody_used_this"], 66)]),
        ])

    static let subscriptions = Round(
        name: "subscriptions and providers",
        errands: [
            Errand("email-subscriptions list", since: .v4_6).after { stage in
                try await stage.execute(
                    """
                    insert into email_subscriptions (account_id, email, locale, created_at, updated_at)
                    select id, 'reader@mail.example', 'en', now(), now()
                    from accounts where domain is null and id > 0 order by id limit 1
                    """)
            },
            Errand(
                "email-subscriptions unsubscribe", ["reader@mail.example"], changes: ["email_subscriptions"],
                since: .v4_6, wrong: [(["nobody@mail.example"], 66), ([], 64)]),
            Errand("fasp list", since: .v4_4).after { stage in
                try await stage.execute(
                    """
                    insert into fasp_providers (name, base_url, remote_identifier, provider_public_key_pem,
                        server_private_key_pem, capabilities, created_at, updated_at)
                    values ('Finder', 'https://finder.example', 'x', '', '',
                        '[{"id": "trends", "version": "1.0", "enabled": true}]', now(), now())
                    """)
            },
        ])

    static let notes = Round(
        name: "notes and warnings",
        errands: [
            Errand(
                "accounts notes add", ["{user}", "wrote to us"], changes: ["account_moderation_notes"],
                wrong: [(["nobody_of_that_name", "x"], 66), (["{ambiguous}", "x"], 65), (["{user}", " "], 64)]),
            Errand("accounts notes list", ["{user}"], wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65)]),
            Errand("accounts notes remove", ["{note}"], changes: ["account_moderation_notes"], wrong: unknownID),
            Errand(
                "accounts warn", ["{user}", "--text", "be kind"], changes: ["account_warnings", "admin_action_logs"],
                wrong: [(["nobody_of_that_name"], 66), (["{ambiguous}"], 65), (["{remote account}"], 65)]),
            Errand(
                "accounts delete-archives", ["{user}"], changes: ["backups"],
                wrong: [(["nobody_of_that_name"], 66), ([], 64)]
            ).after { stage in
                try await stage.execute(
                    """
                    insert into backups (user_id, created_at, updated_at)
                    select id, now() - interval '1 day', now() from users
                    """)
            },
            Errand(
                "accounts clean-posts", ["{user}", "--before", "1s"], changes: ["statuses"],
                wrong: [
                    (["nobody_of_that_name", "--before", "1s"], 66), (["{remote account}", "--before", "1s"], 65),
                ]),
            Errand(
                "accounts resend-confirmation", ["{unconfirmed user}"], changes: ["admin_action_logs"],
                mayChange: ["users"], wrong: [(["nobody_of_that_name"], 66), (["{user}"], 65)]),
        ])

    static let statuses = Round(
        name: "statuses",
        errands: [
            Errand("statuses list", ["--where", "local:yes", "--limit", "3"]),
            Errand("statuses authors", ["--where", "created:>1d"]),
            Errand("statuses show", ["{post}"], wrong: [(["999999"], 66)]),
            Errand("statuses similar", ["{twin}"], wrong: [(["999999"], 66)]).after { stage in
                try await stage.execute(
                    """
                    insert into statuses (id, text, account_id, uri, local, visibility, created_at, updated_at)
                    select place, 'Win free money now at https://spam' || place || '.example/x', account, 'twin ' || place,
                        false, 0, now(), now()
                    from (select min(id) as account from accounts where domain is not null) as author,
                        generate_series(
                            (extract(epoch from now())::bigint * 1000) << 16,
                            ((extract(epoch from now())::bigint * 1000) << 16) + 2) as place
                    """)
            },
            Errand(
                "statuses sensitize", ["{post with media}"],
                changes: ["statuses", "account_warnings", "admin_action_logs"],
                mayChange: ["reports", "status_edits"], wrong: [(["999999"], 66), ([], 64)]),
            Errand(
                "statuses delete", ["{twin}"],
                changes: ["statuses", "account_warnings", "admin_action_logs", "tombstones"],
                mayChange: ["reports"], wrong: [(["999999"], 66), ([], 64), (["{post}", "--report-id", "999999"], 66)]),
        ])
}
