/// Base64, in one line or as Ruby's `pack("m")` writes it, sixty characters a line.
package enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func text(_ bytes: [UInt8]) -> String { encoded(bytes[...]) }

    package static func lines(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 45)
            .map { encoded(bytes[$0..<min($0 + 45, bytes.count)]) + "\n" }
            .joined()
    }

    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.endIndex)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for index in 0...group.count { text.append(letters[bits >> (18 - 6 * index) & 63]) }
            text += [UInt8](repeating: UInt8(ascii: "="), count: 3 - group.count)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil when it is no base64. Blanks and lines' ends are passed over.
    package static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        for character in text.utf8 {
            if character == UInt8(ascii: "=") || character == UInt8(ascii: "\n") || character == UInt8(ascii: "\r") {
                continue
            }
            guard let value = letters.firstIndex(of: character) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return bytes
    }
}
