import Faults
import S3

/// Writes objects into a bucket of S3.
package struct BucketPlanter: FilePlanter {
    private let client: S3Client

    /// The client stays the caller's, who closes it.
    package init(_ client: S3Client) {
        self.client = client
    }

    /// - Throws: `S3Error`.
    package func plant(_ files: [PlantedFile]) async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            var running = 0
            for file in files {
                // A link has no likeness in a bucket; an empty directory is an object whose name ends in a slash.
                if case .symbolicLink = file.entry { continue }
                if running == 8 {
                    try await tasks.next()
                    running -= 1
                }
                running += 1
                tasks.addTask {
                    switch file.entry {
                    case .file(let kind, let size):
                        try await client.put(file.key, kind.content(size: size), contentType: kind.contentType)
                    case .directory: try await client.put(file.key + "/", [])
                    case .symbolicLink: break
                    }
                }
            }
            try await tasks.waitForAll()
        }
    }
}

extension SampleFile {
    /// What a browser is told.
    package var contentType: String {
        switch self {
        case .png, .jpeg, .gif, .webp, .avif, .heic: "image/\(rawValue)"
        case .mp4, .webm: "video/\(rawValue)"
        case .mov: "video/quicktime"
        case .mp3: "audio/mpeg"
        case .ogg: "audio/ogg"
        case .zip: "application/zip"
        case .bytes: "application/octet-stream"
        }
    }
}
