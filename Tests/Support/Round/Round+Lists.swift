import Model

extension Round {
    static let emailDomainBlocks = Round(
        name: "email-domain-blocks",
        errands: [
            Errand(
                "email-domain-blocks add", ["new.example", "other.example"], changes: ["email_domain_blocks"],
                wrong: [(["b_d"], 65), ([], 64)]),
            Errand(
                "email-domain-blocks import", ["{list of domains}"],
                changes: ["email_domain_blocks", "admin_action_logs"],
                wrong: [(["/nowhere"], 66), (["{list of nonsense}"], 65)]),
            Errand("email-domain-blocks list"),
            Errand("email-domain-blocks export"),
            Errand(
                "email-domain-blocks remove", ["new.example"], changes: ["email_domain_blocks"],
                wrong: [(["b_d"], 65), (["new.example", "--as", "nobody"], 66)]),
        ])

    static let ipBlocks = Round(
        name: "ip-blocks",
        errands: [
            Errand(
                "ip-blocks add", ["203.0.113.0/24", "--severity", "no_access"], changes: ["ip_blocks"],
                wrong: [(["1.2.3", "--severity", "no_access"], 65), (["1.2.3.4"], 64)]),
            Errand(
                "ip-blocks import", ["{list of addresses}"], changes: ["ip_blocks", "admin_action_logs"],
                wrong: [(["/nowhere"], 66), (["{list of nonsense}"], 65)]),
            Errand("ip-blocks list", ["--covering", "203.0.113.9"], wrong: [(["--covering", "x"], 64)]),
            Errand("ip-blocks export"),
            Errand("ip-blocks remove", ["203.0.113.0/24"], changes: ["ip_blocks"], wrong: [(["x"], 65)]),
        ])

    static let canonicalEmailBlocks = Round(
        name: "canonical-email-blocks",
        errands: [
            Errand(
                "canonical-email-blocks add", ["someone@mail.example"],
                changes: ["canonical_email_blocks", "admin_action_logs"], wrong: [(["nonsense"], 65)]),
            Errand("canonical-email-blocks find", ["someone@mail.example"], wrong: [(["nonsense"], 65)]),
            Errand("canonical-email-blocks list"),
            Errand(
                "canonical-email-blocks remove", ["some.one@mail.example"], changes: ["canonical_email_blocks"],
                wrong: [(["nonsense"], 65)]),
        ])

    static let usernameBlocks = Round(
        name: "username-blocks",
        errands: [
            Errand(
                "username-blocks add", ["billing"], changes: ["username_blocks", "admin_action_logs"], since: .v4_5,
                wrong: [([" "], 65), ([], 64)]),
            Errand(
                "username-blocks import", ["{list of names}"], changes: ["username_blocks", "admin_action_logs"],
                since: .v4_5, wrong: [(["/nowhere"], 66), (["{list of nonsense}"], 65)]),
            Errand("username-blocks list", since: .v4_5),
            Errand(
                "username-blocks remove", ["billing"], changes: ["username_blocks", "admin_action_logs"], since: .v4_5,
                wrong: [(["billing", "--as", "nobody"], 66)]),
        ])

    static let settings = Round(
        name: "settings",
        errands: [
            Errand("settings registrations close", changes: ["settings"], hasNoLock: true, wrong: [(["now"], 64)]),
            Errand("settings registrations approved", ["--require-reason"], changes: ["settings"], hasNoLock: true),
            Errand("settings registrations open", changes: ["settings"], hasNoLock: true),
            Errand("settings list"),
            Errand("settings get", ["site_title"], wrong: [(["site_titel"], 66)]),
            Errand(
                "settings set", ["site_title", "Our: server"], changes: ["settings"],
                wrong: [
                    (["site_titel", "x"], 66), (["profile_directory", "perhaps"], 65),
                    (["site_contact_username", "nobody_of_that_name"], 66),
                ]),
        ])
}
