import Model
import Sandbox
import Support

extension Bench {
    /// `media remove` of cached pictures on a file system against deleting the same files and directories with the
    /// fastest plain means, plus the one bulk update.
    func fileRemoval() async throws -> [Result] {
        let count = 100_000 / scale
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for round in 1...3 {
            say("media remove on a file system, round \(round) of 3")
            let instance = try await TestInstance.make(population: .cachedPictures(count, olderThan: 30))
            let twin = "\(folder)/twin"
            let third = "\(folder)/third"
            _ = shell(
                """
                rm -rf "$2" "$3"; cp -a "$1" "$2"; cp -a "$1" "$3"
                (cd "$1"; find cache/media_attachments -type f) >"$4/files"
                (cd "$1"; find cache/media_attachments -depth -mindepth 1 -type d) >"$4/directories"
                sync
                """, [instance.mediaRoot, twin, third, folder])
            let loop = shell("\"$1/delete\" \"$2\" \"$1/files\" \"$1/directories\"", [folder, twin])
            let xargs = shell(
                """
                cd "$2"; xargs -P2 -n 1000 rm -- <"$1/files"; xargs -n 1000 rmdir -- <"$1/directories" 2>/dev/null || true
                """, [folder, third])
            let update = bulkUpdate(on: instance)
            let floor = min(loop.wall, xargs.wall) + update
            restore(instance)
            let run = mastoctl(["media", "remove", "--quiet"], on: instance)
            ours.append(run.wall)
            floors.append(floor)
            say(
                "  processor seconds: ours \(Result.short(run.cpu)), C loop \(Result.short(loop.cpu)); "
                    + "wall: ours \(Result.short(run.wall)), C loop \(Result.short(loop.wall)), "
                    + "xargs \(Result.short(xargs.wall)), update \(Result.short(update))")
            memory = max(memory, run.memory)
            let left = shell(
                "test -z \"$(find \"$1\" -path '*/media_attachments/*' -type f | head -1)\"", [instance.mediaRoot])
            if left.status != 0 { say("files are left") }
            try await instance.remove()
            _ = shell("rm -rf \"$1\" \"$2\"", [twin, third])
        }
        return [
            Result(
                name: "media remove, file system", value: ours.median, floor: floors.median, bound: 1.5, unit: "s",
                note: "\(count) attachments, \(2 * count) files"),
            Result(
                name: "memory of media remove", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: "\(count) rows"),
        ]
    }

    /// Seconds of the one update that psql would do, on the very rows, undone afterwards by `restore`.
    func bulkUpdate(on instance: TestInstance) -> Double {
        _ = shell(
            """
            \(psql(instance)) -c 'create table kept as select id, file_file_name, file_content_type, file_file_size, \
            file_updated_at, updated_at from media_attachments'
            """)
        let figures = shell(
            """
            \(psql(instance)) -c "update media_attachments set file_file_name = null, file_content_type = null, \
            file_file_size = null, file_updated_at = null, updated_at = now() where remote_url <> '' and \
            file_file_name is not null and created_at <= now() - interval '7 days'"
            """)
        return figures.wall
    }

    private func restore(_ instance: TestInstance) {
        _ = shell(
            """
            \(psql(instance)) -c 'update media_attachments as m set file_file_name = k.file_file_name, \
            file_content_type = k.file_content_type, file_file_size = k.file_file_size, \
            file_updated_at = k.file_updated_at, updated_at = k.updated_at from kept as k where k.id = m.id' \
            -c 'drop table kept' -c 'vacuum full analyze media_attachments'
            """)
    }
}
