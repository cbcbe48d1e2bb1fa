/// A value that must not be seen: a password, a key, a token.
///
/// Every way of printing it gives the mask; only `reveal()` gives the text, so that a search finds each use.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What is shown instead.
    package static let mask = "••••••"

    private let text: String

    package init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the driver that needs it and nobody else.
    package func reveal() -> String { text }

    package var isEmpty: Bool { text.isEmpty }

    package var description: String { Self.mask }
    package var debugDescription: String { Self.mask }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
