import Glibc
import Sandbox

/// A server beside the program under test, ended with its owner.
final class Neighbour {
    let port: Int
    private let process: pid_t

    /// Starts a program that gets a free port as its first word, and waits until it listens.
    init(_ program: String, _ words: [String] = []) throws {
        port = try Loopback.freePort()
        var arguments = ([program, "\(port)"] + words).map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process = pid_t()
        guard posix_spawn(&process, program, nil, nil, &arguments, environ) == 0 else {
            throw Raw.Trouble(path: program)
        }
        self.process = process
        while !Self.answers(port) { usleep(10_000) }
    }

    deinit {
        // The mask of signals is inherited, and may hold the polite ones back.
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    }

    private static func answers(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

/// What all processors of the machine did together, in seconds since it was started.
struct ProcessorTime {
    static var busy: Double {
        guard let file = fopen("/proc/stat", "r") else { return .nan }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 512)
        guard fgets(&line, 512, file) != nil else { return .nan }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let ticks = text.split(separator: " ").dropFirst().compactMap { Double($0.filter(\.isNumber)) }
        // User, nice, system, (idle, waiting for disks,) interrupts, soft interrupts.
        let used = ticks.enumerated().filter { ![3, 4].contains($0.offset) && $0.offset < 7 }.map(\.element)
        return used.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
