import Faults
import Model

/// Writes a plan: one JSON object, its items a line each, so that any number of them fits in constant memory.
///
/// Nobody but the owner may read it, and a file that exists is never replaced. Confined to one task at a time.
package final class PlanWriter {
    private let file: PrivateFile
    private var seal = PlanSeal()
    /// Items written so far.
    package private(set) var count = 0

    /// - Throws: `Fault(.inputOutput)`, or `Fault(.usage)` when there is a file of that name.
    package init(path: String, _ header: PlanHeader) throws {
        file = try PrivateFile(path: path)
        let text = JSONValue.object(header.members).text
        try add(line: text.dropLast() + ",\"items\":[")
    }

    package func add(_ item: PlanItem) throws {
        let text = item.json.text
        guard text.utf8.count < LineReader.longest else {
            throw Fault(.badData, "\(item.name) is too much for a plan", notes: ["it takes \(text.utf8.count) bytes"])
        }
        try add(line: (count == 0 ? "" : ",") + text)
        count += 1
    }

    /// Seals the plan and puts it safely on the disk. Without this call the file goes away again.
    package func finish() throws {
        try file.add("],\"count\":\(count),\"seal\":\"\(seal.text)\"}\n")
        try file.finish()
    }

    private func add(line: String) throws {
        seal.add(line)
        try file.add(line.utf8)
        try file.add("\n")
    }
}
