import Faults
import Model
import Stores

/// Findings that are known and accepted for now, each with a reason and the day on which that ends.
///
///     # id                 until       why
///     pg.stat-statements   2027-03-01  the host does not offer it
package struct Baseline: Sendable {
    package struct Entry: Sendable {
        package var id: String
        package var until: UTCTime
        package var reason: String
    }

    package var entries: [Entry] = []

    /// - Throws: `Fault(.badData)` with the line.
    package init(parsing text: String, path: String) throws {
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }
            guard let id = words.first, !id.hasPrefix("#") else { continue }
            func wrong(_ what: String) -> Fault {
                Fault(
                    .badData, "\(path):\(index + 1): \(what)",
                    help: "write the id of a check, the day until which it is accepted, and why")
            }
            guard Check.named(String(id)) != nil else { throw wrong("there is no check \(id)") }
            guard words.count == 3 else { throw wrong("a day and a reason are missing") }
            guard let until = UTCTime(parsing: words[1]) else {
                throw wrong("'\(words[1])' is no day such as 2027-03-01")
            }
            entries.append(Entry(id: String(id), until: until, reason: String(words[2].filter { !$0.isNewline })))
        }
    }

    /// Marks what is accepted on that day.
    package func accept(_ diagnosis: inout Diagnosis) {
        for entry in entries where entry.until > diagnosis.time {
            for index in diagnosis.checks.indices where diagnosis.checks[index].id == entry.id {
                diagnosis.checks[index].accepted = entry.reason
            }
        }
        diagnosis.count()
    }
}

/// Which checks are wanted.
package struct CheckChoice: Sendable {
    /// The costliest.
    package var cost: Check.Cost = .normal
    package var only: [String] = []
    package var skip: [String] = []
    package var groups: [Check.Group] = []

    package init() {}

    /// The ids or beginnings of ids, such as `pg.` or `pg.long-query`, that name no check.
    package var unknown: [String] {
        (only + skip).filter { word in !Check.all.contains { Self.names(word, $0) } }
    }

    /// Those that are wanted. What is asked for by its name may cost anything.
    package var checks: [Check] {
        Check.all.filter { check in
            let isNamed = only.contains { Self.names($0, check) }
            if !only.isEmpty, !isNamed { return false }
            if !groups.isEmpty, !groups.contains(check.group) { return false }
            if skip.contains(where: { Self.names($0, check) }) { return false }
            return check.cost <= cost || isNamed
        }
    }

    private static func names(_ word: String, _ check: Check) -> Bool {
        word.hasSuffix(".") || word.hasSuffix("*")
            ? check.id.hasPrefix(word.hasSuffix("*") ? String(word.dropLast()) : word) : check.id == word
    }
}

extension Diagnosis {
    /// Adds what is new and what is gone since the last time, and keeps what was found for the next.
    ///
    /// - Parameter folder: this instance's own state folder.
    /// - Throws: `Fault(.inputOutput)`.
    package mutating func compare(in folder: String) throws {
        let last = LastFindings(in: folder)
        let found = checks.filter(\.isFound).map(\.id)
        let looked = Set(checks.filter { $0.state != .unseen && $0.state != .skipped }.map(\.id))
        let before = try last.read()
        new = before.map { before in found.filter { !before.contains($0) } } ?? []
        gone = before.map { before in before.filter { looked.contains($0) && !found.contains($0) } } ?? []
        try last.note(new: before == nil ? found : new ?? [], gone: gone ?? [], at: time)
        // What was not looked at this time stays as it was.
        try last.write(Set(found + (before ?? []).filter { !looked.contains($0) }).sorted())
    }
}
