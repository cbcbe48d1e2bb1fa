import Archives
import Faults
import Glibc
import Model

/// A picture out of an archive of emoji.
package struct ArchivedPicture: Sendable {
    /// With its folders, as the archive has it.
    package var path: String
    /// Nil for one that is too large to be looked at.
    package var content: [UInt8]?

    /// Without its folders.
    package var fileName: String { String(path.split(separator: "/").last ?? "") }
}

/// An archive of emoji, read from the front to the back. Nothing of it reaches the file system.
///
/// Source: Mastodon 4.6.5 `lib/mastodon/cli/emoji.rb` (`import`): which entries are looked at.
package final class EmojiArchive {
    private let reader: TarReader
    private let path: String
    /// Entries that are neither files nor folders: links, devices.
    package private(set) var others = 0

    /// - Throws: `Fault(.noSuch)`, `Fault(.badData)`, `Fault(.inputOutput)`.
    package init(path: String) throws {
        self.path = path
        do { reader = try TarReader(path: path) } catch { throw Self.fault(error, path) }
    }

    /// The next pictures, so many at most; empty at the end.
    ///
    /// - Throws: `Fault(.badData)` for what is no archive or too large a one.
    package func next(_ count: Int) throws -> [ArchivedPicture] {
        var pictures: [ArchivedPicture] = []
        do {
            while pictures.count < count,
                let entry = try reader.next({ Self.isPicture($0) && $0.size < EmojiRules.size })
            {
                if Self.isPicture(entry) {
                    pictures.append(ArchivedPicture(path: entry.name, content: entry.content))
                } else if !entry.isFile, !entry.name.hasSuffix("/") {
                    others += 1
                }
            }
        } catch {
            throw Self.fault(error, path)
        }
        return pictures
    }

    private static func isPicture(_ entry: TarReader.Entry) -> Bool {
        guard entry.isFile, entry.name.hasSuffix(".png") || entry.name.hasSuffix(".gif") else { return false }
        let name = entry.name.split(separator: "/").last ?? ""
        // Shadows of files that macOS makes.
        return !name.hasPrefix("._")
    }

    static func fault(_ error: any Error, _ path: String) -> any Error {
        guard let error = error as? ArchiveError else { return error }
        switch error.kind {
        case .system(ENOENT): return Fault(.noSuch, "there is no file \(path)")
        case .system: return Fault(.inputOutput, "cannot use \(path): \(error.reason)")
        case .damaged:
            return Fault(.badData, "cannot read \(path): \(error.reason)", help: "a tar.gz archive is wanted")
        case .tooLarge:
            return Fault(
                .badData, "\(path) is larger than an archive of emoji can be: \(error.reason)",
                notes: ["what came before is imported"], help: "divide the archive if it is what it should be")
        }
    }
}

/// An archive of emoji being written: beside its place, and moved there when it is whole.
package final class NewEmojiArchive {
    private let writer: TarWriter
    private let path: String
    private let draft: String

    /// - Throws: `Fault(.inputOutput)`.
    package init(path: String) throws {
        self.path = path
        draft = "\(path).\(getpid()).part"
        do { writer = try TarWriter(path: draft) } catch { throw EmojiArchive.fault(error, path) }
    }

    package func add(_ name: String, _ content: [UInt8]) throws {
        do { try writer.add(name, content) } catch { throw EmojiArchive.fault(error, path) }
    }

    /// Puts the whole archive in its place.
    package func finish() throws {
        do { try writer.close() } catch { throw EmojiArchive.fault(error, path) }
        guard rename(draft, path) == 0 else {
            throw Fault(.inputOutput, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Takes back what is not whole.
    package func discard() { unlink(draft) }
}
