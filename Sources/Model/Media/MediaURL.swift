/// Where a media address leads: the class, the row and the style of a stored file.
///
/// Only the end of the path counts: what stands before it depends on how media are served (`/system`, an alias host, a
/// bucket's name in the path, `S3_KEY_PREFIX`).
package struct MediaURL: Sendable, Equatable {
    package var path: StoredPath
    /// The key, with `cache/` where the address has it.
    package var key: ObjectKey

    /// Reads an address, a path or a key; nil when it does not name a stored file.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/media.rb`, `lookup`.
    package init?(_ text: String) {
        guard let path = Self.path(of: text), let decoded = Self.decoded(path) else { return nil }
        let parts = decoded.split(separator: "/")
        for count in [7, 10] where count <= parts.count {
            let start = parts.count - count
            guard AttachmentKind.tables.contains(String(parts[start])) else { continue }
            let isCached = start > 0 && parts[start - 1] == "cache"
            let key = ObjectKey((isCached ? "cache/" : "") + parts[start...].joined(separator: "/"))
            guard let stored = try? StoredPath(key) else { continue }
            self.path = stored
            self.key = key
            return
        }
        return nil
    }

    /// What stands between the host and `?` or `#`.
    private static func path(of text: String) -> Substring? {
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        if let scheme = rest.firstRange(of: "://") {
            guard let slash = rest[scheme.upperBound...].firstIndex(of: "/") else { return nil }
            rest = rest[slash...]
        }
        return rest.prefix { $0 != "?" && $0 != "#" }
    }

    /// Nil for a percent sign without two digits, or bytes that are not UTF-8.
    private static func decoded(_ text: Substring) -> String? {
        PercentEncoding.decoded(text.utf8).flatMap { String(validating: $0, as: UTF8.self) }
    }
}

/// The escapes of addresses and of inventories.
package enum PercentEncoding {
    /// The bytes with every `%XX` resolved; nil when a percent sign is not followed by two hexadecimal digits.
    ///
    /// - Parameter isForm: whether `+` stands for a blank, as in an S3 inventory.
    package static func decoded(_ bytes: some Sequence<UInt8>, isForm: Bool = false) -> [UInt8]? {
        var result: [UInt8] = []
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                    return nil
                }
                result.append(high << 4 | low)
            case UInt8(ascii: "+") where isForm: result.append(UInt8(ascii: " "))
            default: result.append(byte)
            }
        }
        return result
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
