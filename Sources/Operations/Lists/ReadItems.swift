import Faults
import Model

/// Words of a command line, read as values. What cannot be read is kept with the reason, so that the others go on.
package struct ReadItems<Value: Sendable>: Sendable {
    package var values: [Value] = []
    package var refused: [ItemNote] = []

    /// - Parameters:
    ///   - what: what each should be: `an IP address`.
    ///   - read: nil for a word that is none.
    /// - Throws: `Fault(.badData)` when no word can be read.
    package init(_ words: [String], as what: String, _ read: (String) -> Value?) throws {
        for word in words {
            if let value = read(word) {
                values.append(value)
            } else {
                refused.append(ItemNote(word, "is not \(what)"))
            }
        }
        guard values.isEmpty, let first = refused.first else { return }
        throw Fault(
            .badData, refused.count == 1 ? "'\(first.item)' is not \(what)" : "none of these is \(what)",
            notes: refused.count == 1 ? [] : refused.prefix(20).map(\.item))
    }
}
