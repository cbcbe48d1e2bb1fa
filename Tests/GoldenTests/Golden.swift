import Commands
import Glibc
import Support
import Testing

/// What the program makes of itself, made once: it takes some seconds.
enum Made {
    static let files = Result { try Shipped.files() }

    /// What `--help` says of every command, by path below the repository, and what the program's name alone says.
    static let help = Result {
        let tree = try Shipped.tree()
        var texts = ["\(helpFolder)/first-screen.txt": Shipped.firstScreen]
        for command in tree.everyone {
            texts["\(helpFolder)/\(command.words.joined(separator: "-")).txt"] = Shipped.help(of: command)
        }
        return texts
    }

    static let helpFolder = "Tests/Golden/help"
}

/// A directory whose files are what the program makes. `RECORD_GOLDEN=1` rewrites them; otherwise they must be equal.
struct Golden {
    /// The repository.
    static let repository: String = {
        #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    }()

    static var isRecording: Bool { getenv("RECORD_GOLDEN").map { String(cString: $0) } == "1" }

    /// Writes the files when recording. Otherwise tells, a sentence each, which differ and which belong to nothing.
    ///
    /// - Parameter directories: of which every file must be among them, so that none outlives its command.
    static func differences(
        _ files: [String: String], in directories: [String], root: String = repository, record: Bool = isRecording
    ) -> [String] {
        let leftovers = directories.flatMap { directory in
            names(in: "\(root)/\(directory)").map { "\(directory)/\($0)" }.filter { files[$0] == nil }
        }
        if record {
            for (path, text) in files { write(text, to: "\(root)/\(path)") }
            for path in leftovers { unlink("\(root)/\(path)") }
            return []
        }
        let changed = files.keys.filter { TextFile.read("\(root)/\($0)") != files[$0] }
        return changed.sorted().map { "\($0) differs; RECORD_GOLDEN=1 rewrites it" }
            + leftovers.sorted().map { "\($0) belongs to nothing" }
    }

    private static func write(_ text: String, to path: String) {
        var directory = ""
        for part in path.split(separator: "/").dropLast() {
            directory += "/" + part
            mkdir(directory, 0o755)
        }
        guard let file = fopen(path, "w") else {
            Issue.record("cannot write \(path)")
            return
        }
        fputs(text, file)
        fclose(file)
    }

    private static func names(in directory: String) -> [String] {
        guard let handle = opendir(directory) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names
    }
}
