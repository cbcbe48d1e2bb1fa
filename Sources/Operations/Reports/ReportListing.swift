import Model
import Stores

/// Asks for the reports that fit, the newest first.
package struct ReportListing: Question {
    private let filter: ReportFilter
    private let target: AccountName?
    private let by: AccountName?
    private let limit: Int

    /// - Parameters:
    ///   - isResolved: resolved ones, unresolved ones, or with nil both.
    ///   - target: whom they are about.
    ///   - by: who made them.
    ///   - limit: reports at most.
    package init(
        isResolved: Bool?, target: AccountName? = nil, by: AccountName? = nil, category: ReportCategory? = nil,
        limit: Int
    ) {
        filter = ReportFilter(isResolved: isResolved, category: category)
        self.target = target
        self.by = by
        self.limit = limit
    }

    /// - Throws: `Fault(.noSuch)` for an account that is not there; `Fault(.badData)` for a name that fits several.
    package func answer(at site: Site<ReadOnly>) async throws -> ReportList {
        let directory = AccountDirectory(site.instance)
        return try await site.database.read { connection in
            var filter = filter
            if let target { filter.target = try await directory.account(target, over: connection).id }
            if let by { filter.by = try await directory.account(by, over: connection).id }
            return ReportList(try await connection.reports.list(filter, limit: limit))
        }
    }
}
