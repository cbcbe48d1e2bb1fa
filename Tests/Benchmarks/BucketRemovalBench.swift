import Model
import S3
import Sandbox
import Support

extension Bench {
    /// `media remove` of cached pictures in a bucket against the same DeleteObjects requests, prepared and signed
    /// beforehand and sent by curl with the same concurrency, plus the one bulk update.
    func bucketRemoval() async throws -> [Result] {
        let count = 10_000 / scale
        var ours: [Double] = []
        var floors: [Double] = []
        var memory: Int64 = 0
        for round in 1...3 {
            say("media remove in a bucket, round \(round) of 3")
            let twin = try await TestInstance.make(population: .cachedPictures(count, olderThan: 30), storage: .s3)
            let instance = try await TestInstance.make(population: .cachedPictures(count, olderThan: 30), storage: .s3)
            floors.append(try sendPreparedDeletes(twin) + bulkUpdate(on: twin))
            let run = mastoctl(["media", "remove", "--quiet"], on: instance)
            ours.append(run.wall)
            memory = max(memory, run.memory)
            try await twin.remove()
            try await instance.remove()
        }
        return [
            Result(
                name: "media remove, S3", value: ours.median, floor: floors.median, bound: 1.3, unit: "s",
                note: "\(count) attachments, \(2 * count) objects, Ceph radosgw"),
            Result(
                name: "memory of media remove, S3", value: Double(memory) / 1e6, floor: nil, bound: 80, unit: "MB",
                note: "\(count) rows"),
        ]
    }

    private func sendPreparedDeletes(_ instance: TestInstance) throws -> Double {
        guard let bucket = instance.bucket, let population = instance.population else { return .nan }
        var keys: [String] = []
        population.forEachFile { file in
            if "\(file.key)".hasPrefix("cache/media_attachments/") { keys.append("\(file.key)") }
        }
        return try sendPrepared("deletes", of: keys, to: bucket, atOnce: 5)
    }
}
