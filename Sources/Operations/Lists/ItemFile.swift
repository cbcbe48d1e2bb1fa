import Faults
import Model
import Stores

/// Lists that people keep in files, read in constant memory.
package enum ItemFile {
    /// Gives every line to the body, without its end.
    ///
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - longest: bytes a line may have.
    /// - Throws: `Fault(.noSuch)`, `.denied` or `.inputOutput` when it cannot be read, `.badData` for a line that is too
    ///   long and for text in UTF-16.
    package static func lines(
        of path: String, longest: Int = LineReader.longest, _ body: ([UInt8]) throws -> Void
    ) throws {
        let reader = try LineReader(path: path == "-" ? "/dev/stdin" : path, longest: longest)
        while let line = try reader.next() {
            if reader.number == 1, TextEncoding.isUTF16(line) {
                throw Fault(
                    .badData, "\(name(path)) is written in UTF-16", notes: ["nothing was changed"],
                    help: "save it as UTF-8")
            }
            try body(line)
        }
    }

    /// The items of a plain list.
    package static func items(of path: String) throws -> [String] {
        var items: [String] = []
        try lines(of: path) { line in
            if let (item, _) = PlainList.item(line) { items.append(item) }
        }
        return items
    }

    /// The whole text, without the end of its last line.
    package static func text(of path: String) throws -> String {
        var all: [[UInt8]] = []
        try lines(of: path) { all.append($0) }
        return String(decoding: Array(all.joined(separator: [UInt8(ascii: "\n")])), as: UTF8.self)
    }

    /// Refuses a file some lines of which cannot be understood, unless they are to be left out.
    package static func require(_ unread: UnreadLines, of path: String, skipsBad: Bool) throws {
        guard unread.count > 0, !skipsBad else { return }
        throw Fault(
            .badData, Noun.counted(unread.count, "lines of \(name(path))", "cannot be read"), notes: unread.words(20),
            help: "put them right, or go on without them by --skip-bad; nothing was changed")
    }

    /// What it is called before people.
    package static func name(_ path: String) -> String { path == "-" ? "standard input" : path }
}
