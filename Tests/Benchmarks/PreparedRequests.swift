import S3
import Support

extension Bench {
    /// Seconds that curl takes to send requests to a bucket which were made and signed beforehand; not a number when
    /// one of them is refused.
    ///
    /// - Parameters:
    ///   - kind: as `bench/floor/prepare-requests` has it.
    ///   - source: the folder or the bucket that uploads and copies are taken from.
    func sendPrepared(
        _ kind: String, of keys: [String], to bucket: S3Settings, from source: String = "", atOnce: Int
    ) throws -> Double {
        guard let endpoint = bucket.endpoint else { return .nan }
        try Raw.write(keys.map { $0 + "\n" }.joined(), to: "\(folder)/keys")
        let prepared = shell(
            """
            rm -rf "$1/requests"; mkdir "$1/requests"
            "$1/prepare-requests" "$2" "$3" "$4" "$5" "$6" "$7" "$1/requests" "$8" <"$1/keys"
            """,
            [folder, kind, endpoint, bucket.bucket, bucket.accessKey, bucket.secretKey, bucket.region, source])
        guard prepared.status == 0 else { return .nan }
        let parallel = atOnce > 1 ? "--parallel --parallel-immediate --parallel-max \(atOnce)" : ""
        let sent = shell("curl -s --no-progress-meter \(parallel) -K \"$1/requests/curl.cfg\"", [folder])
        let refused = shell("! grep -rl '<Error>' \"$1/requests\" --include 'answer*'", [folder])
        if sent.status == 0 && refused.status == 0 { return sent.wall }
        say("the prepared requests did not go through")
        return .nan
    }
}
