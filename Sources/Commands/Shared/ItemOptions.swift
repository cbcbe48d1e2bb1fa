import ArgumentParser
import Faults
import Model
import Operations

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

/// How lists that somebody else wrote are read.
struct ListOptions: ParsableArguments {
    @Flag(help: "Import what can be read when something cannot.")
    var skipBad = false

    /// - Throws: `Fault(.badData)` that tells of every line that cannot be read, unless they are to be left out.
    func require(_ unread: UnreadLines, of path: String) throws {
        try ItemFile.require(unread, of: path, skipsBad: skipBad)
    }

    /// The items of a plain list, read as values.
    ///
    /// - Parameters:
    ///   - what: what each should be: `a domain`.
    ///   - read: nil for an item that is none.
    /// - Throws: as `require`; what reading the file throws.
    func items<Item>(
        of file: String, as what: String, _ read: (String) -> Item?
    ) throws -> (items: [Item], unread: UnreadLines) {
        var list = PlainListReading()
        var items: [Item] = []
        try ItemFile.lines(of: file) { line in
            guard let word = list.item(line) else { return }
            if let item = read(word) { items.append(item) } else { list.refuse(word, as: what) }
        }
        try require(list.unread, of: file)
        return (items, list.unread)
    }
}

/// What every change of a list of single items takes: which items, on whose behalf, which way.
///
/// `Moderation` is `AuditOptions` for commands tootctl has, `ModeratorOptions` for the others.
struct ItemEditing<Moderation: ParsableArguments & Sendable>: ParsableArguments, Sendable {
    @OptionGroup(title: "Selection")
    var items: ItemOptions

    @OptionGroup(title: "Moderation")
    var moderation: Moderation

    @OptionGroup(title: "Lanes")
    var lanes: LaneOptions
}
