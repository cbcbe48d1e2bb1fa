/// Whether the server's own audit log is told of a change, and on whose behalf.
///
/// The server's pages and its Admin API log what they do; its command line tool logs nothing.
package enum Auditing: Sendable, Equatable {
    case silent
    /// A moderator's name; nil for the first owner.
    case onBehalf(of: String?)

    /// The name that was given.
    package var name: String? {
        if case .onBehalf(let name) = self { name } else { nil }
    }

    /// The table it writes to.
    package var tables: Set<String> { self == .silent ? [] : ["admin_action_logs"] }
}
