import ArgumentParser
import Faults
import Operations
import Stores

/// Items beside those on the command line.
struct ItemOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Also those of this file, one a line; - is standard input.", valueName: "file"),
        completion: .file())
    var from: String?

    /// - Throws: `ValidationError` when there is neither a word nor a file.
    func require(_ words: [String], _ what: String) throws {
        if words.isEmpty, from == nil { throw ValidationError("name at least one \(what), or give --from") }
    }

    func all(_ words: [String]) throws -> [String] {
        try words + (from.map(ItemFile.items) ?? [])
    }
}

/// What every change of a list of single items takes: which items, on whose behalf, which way.
///
/// `Moderation` is `AuditOptions` for commands tootctl has, `ModeratorOptions` for the others.
struct ItemEditing<Moderation: ParsableArguments & Sendable>: ParsableArguments, Sendable {
    @OptionGroup var items: ItemOptions

    @OptionGroup(title: "Moderation")
    var moderation: Moderation

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions
}

/// Words of a command line, read as values. What cannot be read is kept with the reason, so that the others go on.
struct ReadItems<Value> {
    var values: [Value] = []
    var refused: [ItemFailure] = []

    /// - Parameters:
    ///   - what: what each should be: `an IP address`.
    ///   - read: nil for a word that is none.
    /// - Throws: `Fault(.badData)` when no word can be read.
    init(_ words: [String], as what: String, _ read: (String) -> Value?) throws {
        for word in words {
            if let value = read(word) {
                values.append(value)
            } else {
                refused.append(ItemFailure(item: word, reason: "is not \(what)"))
            }
        }
        guard values.isEmpty, let first = refused.first else { return }
        throw Fault(
            .badData, refused.count == 1 ? "'\(first.item)' is not \(what)" : "none of these is \(what)",
            notes: refused.count == 1 ? [] : refused.prefix(20).map(\.item))
    }
}
