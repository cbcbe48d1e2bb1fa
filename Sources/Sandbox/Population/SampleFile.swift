/// The content of a stored file: what its kind begins with, then filler up to the wanted size.
///
/// Enough for `file(1)` and for a browser to name the kind; pictures are of one pixel, films do not play.
package enum SampleFile: String, CaseIterable, Sendable {
    case png, jpeg, gif, webp, avif, heic, mp4, webm, mov, mp3, ogg, zip, bytes

    /// The smallest size a file of this kind may have.
    package var smallest: Int { head.count }

    /// `size` bytes (or `smallest`, if that is more), the same at every call.
    package func content(size: Int) -> [UInt8] {
        var content = head
        content.reserveCapacity(size)
        while content.count < size {
            content += Self.filler.prefix(size - content.count)
        }
        return content
    }

    private var head: [UInt8] { Self.heads[self] ?? [] }

    private static let filler: [UInt8] = (0..<4096).map { UInt8(truncatingIfNeeded: Population.mix(UInt64($0))) }

    private static let heads: [SampleFile: [UInt8]] = [
        .png: bytes(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                + "0000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082"),
        .jpeg: bytes(
            "ffd8ffe000104a46494600010100000100010000ffdb004300" + String(repeating: "10", count: 64)
                + "ffc0000b080001000101011100ffc4001400010000000000000000000000000000000008"
                + "ffc4001410010000000000000000000000000000000000ffda0008010100003f00aaffd9"),
        .gif: bytes("47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"),
        .webp: bytes("52494646220000005745425056503820160000003001009d012a010001000ec0fe25a400037000000000"),
        .avif: box("avif"), .heic: box("heic"), .mp4: box("isom"), .mov: box("qt  "),
        .webm: bytes(
            "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701ffffffffffffff"),
        .mp3: bytes("49443304000000000000fffb9064"),
        .ogg: bytes("4f67675300020000000000000000010000000000000001000000011e01766f72626973"),
        .zip: bytes("504b0506" + String(repeating: "00", count: 18)),
    ]

    /// The first box of an ISO media file of that brand, and a box that takes in the rest.
    private static func box(_ brand: String) -> [UInt8] {
        bytes("00000014") + Array("ftyp\(brand)".utf8) + bytes("00000200") + Array(brand.utf8) + bytes("00000000")
            + Array("mdat".utf8)
    }

    private static func bytes(_ digits: String) -> [UInt8] {
        let nibbles = digits.utf8.map { $0 > UInt8(ascii: "9") ? $0 - UInt8(ascii: "a") + 10 : $0 - UInt8(ascii: "0") }
        return stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
    }
}
