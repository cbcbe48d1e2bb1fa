import Glibc
import Model

/// A machine, as the kernel tells of it in `/proc` and `/sys`, and its file systems: this one, or another as it has told.
package struct Machine: Sendable {
    enum Source: Sendable {
        /// What stands before each path: nothing, or a folder that looks like a machine.
        case here(root: String)
        case told(MachineReport)
    }

    let source: Source

    package init(root: String = "") {
        source = .here(root: root)
    }

    package init(_ report: MachineReport) {
        source = .told(report)
    }

    /// Whether it is another than the one this runs on.
    package var isFar: Bool { if case .told = source { true } else { false } }

    /// A file's text up to 1 MB; nil when it cannot be read.
    package func text(_ path: String) -> String? {
        switch source {
        case .told(let report): return report.texts[path]
        case .here(let root): return Self.text(root + path)
        }
    }

    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < 1 << 20 {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package func exists(_ path: String) -> Bool {
        switch source {
        case .told(let report): report.texts[path] != nil
        case .here(let root): access(root + path, F_OK) == 0
        }
    }

    /// The number behind a word at the start of a line: `MemTotal:` in `/proc/meminfo`.
    package func number(_ word: String, in path: String) -> Double? {
        for line in (text(path) ?? "").split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count > 1, parts[0] == word { return Double(parts[1]) }
        }
        return nil
    }

    /// In a container, what the kernel tells is about all of its machine.
    package var isContainer: Bool { exists("/.dockerenv") || exists("/run/.containerenv") }

    /// Bytes of memory.
    package var memory: Int64? { number("MemTotal:", in: "/proc/meminfo").map { Int64($0 * 1_024) } }

    package struct Room: Sendable {
        /// Bytes that an ordinary user can still write, and all of them.
        package var free: Int64
        package var size: Int64
        package var freeFiles: Int64
        package var files: Int64
    }

    /// The file system a path is on, looked at at the nearest folder there is; nil when there is none.
    package func room(at path: String) -> Room? {
        let root: String
        switch source {
        case .told(let report): return report.rooms[path]
        case .here(let folder): root = folder
        }
        var place = path
        var space = statvfs()
        while statvfs(root + place, &space) != 0 {
            guard let slash = place.lastIndex(of: "/"), place.count > 1 else { return nil }
            place = slash == place.startIndex ? "/" : String(place[..<slash])
        }
        let unit = Int64(space.f_frsize)
        return Room(
            free: Int64(space.f_bavail) * unit, size: Int64(space.f_blocks) * unit, freeFiles: Int64(space.f_favail),
            files: Int64(space.f_files))
    }

    /// Seconds since 1970 at which a file was last written; nil when there is none.
    package func modified(_ path: String) -> Double? {
        switch source {
        case .told(let report): return report.modes[path]?.modified
        case .here(let root):
            var information = stat()
            guard stat(root + path, &information) == 0 else { return nil }
            return Double(information.st_mtim.tv_sec) + Double(information.st_mtim.tv_nsec) / 1e9
        }
    }

    /// Permission bits and owner of a file or folder.
    package func mode(_ path: String) -> (bits: UInt32, user: UInt32)? {
        switch source {
        case .told(let report): return report.modes[path].map { ($0.bits, $0.user) }
        case .here(let root):
            var information = stat()
            guard stat(root + path, &information) == 0 else { return nil }
            return (information.st_mode & 0o7777, information.st_uid)
        }
    }

    /// What stands in a folder of which something is known; empty without one.
    package func names(in folder: String) -> [String] {
        switch source {
        case .told(let report): report.names(in: folder)
        case .here(let root): FolderListing.names(in: root + folder)
        }
    }

    /// One of the server's own processes.
    package struct Process: Sendable {
        package var id: Int
        /// `web`, `sidekiq` or `streaming`.
        package var part: String
        /// Seconds since 1970.
        package var started: Double
        /// Nil where another user's may not be read.
        package var environment: [String: String]?
    }

    /// The server's processes: puma, sidekiq, and node in a folder of streaming.
    package func processes() -> [Process] {
        let boot = number("btime", in: "/proc/stat") ?? 0
        let ids = Set(names(in: "/proc").compactMap { Int($0.prefix { $0 != "/" }) })
        return ids.sorted().compactMap { id -> Process? in
            guard let part = part(of: text("/proc/\(id)/cmdline") ?? "") else { return nil }
            // Behind the name in brackets, the 20th field is the start in ticks of a hundredth of a second.
            let fields = (text("/proc/\(id)/stat") ?? "").split(separator: ")").last?.split(separator: " ") ?? []
            let started = fields.count > 19 ? boot + (Double(fields[19]) ?? 0) / 100 : 0
            return Process(id: id, part: part, started: started, environment: environment("/proc/\(id)/environ"))
        }
    }

    private func part(of line: String) -> String? {
        let words = line.split(separator: "\0").map(String.init)
        guard let first = words.first else { return nil }
        if first.hasPrefix("puma") && !first.contains("cluster worker") { return "web" }
        if first.hasPrefix("sidekiq ") || words.contains(where: { $0.hasSuffix("/sidekiq") }) { return "sidekiq" }
        let isNode = first == "node" || first.hasSuffix("/node")
        return isNode && words.dropFirst().contains { $0.contains("streaming") } ? "streaming" : nil
    }

    private func environment(_ path: String) -> [String: String]? {
        guard let text = text(path), !text.isEmpty else { return nil }
        var values: [String: String] = [:]
        for entry in text.split(separator: "\0") {
            guard let mark = entry.firstIndex(of: "=") else { continue }
            values[String(entry[..<mark])] = String(entry[entry.index(after: mark)...])
        }
        return values
    }
}
