/// Names of servers as the database holds them.
package enum DomainName {
    /// Lower case, without blanks around it, a scheme, an `@` before it or a dot behind it.
    package static func normalized(_ text: String) -> String {
        var name = Substring(text.lowercased())
        while let first = name.first, first.isWhitespace { name.removeFirst() }
        while let last = name.last, last.isWhitespace || last == "." || last == "/" { name.removeLast() }
        for scheme in ["https://", "http://", "@"] where name.hasPrefix(scheme) { name.removeFirst(scheme.count) }
        return String(name)
    }
}
