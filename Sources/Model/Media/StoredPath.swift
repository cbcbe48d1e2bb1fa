/// A key read back: which row it should belong to. The inverse of `StoredFile.keys`, as forgiving as the server's own
/// orphan search, so that both find the same orphans.
package struct StoredPath: Sendable, Equatable {
    package var kind: AttachmentKind
    package var id: Int64
    package var style: Substring
    package var fileName: Substring
    /// How many `cache` folders the key has; a file belongs to its row however many there are.
    package var cacheParts: Int

    /// Why a key is no stored file of a current server. Such objects are left alone.
    package enum Unrecognised: String, CaseIterable, Sendable, Error {
        /// Ends in `/` or has an empty, `.` or `..` part, a NUL, or bytes that are not UTF-8.
        case oddName
        /// Not 7 or 10 parts after `cache` folders are taken away.
        case oddDepth
        /// A first folder that no server's table owns.
        case unknownClass
        /// A second folder that this class has not.
        case unknownAttachment
        /// Folders that are not groups of three digits.
        case oddPartition

        /// The name of their number in a report.
        package var figure: String {
            switch self {
            case .oddName: "unrecognised_names"
            case .oddDepth: "unrecognised_shapes"
            case .unknownClass: "unrecognised_folders"
            case .unknownAttachment: "unrecognised_attachments"
            case .oddPartition: "unrecognised_ids"
            }
        }

        /// For the report: what such keys usually are.
        package var explanation: String {
            switch self {
            case .oddName: "names that cannot be handled safely, such as directory markers"
            case .oddDepth: "keys not shaped like an attachment's"
            case .unknownClass: "folders no Mastodon table owns"
            case .unknownAttachment: "attachments this table has not"
            case .oddPartition: "folders that are not an id"
            }
        }
    }

    /// Reads a key.
    ///
    /// A search for orphans asks this of every stored file, so it works on bytes.
    ///
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/media.rb`; stricter than that on digits and attachment names, where the
    /// server's own search stops with an error.
    package init(_ key: ObjectKey) throws(Unrecognised) {
        guard key.isSafe else { throw .oddName }
        let text = key.text
        let parts = Self.parts(of: text.utf8)
        let places = parts.places
        guard places.count == 7 || places.count == 10 else { throw .oddDepth }
        func part(_ index: Int) -> Substring { text[places[index]] }
        guard let kind = AttachmentKind(table: part(0), attachments: part(1)) else {
            throw AttachmentKind.tables.contains(String(part(0))) ? .unknownAttachment : .unknownClass
        }
        guard let id = IDPartition.id(of: places[2..<(places.count - 2)].map { text[$0] }) else { throw .oddPartition }
        self.kind = kind
        self.id = id
        style = part(places.count - 2)
        fileName = part(places.count - 1)
        cacheParts = parts.cacheParts
    }

    /// Where the parts of a key are, `cache` folders left out and counted.
    private static func parts(of text: String.UTF8View) -> (places: [Range<String.Index>], cacheParts: Int) {
        var places: [Range<String.Index>] = []
        places.reserveCapacity(12)
        var cacheParts = 0
        var start = text.startIndex
        while true {
            let end = text[start...].firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
            if text[start..<end].elementsEqual("cache".utf8) {
                cacheParts += 1
            } else {
                places.append(start..<end)
            }
            guard end < text.endIndex else { return (places, cacheParts) }
            start = text.index(after: end)
        }
    }
}
