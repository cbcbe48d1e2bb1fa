/// Which blocks are wanted.
package struct IPBlockFilter: Sendable, Equatable {
    /// Whether and when a block ends.
    package enum Expiry: Sendable, Equatable {
        case any
        /// Its end has come. The server goes on blocking until its daily clean-up has taken the row.
        case expired
        /// Its end has not come, or never will.
        case active
        /// Its end comes within so many seconds.
        case within(Double)
    }

    /// Empty for all.
    package var severities: [IPBlock.Severity]
    package var expiry: Expiry
    /// Only blocks that apply to this address or range.
    package var covering: IPNetwork?

    package init(severities: [IPBlock.Severity] = [], expiry: Expiry = .any, covering: IPNetwork? = nil) {
        self.severities = severities
        self.expiry = expiry
        self.covering = covering
    }
}
