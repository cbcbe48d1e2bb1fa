/// A number of bytes.
package struct ByteCount: Hashable, Comparable, Sendable {
    package var bytes: Int64
    package init(_ bytes: Int64) { self.bytes = bytes }
    package static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
}
