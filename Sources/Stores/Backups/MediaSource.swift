import Engines
import Faults
import Glibc
import Model

/// Where the media are that a backup saves.
package enum MediaSource: Sendable {
    case folder(String)
    /// A bucket; `place` is what it is called before people.
    case bucket(place: String)
    /// A storage that mastoctl cannot reach.
    case unreachable(kind: String)
}

extension MediaSource {
    /// What restic leaves out of the media root: the cached copies of remote media.
    package static func patterns(below root: String, withCache: Bool) -> [String] {
        withCache ? [] : [escaped(root == "/" ? "/cache" : "\(root)/cache")]
    }

    /// A pattern that matches a path itself.
    static func escaped(_ path: String) -> String {
        String(path.flatMap { "*?[]\\".contains($0) ? ["\\", $0] : [$0] })
    }

    /// Writes the keys of the local originals and their bytes, a line each.
    ///
    /// - Parameter root: the folder they lie in, where those that are missing are left out; nil for a bucket.
    /// - Returns: how many.
    package static func writeKeys(to path: String, below root: String?, at site: Site<some Access>) async throws -> Int
    {
        let owners = FileOwners(schema: site.instance.schema)
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        defer { close(file) }
        var count = 0
        for kind in AttachmentKind.allCases
        where kind != .previewCard && site.instance.schema.has(table: kind.table) {
            var last: Int64 = .min
            while true {
                let page = try await site.database.read { [last] in
                    try await owners.sized(of: kind, after: last, size: 5_000, over: $0)
                }
                let there = page.filter { item in
                    item.file.hasSafeNames
                        && root.map { isFile("\($0)/\(item.file.originalKey.text)") } ?? true
                }
                let lines = there.map { "\($0.file.originalKey.text)\t\($0.bytes)\n" }
                try FileContent.write(Array(lines.joined().utf8), to: file, path: path)
                count += lines.count
                guard page.count == 5_000, let next = page.last?.file.id else { break }
                last = next
            }
        }
        return count
    }

    /// A link is none: it is not handed over.
    private static func isFile(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// Writes the folders of remote files that old servers stored beside the local ones, a pattern a line.
    ///
    /// - Returns: how many.
    package static func writeOldRemotes(
        below root: String, to path: String, at site: Site<some Access>
    ) async throws -> Int {
        let owners = FileOwners(schema: site.instance.schema)
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError(code: errno, action: "write", path: path) }
        defer { close(file) }
        var count = 0
        for kind in AttachmentKind.allCases where ![.siteUpload, .backup].contains(kind) {
            guard site.instance.schema.has(table: kind.table) else { continue }
            var last: Int64 = .min
            while true {
                let page = try await site.database.read { [last] in
                    try await owners.remoteFolders(of: kind, after: last, size: 5_000, over: $0)
                }
                let lines = page.filter(\.hasSafeNames).map { item in
                    // In such a file a dollar begins a variable's name.
                    escaped("\(root)/\(item.directory)").replacing("$", with: "$$") + "\n"
                }
                try FileContent.write(Array(lines.joined().utf8), to: file, path: path)
                count += lines.count
                guard page.count == 5_000, let next = page.last?.id else { break }
                last = next
            }
        }
        return count
    }
}
