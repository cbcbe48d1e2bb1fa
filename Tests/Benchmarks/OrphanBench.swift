import Model
import Sandbox
import Support

extension Bench {
    /// `media remove-orphans` over half a million files of which one in a hundred has no row, against walking them with
    /// `find` and copying the rows' keys out of the database.
    func orphans() async throws -> [Result] {
        let count = 250_000 / scale
        say("media remove-orphans: making \(2 * count) files")
        let instance = try await TestInstance.make(population: .cachedPictures(count, olderThan: 30))
        _ = shell(
            "\(psql(instance)) -c \"delete from media_attachments where id % 100 = 0\" -c 'vacuum analyze media_attachments'"
        )
        var ours: [Double] = []
        var floors: [Double] = []
        for _ in 1...3 {
            let floor = shell(
                """
                find "$1" -type f >/dev/null
                \(psql(instance)) -c "copy (select id, file_file_name from media_attachments) to stdout" >/dev/null
                """, [instance.mediaRoot])
            let run = mastoctl(["media", "remove-orphans", "--min-age", "0", "--dry-run", "--quiet"], on: instance)
            floors.append(floor.wall)
            ours.append(run.wall)
        }
        let removal = mastoctl(["media", "remove-orphans", "--min-age", "0", "--quiet"], on: instance)
        let clearing = mastoctl(["media", "remove", "--quiet"], on: instance)
        try await instance.remove()
        let files = "\(2 * count) files"
        return [
            Result(
                name: "search for orphans", value: ours.median, floor: floors.median, bound: 1.5, unit: "s", note: files
            ),
            Result(
                name: "media remove-orphans", value: removal.wall, floor: floors.median, bound: 1.5, unit: "s",
                note: "\(files), the orphans deleted too"),
            Result(
                name: "memory of remove-orphans", value: Double(removal.memory) / 1e6, floor: nil, bound: 80,
                unit: "MB",
                note: files),
            Result(
                name: "memory of media remove", value: Double(clearing.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: "\(count) rows"),
        ]
    }

    /// The peak of `media remove` must not grow with the rows.
    func memory() async throws -> [Result] {
        var results: [Result] = []
        for count in [10_000, 1_000_000 / scale] {
            say("memory of media remove, \(count) rows")
            let instance = try await TestInstance.make(
                population: .cachedPictures(count, olderThan: 30), hasFiles: false)
            let run = mastoctl(["media", "remove", "--quiet"], on: instance)
            try await instance.remove()
            results.append(
                Result(
                    name: "memory of media remove", value: Double(run.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                    note: "\(count) rows, in \(Result.short(run.wall)) s"))
        }
        return results
    }
}
