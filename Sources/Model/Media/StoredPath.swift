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
    /// Source: Mastodon 4.6.5 `lib/mastodon/cli/media.rb`; stricter than that on digits and attachment names, where the
    /// server's own search stops with an error.
    package init(_ key: ObjectKey) throws(Unrecognised) {
        guard key.isSafe else { throw .oddName }
        let all = key.text.split(separator: "/")
        let parts = all.filter { $0 != "cache" }
        guard parts.count == 7 || parts.count == 10 else { throw .oddDepth }
        guard AttachmentKind.tables.contains(String(parts[0])) else { throw .unknownClass }
        guard let kind = AttachmentKind(table: parts[0], attachments: parts[1]) else { throw .unknownAttachment }
        guard let id = IDPartition.id(of: parts[2..<(parts.count - 2)]) else { throw .oddPartition }
        self.kind = kind
        self.id = id
        style = parts[parts.count - 2]
        fileName = parts[parts.count - 1]
        cacheParts = all.count - parts.count
    }
}
