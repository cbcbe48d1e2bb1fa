/// A hashtag as it is typed, and as the server keeps it.
package enum TagName {
    /// Without the sign before it, in lower case.
    package static func normalized(_ text: String) -> String {
        var text = text[...]
        if let first = text.first, first == "#" || first == "＃" { text = text.dropFirst() }
        return text.lowercased()
    }
}
