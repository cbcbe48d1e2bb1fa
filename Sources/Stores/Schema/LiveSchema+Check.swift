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

    /// What this schema is, in words: `Mastodon 4.6`, `between Mastodon 4.5 and 4.6`, `newer than Mastodon 4.6`.
    package var releaseInWords: String {
        if let release { return "Mastodon \(release.rawValue)" }
        let older = MastodonRelease.allCases.last { $0.schemaVersion < version }
        let newer = MastodonRelease.allCases.first { $0.schemaVersion > version }
        return switch (older, newer) {
        case (let older?, let newer?): "between Mastodon \(older.rawValue) and \(newer.rawValue)"
        case (let older?, nil): "newer than Mastodon \(older.rawValue)"
        case (nil, let newer?): "older than Mastodon \(newer.rawValue)"
        case (nil, nil): "unknown"
        }
    }

    /// Whether it is safe to change rows of these tables.
    ///
    /// - Parameter allowed: a schema version an admin vouches for.
    /// - Throws: `Fault(.configuration)` when it is not.
    package func requireWritable(_ tables: Set<String>, allowing allowed: String?) throws {
        if allowed == version { return }
        guard let release else {
            throw Fault(
                .configuration, "schema version \(version) is \(releaseInWords), which mastoctl does not know",
                notes: ["known: \(MastodonRelease.allCases.map(\.rawValue).joined(separator: ", "))"],
                help: "finish the server's migrations, or vouch for it with --allow-schema \(version)")
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
