import CZstd
import Glibc

/// A file in the form of zstd (RFC 8878), read piece by piece.
final class ZstdFile: PieceSource {
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
    /// The power of two of what may have to be kept in memory while unpacking: 8 MiB.
    private static let window: Int32 = 23

    private let file: UnsafeMutablePointer<FILE>
    private let stream: OpaquePointer
    private var packed = [UInt8](repeating: 0, count: 1 << 16)
    private var begin = 0
    private var end = 0
    /// What the last call said is still to come; 0 between two frames.
    private var isWithin = false

    /// Nil for a file that is not of this form, or not there.
    init?(_ path: String) {
        guard let file = fopen(path, "rbe") else { return nil }
        var head = [UInt8](repeating: 0, count: Self.magic.count)
        guard fread(&head, 1, head.count, file) == head.count, head == Self.magic, let stream = ZSTD_createDStream()
        else {
            fclose(file)
            return nil
        }
        rewind(file)
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.window)
        self.file = file
        self.stream = stream
    }

    deinit {
        ZSTD_freeDStream(stream)
        fclose(file)
    }

    func read(_ count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            if begin == end {
                begin = 0
                end = fread(&packed, 1, packed.count, file)
                if end == 0 {
                    if isWithin { throw ArchiveError(kind: .damaged, reason: "the archive is cut short") }
                    break
                }
            }
            done = try unpack(&bytes, from: done)
        }
        bytes.removeLast(count - done)
        return bytes
    }

    private func unpack(_ bytes: inout [UInt8], from place: Int) throws -> Int {
        try packed.withUnsafeBytes { source in
            try bytes.withUnsafeMutableBytes { target in
                var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: place)
                var input = ZSTD_inBuffer(src: source.baseAddress, size: end, pos: begin)
                let left = ZSTD_decompressStream(stream, &output, &input)
                guard ZSTD_isError(left) == 0 else {
                    throw ArchiveError(kind: .damaged, reason: String(cString: ZSTD_getErrorName(left)))
                }
                isWithin = left != 0
                begin = input.pos
                return output.pos
            }
        }
    }
}

/// Bytes that become one frame of zstd in memory. Confined to one task at a time.
package final class ZstdPieces: PieceSink {
    private var plain: [UInt8] = []
    /// What came of them, once they are closed.
    package private(set) var packed: [UInt8] = []

    package init() {}

    func write(_ bytes: [UInt8]) { plain += bytes }

    func close() throws {
        var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(plain.count))
        let size = ZSTD_compress(&packed, packed.count, plain, plain.count, 9)
        guard ZSTD_isError(size) == 0 else {
            throw ArchiveError(kind: .system(ENOMEM), reason: String(cString: ZSTD_getErrorName(size)))
        }
        packed.removeLast(packed.count - size)
        self.packed = packed
        plain = []
    }
}
