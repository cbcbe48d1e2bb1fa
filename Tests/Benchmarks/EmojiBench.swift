import Support

extension Bench {
    /// `emoji export` of ten thousand pictures against tar and gzip of the same files.
    func emoji() async throws -> [Result] {
        let count = 10_000 / scale
        say("emoji export: making \(count) emoji")
        let instance = try await TestInstance.make(size: .empty)
        let made = shell(
            """
            \(psql(instance)) -v ON_ERROR_STOP=1 -c "insert into custom_emojis (id, shortcode, image_file_name, \
            image_content_type, image_file_size, image_updated_at, image_storage_schema_version, created_at, updated_at) \
            select n, 'emoji' || n, 'picture.png', 'image/png', 16384, now(), 1, now(), now() \
            from generate_series(1, \(count)) as n"
            mkdir -p "$1/custom_emojis/images"
            for number in $(seq \(count)); do
                padded=$(printf '%09d' "$number")
                place="$1/custom_emojis/images/$(echo "$padded" | sed 's,\\(...\\)\\(...\\)\\(...\\),\\1/\\2/\\3,')/original"
                mkdir -p "$place"
                head -c 16384 /dev/urandom >"$place/picture.png"
            done
            """, [instance.mediaRoot])
        if made.status != 0 { say("the emoji could not be made") }
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for _ in 1...3 {
            let floor = shell("tar -czf \"$2/floor.tar.gz\" -C \"$1\" custom_emojis", [instance.mediaRoot, folder])
            floors.append(floor.wall)
            let run = mastoctl(["emoji", "export", folder, "--overwrite", "--quiet"], on: instance)
            let whole = shell("test \(count) = $(tar -tzf \"$1/export.tar.gz\" | wc -l)", [folder])
            ours.append(whole.status == 0 ? run.wall : .infinity)
            memory = max(memory, run.memory)
        }
        try await instance.remove()
        let note = "\(count) pictures of 16 kB"
        return [
            Result(name: "emoji export", value: ours.median, floor: floors.median, bound: 1.3, unit: "s", note: note),
            Result(
                name: "memory of emoji export", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }
}
