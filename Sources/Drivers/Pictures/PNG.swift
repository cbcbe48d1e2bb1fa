import CZlib

/// The form of PNG.
///
/// Source: ISO/IEC 15948 (PNG), and the extension for animation.
enum PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    /// What a picture is made of and how its colours are meant.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "iCCP", "pHYs",
    ]

    static func number(_ bytes: [UInt8], at place: Int) -> Int {
        bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    /// The same pixels, less animation and words.
    static func still(_ bytes: [UInt8]) throws -> [UInt8] {
        var result = signature
        var place = signature.count
        var hasPixels = false
        while place + 12 <= bytes.count {
            let length = number(bytes, at: place)
            guard length <= bytes.count - place - 12 else { throw PictureError(reason: "it is cut short") }
            let body = bytes[(place + 4)..<(place + 8 + length)]
            guard checksum(body) == UInt32(number(bytes, at: place + 8 + length)) else {
                throw PictureError(reason: "it is damaged")
            }
            let name = String(decoding: body.prefix(4), as: UTF8.self)
            if kept.contains(name) { result += bytes[place..<(place + 12 + length)] }
            hasPixels = hasPixels || name == "IDAT"
            if name == "IEND" {
                guard hasPixels else { break }
                return result
            }
            place += 12 + length
        }
        throw PictureError(reason: hasPixels ? "it is cut short" : "it has no pixels")
    }

    /// Pixels of red, green, blue and opacity as a file.
    static func encoded(_ pixels: [UInt8], width: Int, height: Int) throws -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width * 4 + 1) * height)
        for line in 0..<height {
            lines.append(0)
            lines += pixels[(line * width * 4)..<((line + 1) * width * 4)]
        }
        var count = compressBound(uLong(lines.count))
        var packed = [UInt8](repeating: 0, count: Int(count))
        guard compress2(&packed, &count, lines, uLong(lines.count), 9) == Z_OK else {
            throw PictureError(reason: "there is no memory for it")
        }
        var result = signature
        append("IHDR", big(width) + big(height) + [8, 6, 0, 0, 0], to: &result)
        append("IDAT", Array(packed.prefix(Int(count))), to: &result)
        append("IEND", [], to: &result)
        return result
    }

    private static func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
        let body = Array(name.utf8) + content
        file += big(content.count) + body + big(Int(checksum(body[...])))
    }

    private static func big(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }

    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { UInt32(crc32(0, $0.baseAddress, uInt($0.count))) }
    }
}
