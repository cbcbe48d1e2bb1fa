import Glibc
import Model
import S3
import Stores
import Support

/// An instance, and a bucket beside its own storage that a profile calls `cold`.
struct MoveStage {
    var stage: Stage
    let bucket: S3Settings
    private let profile: String

    /// - Parameter port: where the bucket is reached; nil for itself.
    init(_ stage: Stage, through port: Int? = nil) async throws {
        self.stage = stage
        bucket = try await SharedS3.bucket()
        let endpoint = port.map { "http://127.0.0.1:\($0)" } ?? bucket.endpoint ?? ""
        let folder = stage.instance.folder
        let name = "\(folder)/cold-\(bucket.bucket)"
        profile = "\(name).toml"
        Self.write("\(bucket.secretKey)\n", to: "\(name).secret")
        Self.write(
            """
            [bucket.cold]
            bucket = "\(bucket.bucket)"
            endpoint = "\(endpoint)"
            access_key_id = "\(bucket.accessKey)"
            secret_access_key_file = "\(name).secret"

            """, to: profile)
    }

    private static func write(_ text: String, to path: String) {
        TextFile.write(text, to: path)
        chmod(path, 0o600)
    }

    func start(_ words: [String]) throws -> Running { try stage.start(words + ["--profile", profile]) }

    func run(_ words: String...) async throws -> Run { try await start(words).end() }

    /// The same instance after the switch: its server uses the bucket.
    func switched() -> MoveStage {
        var mine = self
        mine.stage = stage.with([
            "S3_ENABLED": "true", "S3_BUCKET": bucket.bucket, "S3_ENDPOINT": bucket.endpoint ?? "",
            "S3_PROTOCOL": "http", "AWS_ACCESS_KEY_ID": bucket.accessKey,
            "AWS_SECRET_ACCESS_KEY": bucket.secretKey,
        ])
        return mine
    }

    /// Sizes in the bucket, by key.
    func copies() async throws -> [String: Int64] {
        let store = BucketObjectStore(bucket)
        var objects: [String: Int64] = [:]
        for try await page in store.list(prefix: "", after: nil) {
            for object in page { objects[object.key.text] = object.size }
        }
        return objects
    }

    /// What is otherwise in the bucket than in the media root, byte for byte.
    func differences() async throws -> [String] {
        let client = S3Client(bucket)
        defer { client.close() }
        var wrong: [String] = []
        for key in try await stage.objects().keys.sorted() {
            let content = try await client.get(key)
            if content == nil || content != TextFile.bytes("\(stage.instance.mediaRoot)/\(key)") {
                wrong.append(key)
            }
        }
        return wrong
    }
}
