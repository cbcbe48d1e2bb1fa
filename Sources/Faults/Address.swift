/// An address as people may be shown it: without user, password, query and fragment, each of which may be a secret.
///
/// Whoever makes words of an address makes one of these first; nothing but the safe part is kept.
package struct Address: Sendable, Hashable, CustomStringConvertible {
    package let description: String

    /// - Parameter text: with a scheme or without; what is no address stays as it is, up to a query.
    package init(_ text: String) {
        let mark = text.firstRange(of: "://")
        let scheme = mark.map { text[..<$0.upperBound] } ?? ""
        var rest = mark.map { text[$0.upperBound...] } ?? text[...]
        // The last @ of all, as a password may hold the marks that end an authority.
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        description = scheme + String(rest.prefix { $0 != "?" && $0 != "#" })
    }
}
