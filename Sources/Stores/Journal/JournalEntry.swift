import Model

/// What a transaction owes once it is committed.
struct Debts: Sendable, Equatable {
    /// Its number, by which the server tells whether it was committed; nil where that is not known, or where there was
    /// none and the jobs and keys are owed in any case.
    var transaction: Int64?
    /// Files that no row names any more then.
    var files: [StoredFile] = []
    var outbox = Outbox()

    var isEmpty: Bool { files.isEmpty && outbox.isEmpty }

    /// Jobs of one piece, as many as the server pushes at once.
    private static let jobs = 1_000

    /// The same in pieces, each of which can be sent in one call; jobs stay in their order.
    var pieces: [Debts] {
        var first = self
        first.outbox.jobs = Array(outbox.jobs.prefix(Self.jobs))
        return [first]
            + stride(from: Self.jobs, to: outbox.jobs.count, by: Self.jobs).map { start in
                Debts(
                    transaction: transaction,
                    outbox: Outbox(jobs: Array(outbox.jobs[start..<min(start + Self.jobs, outbox.jobs.count)])))
            }
    }
}

/// An entry of a journal.
struct JournalEntry: Sendable, Equatable {
    var number: Int
    /// Names its deliveries, so that none is made twice; nobody else's has the name.
    var mark: String
    var debts: Debts

    /// Its lines: `+ <n>`, the mark, the transaction, what is owed, `. <n>` when all lines are written.
    var text: String {
        var text = "+ \(number)\nm \(mark)\n"
        if let transaction = debts.transaction { text += "x \(transaction)\n" }
        if !debts.outbox.isEmpty { text += "o \(debts.outbox.json.text)\n" }
        for file in debts.files { text += JournalLine.write(file) + "\n" }
        return text + ". \(number)\n"
    }

    /// Complete entries that are not marked done; a torn one was never committed.
    ///
    /// Lines are cut byte by byte: to Swift "\r\n" is one character, and a name may end in "\r".
    static func unfinished(in text: String) -> [JournalEntry] {
        var pending: [Int: JournalEntry] = [:]
        var current: JournalEntry?
        for line in text.utf8.split(separator: UInt8(ascii: "\n")).map({ Substring($0) }) {
            let rest = String(line.dropFirst(2))
            switch line.utf8.prefix(2).map({ $0 }) {
            // Also behind a torn entry, which has no end.
            case Array("+ ".utf8): current = Int(rest).map { JournalEntry(number: $0, mark: "", debts: Debts()) }
            case Array("- ".utf8): if let number = Int(rest) { pending[number] = nil }
            case Array("m ".utf8): current?.mark = rest
            case Array("x ".utf8): current?.debts.transaction = Int64(rest)
            case Array("o ".utf8):
                guard let outbox = JSONValue(parsing: rest).flatMap({ Outbox(json: $0) }) else {
                    current = nil
                    continue
                }
                current?.debts.outbox = outbox
            case Array(". ".utf8):
                if let entry = current, rest == "\(entry.number)" { pending[entry.number] = entry }
                current = nil
            default: if let file = JournalLine.read(line) { current?.debts.files.append(file) }
            }
        }
        return pending.values.sorted { $0.number < $1.number }
    }
}
