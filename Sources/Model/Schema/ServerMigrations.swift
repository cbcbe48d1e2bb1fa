/// The changes of Mastodon's own to its schema, by their numbers.
///
/// The text of facts has a line with a release, then the numbers that came with it; `p` behind one says that it is to run
/// after the new code is up. Source: the names of the files in `db/migrate` and `db/post_migrate` of 4.3.23, 4.4.22,
/// 4.5.15, 4.6.5 and 4.7; what is older than 4.2's newest counts as 4.2's.
package enum ServerMigrations {
    package struct Migration: Hashable, Sendable {
        /// 14 digits: a row of `schema_migrations`.
        package let version: String
        package let release: MastodonRelease
        /// Whether it runs after the new code is up.
        package let isPost: Bool
    }

    /// In the order of releases, then numbers.
    package static let all = parse()
    private static let versions = Set(all.map(\.version))

    /// Whether a number is of Mastodon's own, in any release that is known.
    package static func has(_ version: String) -> Bool { versions.contains(version) }

    /// What a database has yet to go through until it is one of a release.
    package static func pending(_ applied: Set<String>, until release: MastodonRelease) -> [Migration] {
        all.filter { $0.release <= release && !applied.contains($0.version) }
    }

    private static func parse() -> [Migration] {
        let text = MigrationText.lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        var release = MastodonRelease.v4_2
        var found: [Migration] = []
        for word in text.split(whereSeparator: { $0 == "\n" || $0 == " " }) {
            if let next = MastodonRelease(rawValue: String(word)) {
                release = next
                continue
            }
            found.append(Migration(version: String(word.prefix(14)), release: release, isPost: word.hasSuffix("p")))
        }
        return found
    }
}
