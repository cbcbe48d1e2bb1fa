/// A row of `domain_blocks`, as far as it says what happens.
package struct DomainRule: Sendable, Encodable, Equatable {
    package var domain: String
    package var severity: String
    package var rejectMedia: Bool
    package var rejectReports: Bool
    package var publicComment: String?
    package var privateComment: String?

    package init(
        domain: String, severity: Int64, rejectMedia: Bool, rejectReports: Bool, publicComment: String?,
        privateComment: String?
    ) {
        self.domain = domain
        self.severity = Self.word(severity)
        self.rejectMedia = rejectMedia
        self.rejectReports = rejectReports
        self.publicComment = publicComment
        self.privateComment = privateComment
    }

    /// Source: Mastodon 4.6.5 `app/models/domain_block.rb`; the same since 4.2.
    static func word(_ severity: Int64) -> String {
        [0: "silence", 1: "suspend", 2: "noop"][severity] ?? "\(severity)"
    }
}
