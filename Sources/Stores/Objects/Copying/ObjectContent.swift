import Crypto
import Faults

/// The bytes of an object that is about to be stored, had piece by piece, so that one of any size takes little room.
package struct ObjectContent: Sendable {
    package let size: Int64
    private let read: @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]

    /// Bytes of a piece; a bucket takes none smaller than 5 MiB but the last.
    package static let pieceSize = 8 << 20

    /// - Parameter read: gives so many bytes from there on, or throws.
    package init(size: Int64, _ read: @escaping @Sendable (_ offset: Int64, _ count: Int) async throws -> [UInt8]) {
        self.size = size
        self.read = read
    }

    /// Whether it is one piece, or nothing.
    package var isSmall: Bool { size <= Self.pieceSize }

    /// All of it, of one piece.
    func whole() async throws -> [UInt8] { size == 0 ? [] : try await read(0, Int(size)) }

    /// The piece that begins there; nil at the end.
    func piece(from offset: Int64) async throws -> [UInt8]? {
        try Task.checkCancellation()
        let count = Int(min(Int64(Self.pieceSize), size - offset))
        return count > 0 ? try await read(offset, count) : nil
    }
}

/// What a bucket would call some content.
package struct ContentTags: Sendable, Equatable {
    /// The MD5 of all of it.
    package var whole: String
    /// Of what was sent in pieces of our size.
    package var inPieces: String

    /// Whether a bucket's tag is one of this content's. One that is not may still be: some encrypt, and tag that.
    package func fit(_ tag: String?) -> Bool { tag == whole || tag == inPieces }

    /// Makes them of pieces in their order, one task at a time.
    final class Maker: @unchecked Sendable {
        private let stream = DigestStream(.md5)
        private var pieces: [[UInt8]] = []

        func add(_ piece: [UInt8]) {
            pieces.append(Digest.md5(piece))
            piece.withUnsafeBytes { stream.add($0) }
        }

        func tags() -> ContentTags {
            let whole = stream.digits()
            guard pieces.count > 1 else { return ContentTags(whole: whole, inPieces: whole) }
            let digest = Digest.hexadecimal(Digest.md5(pieces.flatMap { $0 }))
            return ContentTags(whole: whole, inPieces: "\(digest)-\(pieces.count)")
        }
    }
}

/// An object that went away, or became another, while it was read.
struct ObjectGone: Error {}
