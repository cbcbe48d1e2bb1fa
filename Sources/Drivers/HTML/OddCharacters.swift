/// Characters that the parser would replace, or a tag it would make much of, where the standard of today does neither:
/// they go through it under the names of private characters, and get their own back in the text.
///
/// Control characters, C1 ones and those that Unicode sets aside stay what they are since 2019; `isindex` has been an
/// unknown element since 2016.
enum OddCharacters {
    /// The character that follows the name of such a tag; the text does not keep it.
    private static let tagMark = 0x1ff
    private static let isindex = Array("isindex".utf8)

    /// What stands for what is found at a place, and how many bytes it takes there.
    static func replacement(
        in bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> (bytes: [UInt8], length: Int)? {
        if let (number, length) = number(bytes, index) { return (name(number), length) }
        guard bytes[index] == UInt8(ascii: "<") else { return nil }
        let start = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
        guard start + isindex.count <= bytes.count else { return nil }
        let tag = bytes[start..<start + isindex.count]
        guard zip(tag, isindex).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
        return (Array(bytes[index..<start]) + tag + name(tagMark), start - index + isindex.count)
    }

    /// Whether a byte may be the first of something odd.
    static func mayBegin(_ byte: UInt8) -> Bool { byte < 0x20 || byte == UInt8(ascii: "<") || byte >= 0x7f }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Int, Int)? {
        func byte(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        let first = bytes[index]
        switch first {
        case 0x01...0x08, 0x0b, 0x0e...0x1f, 0x7f: return (Int(first), 1)
        case 0xc2 where (0x80...0x9f).contains(byte(1)): return (Int(byte(1)), 2)
        // U+FDD0 to U+FDEF.
        case 0xef where byte(1) == 0xb7 && (0x90...0xaf).contains(byte(2)): return (0x100 + Int(byte(2) - 0x90), 3)
        // The last two of each plane.
        case 0xef where byte(1) == 0xbf && byte(2) >= 0xbe: return (0x140 + Int(byte(2) & 1), 3)
        case 0xf0...0xf4 where byte(1) & 0x0f == 0x0f && byte(2) == 0xbf && byte(3) >= 0xbe:
            let plane = Int(first & 7) << 2 | Int(byte(1) & 0x30) >> 4
            return (0x140 + plane * 2 + Int(byte(3) & 1), 4)
        default: return nil
        }
    }

    /// U+F0000 and up.
    private static func name(_ number: Int) -> [UInt8] {
        [0xf3, 0xb0, 0x80 | UInt8(number >> 6), 0x80 | UInt8(number & 0x3f)]
    }

    /// Whether a text holds such a name already, so that none may be given.
    static func areTaken(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index + 2 < bytes.count {
            if bytes[index] == 0xf3, bytes[index + 1] == 0xb0, bytes[index + 2] < 0x88 { return true }
            index += 1
        }
        return false
    }

    static func restored(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            guard text[index] == 0xf3, index + 3 < text.count, text[index + 1] == 0xb0, text[index + 2] < 0x88 else {
                result.append(text[index])
                index += 1
                continue
            }
            let number = UInt32(text[index + 2] & 0x3f) << 6 | UInt32(text[index + 3] & 0x3f)
            let scalar: UInt32? =
                switch number {
                case 0..<0x100: number
                case 0x100..<0x140: 0xfdd0 + number - 0x100
                case 0x140..<0x1f0: ((number - 0x140) >> 1) << 16 | 0xfffe | number & 1
                default: nil
                }
            if let scalar = scalar.flatMap(Unicode.Scalar.init) { result += Array(String(scalar).utf8) }
            index += 4
        }
        return result
    }
}
