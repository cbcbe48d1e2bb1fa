/// One of the settings that the server's admins change on its pages.
///
/// Source: Mastodon 4.2 to 4.6.5 `app/models/form/admin_settings.rb` (`KEYS`, the kinds and the allowed values) and
/// `config/settings.yml` (what holds when nobody has set it).
package struct ServerSetting: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// At most so many characters; 0 for no bound.
        case text(Int)
        case flag
        /// A whole number, or nothing.
        case number
        /// One of these words.
        case choice([String])
        /// The name of a local account.
        case account
        /// Names of local accounts with commas between; may be empty.
        case accounts
        /// An address that begins with https://, or nothing.
        case url
        /// Words that the server reads as a list.
        case list
    }

    package var name: String
    package var kind: Kind
    /// What holds when nobody has set it.
    package var standard: SettingContent
    /// The first release that has it, and the last.
    package var since: MastodonRelease
    package var until: MastodonRelease

    init(
        _ name: String, _ kind: Kind, _ standard: SettingContent, since: MastodonRelease = .v4_2,
        until: MastodonRelease = .newest
    ) {
        self.name = name
        self.kind = kind
        self.standard = standard
        self.since = since
        self.until = until
    }

    /// Whether a release has it. One that is not known is taken for the newest.
    package func belongs(to release: MastodonRelease?) -> Bool {
        let release = release ?? .newest
        return since <= release && release <= until
    }

    /// Those of a release, by their names.
    package static func all(of release: MastodonRelease?) -> [ServerSetting] {
        catalog.filter { $0.belongs(to: release) }.map { setting in
            guard let release, let word = oldStandards[setting.name]?.first(where: { release <= $0.until })?.word else {
                return setting
            }
            var older = setting
            older.standard = .text(word)
            return older
        }.sorted { $0.name < $1.name }
    }

    /// What its values are, for people: `true or false`.
    package var allowed: String {
        switch kind {
        case .text(0): "a text"
        case .text(let length): "a text of at most \(length) characters"
        case .flag: "true or false"
        case .number: "a whole number, or nothing"
        case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        case .account: "the name of a local account"
        case .accounts: "names of local accounts, with commas between"
        case .url: "an address, or nothing"
        case .list: "words, with blanks between"
        }
    }

    /// `flag`, `text`, `choice`.
    package var type: String {
        switch kind {
        case .text: "text"
        case .flag: "flag"
        case .number: "number"
        case .choice: "choice"
        case .account: "account"
        case .accounts: "accounts"
        case .url: "url"
        case .list: "list"
        }
    }

    /// What a person typed, as the server keeps it; nil for what the server would not take. Whether accounts exist is
    /// not asked here.
    package func content(_ text: String) -> SettingContent? {
        switch kind {
        case .text(let longest): longest > 0 && text.count > longest ? nil : .text(text)
        case .flag:
            switch text.lowercased() {
            case "true", "yes", "on": .flag(true)
            case "false", "no", "off": .flag(false)
            default: nil
            }
        case .number: text.isEmpty ? .text("") : Int64(text).map { .number($0) }
        case .choice(let words): words.contains(text) ? .text(text) : nil
        case .account: text.isEmpty ? nil : .text(text)
        case .accounts, .list: .text(text)
        case .url: text.isEmpty || text.hasPrefix("https://") || text.hasPrefix("http://") ? .text(text) : nil
        }
    }

    /// What held up to a release and is otherwise since.
    private static let oldStandards: [String: [(until: MastodonRelease, word: String)]] = [
        "theme": [(.v4_2, "default"), (.v4_5, "system")], "registrations_mode": [(.v4_2, "open")],
    ]

    private static let audiences = ["disabled", "users", "all"]
    private static let feeds = ["public", "authenticated", "disabled"]

    private static let catalog: [ServerSetting] = [
        .init("site_title", .text(0), .text("Mastodon")),
        .init("site_short_description", .text(200), .text("")),
        .init("site_extended_description", .text(0), .text("")),
        .init("site_terms", .text(0), .text("")),
        .init("site_contact_username", .account, .text("")),
        .init("site_contact_email", .text(0), .text("")),
        .init("registrations_mode", .choice(["open", "approved", "none"]), .text("none")),
        .init("closed_registrations_message", .text(0), .text("")),
        .init("require_invite_text", .flag, .flag(false)),
        .init("captcha_enabled", .flag, .flag(false)),
        .init("min_age", .number, .none, since: .v4_4),
        .init("bootstrap_timeline_accounts", .accounts, .text("")),
        .init("theme", .text(0), .text("default")),
        .init("custom_css", .text(0), .none),
        .init("thumbnail_description", .text(200), .text(""), since: .v4_6),
        .init("email_footer_text", .text(0), .none, since: .v4_6),
        .init("activity_api_enabled", .flag, .flag(true)),
        .init("peers_api_enabled", .flag, .flag(true)),
        .init("profile_directory", .flag, .flag(true)),
        .init("preview_sensitive_media", .flag, .flag(false)),
        .init("noindex", .flag, .flag(false)),
        .init("trends", .flag, .flag(true)),
        .init("trendable_by_default", .flag, .flag(false)),
        .init("trends_as_landing_page", .flag, .flag(true), until: .v4_4),
        .init("timeline_preview", .flag, .flag(true), until: .v4_4),
        .init("landing_page", .choice(["trends", "overview", "local_feed", "about"]), .text("trends"), since: .v4_5),
        .init("local_live_feed_access", .choice(feeds), .text("public"), since: .v4_5),
        .init("remote_live_feed_access", .choice(feeds), .text("public"), since: .v4_5),
        .init("local_topic_feed_access", .choice(["public", "authenticated"]), .text("public"), since: .v4_5),
        .init("remote_topic_feed_access", .choice(feeds), .text("public"), since: .v4_5),
        .init("show_domain_blocks", .choice(audiences), .text("disabled")),
        .init("show_domain_blocks_rationale", .choice(audiences), .text("disabled")),
        .init("authorized_fetch", .flag, .none, since: .v4_3),
        .init("allow_referrer_origin", .flag, .flag(false), since: .v4_4),
        .init("wrapstodon", .flag, .flag(true), since: .v4_6),
        .init("media_cache_retention_period", .number, .none),
        .init("content_cache_retention_period", .number, .none),
        .init("backups_retention_period", .number, .number(7)),
        .init("status_page_url", .url, .none),
        .init("disallowed_hashtags", .list, .none),
        .init("show_staff_badge", .flag, .flag(true)),
    ]
}

/// What a setting is.
package enum SettingContent: Sendable, Equatable, Encodable {
    /// Nothing at all.
    case none
    case text(String)
    case flag(Bool)
    case number(Int64)
    case list([String])

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encodeNil()
        case .text(let text): try container.encode(text)
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .list(let words): try container.encode(words)
        }
    }

    /// As one types it.
    package var plain: String {
        switch self {
        case .none: ""
        case .text(let text): text
        case .flag(let flag): flag ? "true" : "false"
        case .number(let number): "\(number)"
        case .list(let words): words.joined(separator: " ")
        }
    }
}
