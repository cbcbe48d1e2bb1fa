/// The name of a stored object: the key in a bucket below its prefix, or the path below the media root.
///
/// The bytes are kept as they are stored; a file system may hold names that are not UTF-8, and such a name is shown
/// but never deleted by guess.
package struct ObjectKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    /// Byte order, the order in which S3 lists.
    package static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    /// True when the key stays below the root however it is read: no empty part, no `.` or `..`, no NUL.
    package var isSafe: Bool {
        if text.isEmpty || text.utf8.contains(0) { return false }
        return text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        }
    }
}
