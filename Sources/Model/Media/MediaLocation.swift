/// Where a stored file is shown.
package struct MediaLocation: Sendable, Equatable, Encodable {
    package var schema = "media.lookup/1"
    /// `attachment`, `avatar`; a word of `AttachmentKind`.
    package var kind: String
    /// The row's id. A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    package var style: String
    package var key: String
    /// The public page: of the post, of the profile, or the page a preview is of.
    package var url: String
    /// `alice` or `r01@alpha.example`; nil for a link preview.
    package var account: String?
    package var statusID: String?

    package init(
        kind: AttachmentKind, id: String, style: String, key: String, url: String, account: String? = nil,
        statusID: String? = nil
    ) {
        self.kind = kind.word
        self.id = id
        self.style = style
        self.key = key
        self.url = url
        self.account = account
        self.statusID = statusID
    }
}
