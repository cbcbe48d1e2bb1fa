import Faults

/// A part of the storage where orphans are kept until somebody is sure that nobody misses them.
package struct Quarantine: Sendable, Equatable {
    /// Without a slash at its end.
    package let prefix: String

    /// - Throws: `Fault(.usage)` for a prefix that is no plain path, or below which a moved file would look like one of
    ///   Mastodon's again.
    package init(_ text: String) throws {
        var prefix = text
        while prefix.hasSuffix("/") { prefix.removeLast() }
        guard ObjectKey(prefix).isSafe else {
            throw Fault(
                .usage, "a quarantine prefix must be a plain path", help: "write something like orphans/2026-11")
        }
        let first = String(prefix.prefix { $0 != "/" })
        guard first != "cache", !AttachmentKind.tables.contains(first) else {
            throw Fault(
                .usage, "\(first) is where the server keeps its own files, and cannot be a quarantine",
                help: "write something like orphans/2026-11")
        }
        self.prefix = prefix
    }

    /// Where an object is kept.
    package func place(of key: ObjectKey) -> ObjectKey { ObjectKey("\(prefix)/\(key.text)") }

    /// The key an object in quarantine came from; nil outside of it.
    package func origin(of key: ObjectKey) -> ObjectKey? {
        guard holds(key), key.isExact else { return nil }
        return ObjectKey(String(key.text.utf8.dropFirst(prefix.utf8.count + 1)) ?? "")
    }

    package func holds(_ key: ObjectKey) -> Bool {
        key.text.utf8.starts(with: prefix.utf8) && key.text.utf8.dropFirst(prefix.utf8.count).first == UInt8(ascii: "/")
    }
}
