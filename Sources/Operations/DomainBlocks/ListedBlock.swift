import Model
import Stores

/// One block as it is told.
package struct ListedBlock: Sendable, Encodable, Equatable {
    package var id: String
    package var domain: String
    package var severity: BlockSeverity
    package var rejectMedia: Bool
    package var rejectReports: Bool
    package var obfuscate: Bool
    package var publicComment: String?
    package var privateComment: String?
    package var createdAt: UTCTime
    package var updatedAt: UTCTime

    package init(_ row: DomainBlockRow) {
        id = "\(row.id)"
        domain = row.domain
        severity = row.rule.severity
        rejectMedia = row.rule.rejectMedia
        rejectReports = row.rule.rejectReports
        obfuscate = row.rule.obfuscate
        publicComment = row.rule.publicComment
        privateComment = row.rule.privateComment
        createdAt = row.created
        updatedAt = row.updated
    }
}
