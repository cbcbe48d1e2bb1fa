import Faults
import Model

/// Lists that people keep in files, read in constant memory.
package enum ItemFile {
    /// Gives every line to the body, without its end.
    ///
    /// - Parameter path: `-` is standard input.
    /// - Throws: `Fault(.noSuch)`, `.denied` or `.inputOutput` when it cannot be read, `.badData` for a line beyond 64 KiB.
    package static func lines(of path: String, _ body: ([UInt8]) throws -> Void) throws {
        let reader = try LineReader(path: path == "-" ? "/dev/stdin" : path)
        while let line = try reader.next() { try body(line) }
    }

    /// The items of a plain list.
    package static func items(of path: String) throws -> [String] {
        var items: [String] = []
        try lines(of: path) { line in
            if let (item, _) = PlainList.item(line) { items.append(item) }
        }
        return items
    }

    /// The fault of a file some lines of which cannot be understood.
    ///
    /// - Parameters:
    ///   - count: how many there are.
    ///   - faults: the first of them.
    package static func fault(_ path: String, _ count: Int, _ faults: [LineFault]) -> Fault {
        let name = path == "-" ? "standard input" : path
        let more = count - faults.count
        return Fault(
            .badData, count == 1 ? "a line of \(name) cannot be read" : "\(count) lines of \(name) cannot be read",
            notes: faults.map { "line \($0.line): \($0.reason)" } + (more > 0 ? ["and \(more) more"] : []),
            help: "put them right, or take them out; nothing was changed")
    }
}
