import Model
import S3
import Sandbox
import Support

extension Bench {
    /// `media move` from a folder into a bucket against curl that sends the same files with the same headers, as many at
    /// once; and a mirror of a bucket of which one object in a hundred is new against both lists and those copies alone.
    func moves() async throws -> [Result] { try await move() + mirror() }

    /// Both have one transfer at once for each of ours.
    private static let atOnce = 8

    private func move() async throws -> [Result] {
        let count = 10_000 / scale
        say("media move: making \(2 * count) files")
        let instance = try await TestInstance.make(population: .cachedPictures(count, olderThan: 30))
        let (ours, floor) = (try await SharedS3.bucket(), try await SharedS3.bucket())
        let sent = try sendPrepared(
            "uploads", of: keys(of: instance), to: floor, from: instance.mediaRoot, atOnce: Self.atOnce)
        try Raw.write(section(ours), to: "\(folder)/cold.toml")
        _ = shell("chmod 600 \"$1/cold.toml\"", [folder])
        let run = mastoctl(
            ["media", "move", "--to", "s3:cold", "--quiet", "--profile", "\(folder)/cold.toml"], on: instance)
        let files = Double(keys(of: instance).count)
        try await instance.remove()
        let note = "\(Int(files)) files, Ceph radosgw; ours walks both sides a second time"
        return [
            Result(
                name: "media move", value: files / run.wall, floor: files / sent, bound: 0.8, unit: "files/s",
                note: note, isLeast: true),
            Result(
                name: "memory of media move", value: Double(run.memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: note),
        ]
    }

    private func mirror() async throws -> [Result] {
        let count = 50_000 / scale
        say("mirror of a bucket: making \(2 * count) objects")
        var population = Population.cachedPictures(count, olderThan: 30)
        population.localShare = 1
        let instance = try await TestInstance.make(population: population, storage: .s3)
        guard let bucket = instance.bucket else { return [] }
        let (ours, floor) = (try await SharedS3.bucket(), try await SharedS3.bucket())
        let all = keys(of: instance)
        let new = all.enumerated().filter { $0.offset % 100 == 0 }.map(\.element)
        let old = all.enumerated().filter { $0.offset % 100 != 0 }.map(\.element)
        for target in [ours, floor] {
            // Nothing is measured yet, and a copy is nearly all waiting.
            _ = try sendPrepared("copies", of: old, to: target, from: bucket.bucket, atOnce: 64)
        }
        let listed =
            try sendPrepared("pages", of: all, to: bucket, atOnce: 1)
            + sendPrepared("pages", of: old, to: floor, atOnce: 1)
        let copied = try sendPrepared("copies", of: new, to: floor, from: bucket.bucket, atOnce: Self.atOnce)
        let founded = mastoctl(["backup", "init", "--repository", "\(folder)/mirrored", "--quiet"], on: instance)
        guard founded.status == 0 else { return [] }
        try Raw.write("media_mirror = \"s3:cold\"\n\(section(ours))", to: "\(folder)/more.toml")
        _ = shell("cat \"$1/more.toml\" >>\"$1/state/backup.toml\"", [folder])
        let run = mastoctl(["backup", "create", "--parts", "media", "--quiet"], on: instance)
        _ = shell("rm \"$1/state/backup.toml\"", [folder])
        try await instance.remove()
        let note =
            "\(all.count) objects, \(new.count) new; ours makes a list of keys and restic's snapshots in addition"
        return [
            Result(
                name: "mirror of a bucket", value: run.wall, floor: listed + copied, bound: 1.3, unit: "s", note: note),
            Result(
                name: "memory of a mirror", value: Double(run.own) / 1e6, floor: nil, bound: 150, unit: "MB",
                note: note),
        ]
    }

    private func keys(of instance: TestInstance) -> [String] {
        var keys: [String] = []
        instance.population?.forEachFile { keys.append("\($0.key)") }
        return keys
    }

    private func section(_ bucket: S3Settings) -> String {
        """
        [bucket.cold]
        bucket = "\(bucket.bucket)"
        endpoint = "\(bucket.endpoint ?? "")"
        access_key_id = "\(bucket.accessKey)"
        secret_access_key = "\(bucket.secretKey)"

        """
    }
}
