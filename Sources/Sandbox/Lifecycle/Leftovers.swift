import Glibc

/// Server processes that work in a sandbox's directory, also those that have not written down their process id yet.
enum Leftovers {
    /// Nothing else is ever stopped: a shell that happens to stand in the directory is left alone.
    private static let programs: Set = [
        "postgres", "initdb", "redis-server", "radosgw", "ceph-mon", "ceph-osd", "ceph-mgr",
    ]

    static func processes(in directory: String) -> [ServerProcess] {
        guard let real = realpath(directory, nil), let handle = opendir("/proc") else { return [] }
        let path = String(cString: real)
        free(real)
        defer { closedir(handle) }
        var found: [ServerProcess] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let id = pid_t(name), id != getpid(), let place = link("/proc/\(name)/cwd"),
                place == path || place.hasPrefix("\(path)/"), let program = link("/proc/\(name)/exe"),
                let file = program.split(separator: "/").last?.split(separator: " ").first,
                programs.contains(String(file))
            else { continue }
            found.append(ServerProcess(id: id))
        }
        return found
    }

    private static func link(_ path: String) -> String? {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
