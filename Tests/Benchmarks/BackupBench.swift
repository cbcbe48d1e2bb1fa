import Postgres
import Sandbox
import Support

extension Bench {
    /// `backup create --parts database` against the same pg_dump and the same restic by hand; the media part of a second
    /// run against restic over the same folder; `backup rehearse` against pg_restore and pg_amcheck by hand.
    func backups() async throws -> [Result] { try await database() + media() }

    private func database() async throws -> [Result] {
        let count = 1_000_000 / scale
        say("backups: making \(count) posts")
        let instance = try await TestInstance.make(size: .empty)
        let seeded = shell("\(psql(instance)) -v ON_ERROR_STOP=1 -v posts=\(count) -f bench/seed/search.sql")
        if seeded.status != 0 { say("psql ended with \(seeded.status)") }
        let founded = mastoctl(["backup", "init", "--repository", "\(folder)/repository", "--quiet"], on: instance)
        if founded.status != 0 { return [] }
        let byHand = shell(
            """
            export RESTIC_PASSWORD=floor RESTIC_CACHE_DIR="$1/cache"
            restic init -q -r "$1/floor-repository"
            """, [folder])
        if byHand.status != 0 { say("restic ended with \(byHand.status)") }
        settle()
        let floor = shell(
            """
            export RESTIC_PASSWORD=floor RESTIC_CACHE_DIR="$1/cache"
            pg_dump -Fd -j2 -Z0 -f "$1/dump" \(connection(instance))
            restic backup -q -r "$1/floor-repository" "$1/dump"
            """, [folder])
        settle()
        let run = mastoctl(["backup", "create", "--parts", "database", "--quiet"], on: instance)
        _ = shell(
            """
            MASTOCTL_STATE_DIR="$3/state" "$1" backup show latest --format json --env-file "$2" | tr -d ' ,' \\
                | sed -n '/"durations"/,/}/s/"database"://p' >"$3/part"
            """, [binary, instance.environmentFile, folder])
        let part = TextFile.read("\(folder)/part").flatMap { Double($0.filter { !$0.isWhitespace }) } ?? .infinity
        settle()
        let restored = shell(
            """
            PATH="$PATH:$(ls -d /usr/lib/postgresql/*/bin | tail -1)"
            createdb \(server(instance)) floor_of_rehearsal
            pg_restore -j2 \(server(instance)) -d floor_of_rehearsal "$1/dump"
            pg_amcheck --install-missing --heapallindexed -j2 \(server(instance)) floor_of_rehearsal
            dropdb \(server(instance)) floor_of_rehearsal
            """, [folder])
        settle()
        // Where the floor's server lies.
        let rehearsed = mastoctl(
            ["backup", "rehearse", "latest", "--quiet", "--directory", TemporaryFolder.base], on: instance)
        _ = shell("rm \"$1/state/backup.toml\"", [folder])
        try await instance.remove()
        let note = "\(count) posts"
        return [
            Result(
                name: "backup create, database part", value: part, floor: floor.wall, bound: 1.1, unit: "s",
                note: "\(note); with the manifest and restic's lists \(Result.short(run.wall)) s"),
            Result(
                name: "backup rehearse", value: rehearsed.wall, floor: restored.wall, bound: 1.3, unit: "s",
                note: "\(note); ours has the other checks, a server of its own and restic's restore in addition"),
            Result(
                name: "memory of backups", value: Double(max(run.own, rehearsed.own)) / 1e6, floor: nil, bound: 150,
                unit: "MB", note: "ours alone; \(note)"),
        ]
    }

    /// The second backup of media of which one file in a hundred is new.
    private func media() async throws -> [Result] {
        let count = 50_000 / scale
        say("backups: making \(2 * count) files")
        var population = Population.cachedPictures(count, olderThan: 30)
        population.localShare = 1
        let instance = try await TestInstance.make(population: population)
        let byHand = """
            export RESTIC_PASSWORD=floor RESTIC_CACHE_DIR="$1/cache"
            restic backup -q -r "$1/media-floor" "$2"
            """
        _ = shell(
            """
            export RESTIC_PASSWORD=floor RESTIC_CACHE_DIR="$1/cache"
            restic init -q -r "$1/media-floor"
            """, [folder])
        settle()
        let first = shell(byHand, [folder, instance.mediaRoot])
        _ = mastoctl(["backup", "init", "--repository", "\(folder)/media-repository", "--quiet"], on: instance)
        settle()
        let whole = mastoctl(["backup", "create", "--parts", "media", "--quiet"], on: instance)
        let before = size("media-repository")
        _ = shell(
            """
            cd "$1"
            find . -type f -name '*.jpg' | awk 'NR % 100 == 1' | while read -r file; do
                head -c 2000 /dev/urandom >"${file%.jpg}.new.jpg"
            done
            """, [instance.mediaRoot])
        settle()
        let second = shell(byHand, [folder, instance.mediaRoot])
        settle()
        let run = mastoctl(["backup", "create", "--parts", "media", "--quiet"], on: instance)
        let added = size("media-repository") - before
        _ = shell("rm \"$1/state/backup.toml\"", [folder])
        try await instance.remove()
        let note = "\(2 * count) files, one in a hundred new"
        return [
            Result(
                name: "backup create, media, first", value: whole.wall, floor: first.wall, bound: 1.3, unit: "s",
                note: note),
            Result(
                name: "backup create, media, second", value: run.wall, floor: second.wall, bound: 1.2, unit: "s",
                note: "\(note); ours has the manifest and its snapshots in addition"),
            Result(
                name: "bytes of the second backup", value: added, floor: before, bound: 0.05, unit: "bytes", note: note),
        ]
    }

    /// What was written before is on the disk, so that nobody waits for another's.
    private func settle() { _ = shell("sync") }

    /// Bytes in a folder's files.
    private func size(_ name: String) -> Double {
        _ = shell("du -sb \"$1/$2\" | cut -f1 >\"$1/size\"", [folder, name])
        return TextFile.read("\(folder)/size").flatMap { Double($0.filter(\.isNumber)) } ?? .nan
    }

    private func server(_ instance: TestInstance) -> String {
        let settings = instance.database
        return "-h \(settings.host ?? "") -p \(settings.port ?? "") -U \(settings.user ?? "")"
    }

    private func connection(_ instance: TestInstance) -> String {
        "\(server(instance)) -d \(instance.database.database ?? "")"
    }
}
