import Model
import Processes

extension PgBackRest {
    /// Reads every file of the repository and holds it against its hash.
    ///
    /// It ends with status 0 whatever it finds, and without `--output` says nothing: what counts is the word behind
    /// `status:`, and where that is not there, nothing was proven.
    /// - Returns: what is wrong, empty when nothing.
    package func verify() async throws -> [String] {
        let ending = try await run(["verify", "--output=text", "--verbose"])
        let lines = ending.text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
        if lines.contains("status: ok") { return [] }
        let defects = lines.filter { line in
            line.contains("status: invalid") || line.contains("No usable") || Self.counts(line).contains { $0 > 0 }
        }.map(String.init)
        return defects.isEmpty ? ["pgbackrest verify did not say that all is well"] + ending.lines : defects
    }

    /// Numbers behind `missing:`, `checksum invalid:`, `size invalid:` and `other:`.
    private static func counts(_ line: Substring) -> [Int] {
        guard line.hasPrefix("missing:") || line.contains("invalid:") else { return [] }
        return line.split(separator: ",").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
    }

    /// Pieces of log without which a backup cannot be brought back, and which are not in the repository: `verify` passes
    /// over them.
    package func missingLogs(of set: PgBackRestSet) async throws -> [String] {
        let ending = try await run([
            "repo-ls", "--repo=\(set.repository)", "--recurse", "--output=json",
            "archive/\(place.stanza)/\(set.archive)",
        ])
        guard case .object(let members)? = JSONValue(parsing: ending.text) else {
            throw EngineError(.failed, "pgbackrest", lines: ["the list of its archive is no JSON"])
        }
        // `0000000100000000/000000010000000000000002-e4b7….gz`
        let present = Set(members.compactMap { $0.name.split(separator: "/").last?.prefix(24) }.map(String.init))
        return LogSegments.names(from: set.firstLog, to: set.lastLog, among: present).filter { !present.contains($0) }
    }
}

/// Names of the pieces that PostgreSQL's log of changes is written in: timeline, log and piece, 8 digits each.
enum LogSegments {
    /// All from one to another of the same timeline.
    ///
    /// - Parameter present: names there are, which tell how many pieces a log has: that depends on their size.
    static func names(from first: String, to last: String, among present: Set<String>) -> [String] {
        guard let start = Parts(first), let end = Parts(last), start.timeline == end.timeline, start.log <= end.log
        else { return [first, last] }
        let highest = max(present.compactMap { Parts($0)?.piece }.max() ?? 0, start.piece, end.piece)
        return (start.log...end.log).flatMap { log -> [String] in
            let lower = log == start.log ? start.piece : 0
            let upper = log == end.log ? end.piece : highest
            return lower > upper ? [first, last] : (lower...upper).map { start.with(log, $0).name }
        }
    }

    private struct Parts {
        var timeline: UInt32
        var log: UInt32
        var piece: UInt32

        init?(_ name: String) {
            let digits = Array(name)
            guard digits.count == 24, let timeline = UInt32(String(digits[..<8]), radix: 16),
                let log = UInt32(String(digits[8..<16]), radix: 16),
                let piece = UInt32(String(digits[16...]), radix: 16)
            else { return nil }
            self.timeline = timeline
            self.log = log
            self.piece = piece
        }

        func with(_ log: UInt32, _ piece: UInt32) -> Parts {
            var parts = self
            parts.log = log
            parts.piece = piece
            return parts
        }

        var name: String { [timeline, log, piece].map(Self.padded).joined() }

        private static func padded(_ number: UInt32) -> String {
            let text = String(number, radix: 16, uppercase: true)
            return String(repeating: "0", count: 8 - text.count) + text
        }
    }
}
