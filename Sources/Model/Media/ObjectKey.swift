/// The name of a stored object: the key in a bucket below its prefix, or the path below the media root.
///
/// Two keys are equal when their bytes are; Swift's own `String` equality would take the composed and the decomposed
/// "é" for one name, and they are two files. A file system may also hold names that are not UTF-8: such a key keeps its
/// bytes, so that it sorts and resumes rightly, and is shown with `\xNN`, but it is never safe: nothing that Mastodon
/// wrote bears such a name, so it is reported and left alone.
package struct ObjectKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The key as text; for a name that is not UTF-8 a rendering of it, which names no file.
    package let text: String
    /// The stored bytes, only when they are not UTF-8.
    private let odd: [UInt8]?

    package init(_ text: String) {
        var text = text
        text.makeContiguousUTF8()
        self.text = text
        odd = nil
    }

    /// A key from the bytes of a file system or a listing.
    package init(bytes: UnsafeBufferPointer<UInt8>) {
        if let text = String(validating: bytes, as: UTF8.self) {
            self.text = text
            odd = nil
        } else {
            let digits = Array("0123456789ABCDEF".utf8)
            var shown: [UInt8] = []
            for byte in bytes {
                if byte < 0x80 {
                    shown.append(byte)
                } else {
                    shown += [UInt8(ascii: "\\"), UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
            }
            text = String(decoding: shown, as: UTF8.self)
            odd = Array(bytes)
        }
    }

    package var description: String { text }

    /// False for a name that is not UTF-8: `text` only renders it.
    package var isExact: Bool { odd == nil }

    /// The stored bytes, valid for the duration of the call.
    package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
        if let odd { return try odd.withUnsafeBufferPointer(body) }
        if let result = try text.utf8.withContiguousStorageIfAvailable(body) { return result }
        return try Array(text.utf8).withUnsafeBufferPointer(body)
    }

    package static func == (left: Self, right: Self) -> Bool {
        guard left.isExact == right.isExact else { return false }
        return left.withBytes { left in right.withBytes { right in left.elementsEqual(right) } }
    }

    package func hash(into hasher: inout Hasher) {
        withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Byte order, the order in which S3 lists.
    package static func < (left: Self, right: Self) -> Bool {
        left.withBytes { left in right.withBytes { right in left.precedes(right) } }
    }

    /// True when the key stays below the root however it is read: no empty part, no `.` or `..`, no NUL, and UTF-8.
    package var isSafe: Bool {
        isExact
            && withBytes { bytes in
                var start = 0
                for index in 0...bytes.count {
                    if index < bytes.count {
                        if bytes[index] == 0 { return false }
                        if bytes[index] != UInt8(ascii: "/") { continue }
                    }
                    switch index - start {
                    case 0: return false
                    case 1 where bytes[start] == UInt8(ascii: "."): return false
                    case 2 where bytes[start] == UInt8(ascii: ".") && bytes[start + 1] == UInt8(ascii: "."):
                        return false
                    default: start = index + 1
                    }
                }
                return true
            }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Byte order, eight bytes at a time: sorting a listing spends its time here.
    fileprivate func precedes(_ other: Self) -> Bool {
        let shared = Swift.min(count, other.count)
        let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
        var index = 0
        while index + 8 <= shared {
            let mine = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let theirs = right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if mine != theirs { return mine.bigEndian < theirs.bigEndian }
            index += 8
        }
        while index < shared {
            if left[index] != right[index] { return left[index] < right[index] }
            index += 1
        }
        return count < other.count
    }
}
