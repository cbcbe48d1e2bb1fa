import Model
import Stores

/// What became of one batch.
package struct Outcome: Sendable {
    /// Items changed.
    package var changed: Int
    /// Items left as they were because they no longer fit the conditions or another worker held them.
    package var skipped: Int
    /// Bytes freed.
    package var bytes: Int64
    /// Stored objects deleted or moved.
    package var objects: Int
    /// Items that failed, each with its reason.
    package var failures: [ItemNote]
    /// How many of the failed items the database would not let be changed; they are as they were.
    private(set) var held = 0
    /// Items left as they were whose reason is worth telling one by one; counted in `skipped` too.
    package var skips: [ItemNote] = []
    /// Problems that a check had found and that are gone now.
    package var solved = 0
    /// Further figures, added up in the report.
    package var figures: [Figure: Int64] = [:]
    /// What was made, by name: an id, an address. A secret only when somebody asked to be shown it.
    package var facts: [Fact: String] = [:]
    /// Whether the batch ended before its work did because the run was asked to end.
    package var isCutShort = false
    /// Whether somebody holds so much that it was given up to look for what can be had, and nothing was.
    var isFruitless = false

    package init(changed: Int = 0, skipped: Int = 0, bytes: Int64 = 0, objects: Int = 0, failures: [ItemNote] = []) {
        self.changed = changed
        self.skipped = skipped
        self.bytes = bytes
        self.objects = objects
        self.failures = failures
    }

    /// Of items that the database would not let be changed.
    init(held: [ItemNote]) {
        self.init(failures: held)
        self.held = held.count
    }

    /// One that did nothing, since the run was asked to end.
    static var cutShort: Outcome {
        var outcome = Outcome()
        outcome.isCutShort = true
        return outcome
    }

    /// Counts items left as they were, each with its reason.
    mutating func skip(_ notes: [ItemNote]) {
        skipped += notes.count
        skips += notes
    }

    /// Adds what became of other items.
    mutating func add(_ other: Outcome) {
        changed += other.changed
        skipped += other.skipped
        bytes = bytes.adding(other.bytes)
        objects += other.objects
        failures += other.failures
        held += other.held
        skips += other.skips
        solved += other.solved
        figures.merge(other.figures, uniquingKeysWith: +)
        facts.merge(other.facts) { $1 }
        isCutShort = isCutShort || other.isCutShort
    }

    /// Adds what became of files whose rows are gone.
    mutating func add(_ files: FilesGone) {
        objects += files.objects
        failures += files.failures
    }

    /// Adds a figure; nothing for zero.
    mutating func note(_ figure: Figure, _ count: Int) {
        if count != 0 { figures[figure, default: 0] += Int64(count) }
    }
}

/// Something a check found wrong, as a value.
package struct Remark: Sendable {
    /// As in `Finding`.
    package var kind: String
    package var id: String
    package var what: Foreseen
}

/// Something a check found wrong.
package struct Finding: Sendable, Equatable, Encodable {
    /// What it is about: `attachment`, `avatar`.
    package var kind: String
    /// The row's id. A string, since it may be too large for a reader that takes every number for a float.
    package var id: String
    /// What is wrong, for people: the key of a missing file.
    package var item: String
    package var isLocal: Bool

    package init(kind: String, id: String, item: String, isLocal: Bool) {
        self.kind = kind
        self.id = id
        self.item = item
        self.isLocal = isLocal
    }
}
