/// A file name split as Ruby's `File.extname` splits it, which decides the names the server gives its styles.
package struct FileName: Sendable, Equatable {
    /// Everything before the extension's dot.
    package var base: String
    /// Without its dot; empty when there is none.
    package var fileExtension: String

    /// Splits at the last dot. A leading dot starts a hidden name, not an extension; a final dot belongs to the base.
    ///
    /// By scalars: a combining mark behind a dot would make another character of it.
    package init(_ name: some StringProtocol) {
        let scalars = name.unicodeScalars
        let hidden = scalars.prefix { $0 == "." }
        guard let dot = scalars.lastIndex(of: "."), dot >= hidden.endIndex, scalars.index(after: dot) != scalars.endIndex
        else {
            base = String(name)
            fileExtension = ""
            return
        }
        base = String(name[..<dot])
        fileExtension = String(name[scalars.index(after: dot)...])
    }

    /// The name with that extension, or with its own when nil.
    package func replacing(fileExtension other: String?) -> String {
        let suffix = other ?? fileExtension
        return suffix.isEmpty ? base : "\(base).\(suffix)"
    }
}
