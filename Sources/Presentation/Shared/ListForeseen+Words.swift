import Model
import Operations

extension ListForeseen {
    /// The lines a person reads.
    var words: [String] {
        switch self {
        case .refused(let notes): notes.map { "\($0.item): \($0.reason)" }
        case .dangers(let words): words
        case .unread(let lines): lines.words(UnreadLines.kept)
        case .read(let notes, let source): notes.words.map { line in source.map { "\($0): \(line)" } ?? line }
        case .spared(let domains):
            domains.map { "line \($0.line): \($0.refusal.domain): \($0.refusal.reason); left out" }
                + ["to block such a domain all the same, give --allow-domain NAME"]
        case .hidden(let count): [Noun.counted(count, "names", "are hidden behind stars and left out")]
        case .line(let fault, let source): ["\(source), \(fault.words)"]
        case .doubt(let words): [words]
        case .withoutSource(let reason): ["\(reason); the list is made without it"]
        case .declared(let list, let add, let amend, let remove):
            ["the list \(list): to add \(add), to change \(amend), to remove \(remove)"]
        }
    }
}
