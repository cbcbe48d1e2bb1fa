/// Which reports are meant.
package struct ReportFilter: Sendable {
    /// Resolved ones, unresolved ones, or with nil both.
    package var isResolved: Bool?
    package var target: Int64?
    package var by: Int64?
    package var category: ReportCategory?

    package init(
        isResolved: Bool? = nil, target: Int64? = nil, by: Int64? = nil, category: ReportCategory? = nil
    ) {
        self.isResolved = isResolved
        self.target = target
        self.by = by
        self.category = category
    }
}
