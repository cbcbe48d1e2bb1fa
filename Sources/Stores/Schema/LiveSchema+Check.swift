import Faults
import Model

extension LiveSchema {
    /// What of a release's tables this database lacks: `media_attachments`, `accounts.avatar_file_name`.
    package func missing(_ tables: Set<String>, of release: MastodonRelease) -> [String] {
        let catalog = SchemaCatalog.of(release: release)
        return tables.sorted().flatMap { name -> [String] in
            guard let relation = catalog.relation(name) else { return [] }
            guard let live = columns[name] else { return [name] }
            return relation.columns.map(\.name).filter { !live.contains($0) }.map { "\(name).\($0)" }
        }
    }

    /// What this schema is, in words: `Mastodon 4.6`, `between Mastodon 4.5 and 4.6`, `newer than Mastodon 4.7`.
    package var releaseInWords: String {
        if let release {
            return unfinished.isEmpty ? "Mastodon \(release.rawValue)" : "Mastodon \(release.rawValue), half migrated"
        }
        if isLater { return "newer than Mastodon \(MastodonRelease.newest.rawValue)" }
        // By what ran of Mastodon's own, so that a fork's migration says nothing.
        let own = applied.filter { ServerMigrations.has($0) }.max() ?? version
        let older = MastodonRelease.allCases.last { $0.schemaVersion <= own }
        let newer = MastodonRelease.allCases.first { $0.schemaVersion > own }
        return switch (older, newer) {
        case (let older?, let newer?): "between Mastodon \(older.rawValue) and \(newer.rawValue)"
        case (let older?, nil): "newer than Mastodon \(older.rawValue)"
        case (nil, let newer?): "older than Mastodon \(newer.rawValue)"
        case (nil, nil): "unknown"
        }
    }

    /// Whether it is later than every release that is known.
    package var isLater: Bool { release == nil && version > MastodonRelease.newest.schemaVersion }

    /// What can be done about a version that is not known, or about migrations that were not finished.
    package var wayOut: String {
        isLater
            ? "use a newer mastoctl, which may know it"
            : "finish the server's migrations: `RAILS_ENV=production bundle exec rails db:migrate` in its folder"
    }

    /// Why a version may be unknown.
    package var whatItMayBe: String {
        isLater
            ? "it may be a newer release of Mastodon, a fork's migration, or a patch of the server's own"
            : "it may be an upgrade that was not finished, a fork's migration, or a pre-release"
    }

    /// Whether it is safe to change rows of these tables.
    ///
    /// - Parameter allowed: a schema version an admin vouches for.
    /// - Throws: `Fault(.configuration)` when it is not.
    package func requireWritable(_ tables: Set<String>, allowing allowed: String?) throws {
        if allowed == version { return }
        let vouching =
            "or vouch for it: once with --allow-schema \(version), or for good with allow_schema = \"\(version)\" in "
            + "the profile"
        guard let release else {
            throw Fault(
                .configuration, "schema version \(version) is \(releaseInWords), which mastoctl does not know",
                notes: [
                    "known: \(MastodonRelease.allCases.map(\.rawValue).joined(separator: ", "))", whatItMayBe,
                ],
                help: "\(wayOut), \(vouching)")
        }
        guard unfinished.isEmpty else {
            throw Fault(
                .configuration, "the migrations to Mastodon \(release.rawValue) are not finished", notes: unfinished,
                help: "\(wayOut), \(vouching)")
        }
        let lacking = missing(tables, of: release)
        guard lacking.isEmpty else {
            let listed = lacking.prefix(5).joined(separator: ", ") + (lacking.count > 5 ? " and others" : "")
            throw Fault(
                .configuration, "the schema says \(releaseInWords), but lacks parts of it",
                notes: ["missing: \(listed)"],
                help: "finish the server's migrations, or vouch for it with --allow-schema \(version)")
        }
    }
}
