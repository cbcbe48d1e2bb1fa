import Faults
import Glibc
import Model

/// Writes a plan: one JSON object, its items a line each, so that any number of them fits in constant memory.
///
/// Nobody but the owner may read it, and a file that exists is never replaced. Confined to one task at a time.
package final class PlanWriter {
    private let file: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var seal = PlanSeal()
    private var isFinished = false
    /// Items written so far.
    package private(set) var count = 0

    /// - Throws: `Fault(.inputOutput)`, or `Fault(.usage)` when there is a file of that name.
    package init(path: String, _ header: PlanHeader) throws {
        // First, since a writer that is made removes its file again unless it is finished.
        file = try Self.create(path)
        self.path = path
        let text = JSONValue.object(header.members).text
        try add(line: text.dropLast() + ",\"items\":[")
    }

    private static func create(_ path: String) throws -> Int32 {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if file >= 0 { return file }
        let code = errno
        if code == EEXIST {
            throw Fault(.usage, "\(path) exists already", help: "name another file, or remove it first")
        }
        throw Fault(.inputOutput, "cannot write the plan \(path)", notes: [FileError.reason(code)])
    }

    deinit {
        close(file)
        if !isFinished { unlink(path) }
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
        let end = "],\"count\":\(count),\"seal\":\"\(seal.text)\"}"
        try add(line: end)
        try flush()
        guard fsync(file) == 0 else { throw fault(errno) }
        isFinished = true
    }

    private func add(line: String) throws {
        seal.add(line)
        buffer += Array(line.utf8) + [10]
        if buffer.count >= 1 << 16 { try flush() }
    }

    private func flush() throws {
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw fault(errno) }
            rest = rest.dropFirst(count)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func fault(_ code: Int32) -> Fault {
        Fault(.inputOutput, "cannot write the plan \(path)", notes: [FileError.reason(code)])
    }
}
