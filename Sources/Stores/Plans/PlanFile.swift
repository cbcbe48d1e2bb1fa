import Faults
import Glibc
import Model

/// A saved plan, found whole: its seal fits.
package struct PlanFile: Sendable {
    package let path: String
    package let header: PlanHeader
    /// How many items it holds.
    package let count: Int
    private let seal: String

    /// Reads the file to its end once.
    ///
    /// - Throws: `Fault(.noSuch)`, `.denied` or `.inputOutput` for a file that cannot be read; `Fault(.badData)` for one
    ///   that is no plan, of a kind this program does not know, cut off or changed since it was written.
    package init(path: String) throws {
        self.path = path
        let lines = try PlanLines(path: path)
        header = try lines.header()
        var count = 0
        while try lines.nextItem() != nil { count += 1 }
        self.count = count
        seal = try lines.closingSeal(after: count)
    }

    /// Its items, a page at a time, read anew with each call.
    ///
    /// - Throws: from the pages: `Fault(.badData)` when the file is changed while it is read.
    package func pages(of size: Int) throws -> PlanPages {
        let lines = try PlanLines(path: path)
        guard try lines.header() == header else { throw lines.changed() }
        return PlanPages(lines: lines, size: size, count: count, seal: seal)
    }
}

/// The items of a plan in pages. Confined to one task at a time.
package final class PlanPages {
    private let lines: PlanLines
    private let size: Int
    private let count: Int
    private let seal: String
    private var isOver = false
    private var given = 0

    fileprivate init(lines: PlanLines, size: Int, count: Int, seal: String) {
        self.lines = lines
        self.size = size
        self.count = count
        self.seal = seal
    }

    /// The next items; nil at the end.
    package func next() throws -> [PlanItem]? {
        if isOver { return nil }
        var items: [PlanItem] = []
        while items.count < size {
            guard let item = try lines.nextItem() else {
                isOver = true
                guard given + items.count == count, try lines.closingSeal(after: count) == seal else {
                    throw lines.changed()
                }
                break
            }
            items.append(item)
        }
        given += items.count
        return items.isEmpty ? nil : items
    }
}

/// The lines of a plan as they are read. Confined to one task at a time.
private final class PlanLines {
    private let reader: LineReader
    private let path: String
    private var seal = PlanSeal()
    /// The line behind the items, once it is reached.
    private var closing: (text: String, sealBefore: String)?

    init(path: String) throws {
        self.path = path
        guard let file = try TrustedFile.open(path, as: "the plan") else {
            throw Fault(.noSuch, "cannot read \(path)", notes: [FileError.reason(ENOENT)])
        }
        reader = LineReader(file: file, path: path)
    }

    func header() throws -> PlanHeader {
        guard let line = try line(), line.hasSuffix(",\"items\":["), let json = JSONValue(parsing: line + "]}"),
            let schema = json["schema"]?.string, schema.hasPrefix("plan/")
        else { throw Fault(.badData, "\(path) is no plan of mastoctl's", help: "make one with --plan-out") }
        guard schema == PlanHeader.schema else {
            throw Fault(
                .badData, "\(path) is of the kind \(schema), which this version does not know",
                notes: ["known is \(PlanHeader.schema)"], help: "make the plan anew with this version")
        }
        guard let header = PlanHeader(json: json) else { throw changed() }
        return header
    }

    /// The next item, nil behind the last.
    func nextItem() throws -> PlanItem? {
        let before = seal.text
        guard let line = try line() else { throw changed() }
        if line.hasPrefix("]") {
            closing = (line, before)
            return nil
        }
        let text = line.hasPrefix(",") ? String(line.dropFirst()) : line
        guard let item = JSONValue(parsing: text).flatMap({ PlanItem(json: $0) }) else { throw changed() }
        return item
    }

    /// The seal that the closing line carries, found to fit what stands before it.
    func closingSeal(after count: Int) throws -> String {
        guard let closing, try reader.next() == nil else { throw changed() }
        guard closing.text == "],\"count\":\(count),\"seal\":\"\(closing.sealBefore)\"}" else { throw changed() }
        return closing.sealBefore
    }

    func changed() -> Fault {
        Fault(
            .badData, "the plan \(path) was changed or cut off after it was written", notes: ["nothing more is done"],
            help: "make the plan anew")
    }

    private func line() throws -> String? {
        guard let bytes = try reader.next() else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw changed() }
        seal.add(text)
        return text
    }
}
