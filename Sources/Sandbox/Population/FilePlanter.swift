import Faults
import Glibc

/// Where a population's files are written to.
package protocol FilePlanter: Sendable {
    /// Writes the files of some groups, which nobody else writes.
    /// - Throws: `Fault(.inputOutput)`, `.denied` or what the driver throws.
    func plant(_ files: [PlantedFile]) async throws
}

/// Writes below a directory that this program made.
package struct DirectoryPlanter: FilePlanter {
    package let root: String

    package init(root: String) {
        self.root = root
    }

    package func plant(_ files: [PlantedFile]) async throws {
        for file in files {
            let path = "\(root)/\(file.key)"
            switch file.entry {
            case .file(let kind, let size): try write(kind.content(size: size), to: path)
            case .symbolicLink(let target):
                try makeParents(of: path)
                guard symlink(target, path) == 0 || errno == EEXIST else { throw Self.fault("make", path) }
            case .directory: try makeParents(of: path + "/.")
            }
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
        var descriptor = open(path, flags, 0o644)
        if descriptor < 0, errno == ENOENT {
            try makeParents(of: path)
            descriptor = open(path, flags, 0o644)
        }
        guard descriptor >= 0 else { throw Self.fault("write", path) }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else { throw Self.fault("write", path) }
    }

    /// The deepest directories are new and the upper ones are there, so the search goes upwards.
    private func makeParents(of path: String) throws {
        var missing: [String] = []
        var directory = path
        while let slash = directory.lastIndex(of: "/"), slash != directory.startIndex {
            directory = String(directory[..<slash])
            if mkdir(directory, 0o755) == 0 || errno == EEXIST { break }
            guard errno == ENOENT, directory != root else { throw Self.fault("make", directory) }
            missing.append(directory)
        }
        for directory in missing.reversed() {
            guard mkdir(directory, 0o755) == 0 || errno == EEXIST else { throw Self.fault("make", directory) }
        }
    }

    static func fault(_ verb: String, _ path: String) -> Fault {
        let code = errno
        return Fault(
            code == EACCES || code == EPERM ? .denied : .inputOutput,
            "cannot \(verb) \(path): \(String(cString: strerror(code)))")
    }
}

extension Population {
    /// Writes all files, `width` groups of groups at a time.
    package func plant(by planter: some FilePlanter, width: Int = 2) async throws -> (files: Int, bytes: Int) {
        let portion = 200
        let groups = fileGroups
        return try await withThrowingTaskGroup(of: (files: Int, bytes: Int).self) { tasks in
            var next = 0
            var total = (files: 0, bytes: 0)
            var running = 0
            while next < groups || running > 0 {
                while next < groups, running < width {
                    let range = next..<min(next + portion, groups)
                    next = range.upperBound
                    running += 1
                    tasks.addTask {
                        try Task.checkCancellation()
                        let files = range.flatMap { self.files(inGroup: $0) }
                        try await planter.plant(files)
                        return (files.count, files.reduce(0) { $0 + $1.size })
                    }
                }
                if let done = try await tasks.next() {
                    running -= 1
                    total = (total.files + done.files, total.bytes + done.bytes)
                }
            }
            return total
        }
    }
}
