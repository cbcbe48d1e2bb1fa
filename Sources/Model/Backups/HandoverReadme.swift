/// What whoever takes a server over reads first.
package struct HandoverReadme: Sendable {
    private let manifest: BackupManifest
    private let fork: [String]

    /// - Parameter fork: what the database has that the release has not, in words.
    package init(manifest: BackupManifest, fork: [String]) {
        self.manifest = manifest
        self.fork = fork
    }

    package var text: String {
        let media = manifest.media
        let files = media?.files ?? 0
        let bytes = media?.bytes ?? 0
        let isHere = media?.storage == "filesystem" || media?.mirror != nil
        let secrets =
            manifest.secrets?.recipient.map { "`take-along.env.age`, sealed for \($0)" } ?? "`take-along.env`"
        return """
            # Hand-over of \(manifest.domain)

            | what | |
            |---|---|
            | time of the data | \(manifest.time) |
            | Mastodon | \(manifest.release ?? "unknown"), schema \(manifest.schemaVersion) |
            | PostgreSQL | \(manifest.database?.server ?? ""), dumped by pg_dump \(manifest.database?.client ?? 0) |
            | collation | \(manifest.database?.collation ?? "") \(manifest.database?.collationVersion ?? "") |
            | rows | \(manifest.database?.rowCount ?? 0) |
            | local media | \(files) files, \(ByteCount(bytes)), in \(isHere ? "`media/`" : media?.place ?? "") |

            ## What is otherwise than in Mastodon itself

            \(fork.isEmpty ? "Nothing." : fork.map { "- \($0)" }.joined(separator: "\n"))

            ## What is here

            - `database/`: of `pg_dump --format=directory`; `handover.json` has a hash of each file.
            - \(secrets): the instance's secrets and name. **Without them no second factor works and, from Mastodon 4.7
              on, nothing is federated.** They are secret.
            - `set-anew.txt`: variables that the present server has and that belong to its place.
            - `media-keys.tsv`: the key and the bytes of each local file\(isHere ? ", and `media/`: the files" : ""). Cached
              copies of remote files are left out: the server fetches them again.

            ## Steps

            1. A day before, lower the TTL of the domain's records. Install Mastodon \(manifest.release ?? "") itself, or the
               fork, PostgreSQL and Redis; set up the variables of `set-anew.txt` and take along the others. **The domain
               stays as it is.**
            2. Stop the old server for good before the last hand-over: two that run with the same keys damage both.
            3. `mastoctl backup receive DIR`, or by hand: `createdb -T template0 NAME`, then
               `pg_restore --no-owner --jobs=4 --dbname=NAME database`; \(isHere ? "copy `media/` to the media root" : "copy or grant the bucket").
            4. Start web, streaming and Sidekiq; then `mastoctl feeds build`, `mastoctl search deploy`,
               `mastoctl media verify --fix` and `mastoctl doctor`. Change the records.
            5. Keep the old server's data until this one has run for a week.

            """
    }
}
