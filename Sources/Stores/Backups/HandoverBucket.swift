import Faults
import Glibc
import Model

/// A hand-over in a bucket: the files of a folder of one, and the media below `media/`. Nobody but the bucket's owner may
/// read them, whatever the bucket is otherwise used for: every secret of the server is among them.
package struct HandoverBucket: Sendable {
    private let files: StoragePlace
    /// The server's own storage and what lies below `media/`.
    package let media: MediaMirror
    /// Where its other files lie on their way.
    package let folder: HandoverFolder
    private let lodging: Lodging
    /// As one types it: `s3:cold`.
    package var form: String { files.form }

    package init(_ files: StoragePlace, media: MediaMirror, below staging: StagingFolder) {
        self.files = files
        self.media = media
        lodging = Lodging(staging)
        folder = HandoverFolder(path: lodging.path)
    }

    /// - Throws: `Fault(.refused)` when something is there.
    package func refuseContent() async throws {
        guard let store = try await files.store() else { return }
        for try await page in store.list(prefix: "", after: nil) where !page.isEmpty {
            throw Fault(.refused, "\(files.place) is not empty", help: "name another bucket, or empty it")
        }
    }

    /// Makes the folder on this machine.
    package func begin(at site: Site<ReadWrite>) throws {
        try lodging.make()
        try folder.begin(at: site)
    }

    /// Stores what lies in the folder, that which makes a hand-over whole last.
    ///
    /// - Throws: `Fault(.inputOutput)` when a file could not be stored: then there is no hand-over.
    package func send(at site: Site<ReadWrite>) async throws {
        let pair = try StoragePair(
            from: StoragePlace(folder: folder.path, isServers: false, variables: []), to: files)
        let last = HandoverFolder.Name.manifest.rawValue
        var objects: [StoredObject] = []
        let pages = try await pair.listed(below: "")
        for try await page in pages { objects += page }
        for some in [objects.filter { $0.key.text != last }, objects.filter { $0.key.text == last }] {
            let result = try await pair.copy(some, at: site)
            if let failure = result.failures.first {
                throw Fault(
                    .inputOutput, "cannot store \(failure.key.text) in \(files.place)", notes: [failure.reason])
            }
        }
    }

    /// Brings all but the media here.
    ///
    /// - Throws: `Fault(.badData)` for a bucket without a finished hand-over.
    package func fetch() async throws {
        guard let store = try await files.store(),
            let manifest = try await store.find(ObjectKey(HandoverFolder.Name.manifest.rawValue))
        else {
            throw Fault(.badData, "\(files.place) holds no finished hand-over")
        }
        try lodging.make()
        FolderListing.create(above: "\(folder.dump)/x")
        for name in HandoverFolder.Name.allCases {
            let key = ObjectKey(name.rawValue)
            guard let object = name == .manifest ? manifest : try await store.find(key) else { continue }
            try await Self.bring(object, of: store, to: "\(folder.path)/\(name.rawValue)")
        }
        if let keys = try await store.find(ObjectKey("media-keys.tsv")) {
            try await Self.bring(keys, of: store, to: folder.keys)
        }
        for try await page in store.list(prefix: "database/", after: nil) {
            for object in page {
                // Its names come from a bucket that somebody else may have written to.
                let name = object.key.text.dropFirst("database/".count)
                guard object.key.isSafe, !name.contains("/") else {
                    throw Fault(.badData, "\(object.key.text) is no file of a dump")
                }
                try await Self.bring(object, of: store, to: "\(folder.dump)/\(name)")
            }
        }
    }

    /// Files of the list that are not there as they were handed over.
    package func missingMedia() async throws -> [String] {
        guard access(folder.keys, F_OK) == 0 else { return [] }
        let (keys, missing) = try await media.missing(from: folder.keys, telling: 20)
        let more = missing > keys.count ? ["\(missing - keys.count) more files are missing"] : []
        return keys.map { "the file \($0) is missing" } + more
    }

    /// Bytes of a piece.
    private static let piece = 8 << 20

    private static func bring(_ object: StoredObject, of store: any ObjectStore, to path: String) async throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        defer { close(file) }
        var offset: Int64 = 0
        while offset < object.size {
            let count = Int(min(object.size - offset, Int64(piece)))
            guard let bytes = try await store.read(object.key, from: offset, count: count), bytes.count == count else {
                throw Fault(.badData, "\(object.key.text) is not what it was a moment ago")
            }
            try FileContent.write(bytes, to: file, path: path)
            offset += Int64(count)
        }
    }
}

/// A folder that goes when nobody needs it any more, also after a dry run and a refusal: there are secrets in it. What a
/// run that was killed has left goes with the next one.
private final class Lodging: Sendable {
    let path: String
    private let staging: StagingFolder
    private static let name = "handover."

    init(_ staging: StagingFolder) {
        self.staging = staging
        path = "\(staging.path)/\(Self.name)\(getpid())"
    }

    func make() throws {
        for name in FolderListing.names(in: staging.path) where name.hasPrefix(Self.name) {
            let isDead = pid_t(name.dropFirst(Self.name.count)).map { kill($0, 0) != 0 && errno == ESRCH } ?? true
            if isDead { try StagingFolder.remove("\(staging.path)/\(name)") }
        }
        _ = try staging.fresh("\(Self.name)\(getpid())")
    }

    deinit { try? StagingFolder.remove(path) }
}
