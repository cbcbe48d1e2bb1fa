import Glibc

/// What a whole process cost, as the kernel accounts it.
struct ProcessFigures {
    /// Seconds by the clock.
    var wall: Double
    /// Seconds of processor, user and system.
    var cpu: Double
    /// Bytes resident at the peak.
    var memory: Int64
    var status: Int32

    /// Runs a program to its end; what it prints is thrown away.
    static func of(_ words: [String], environment: [String: String] = [:]) -> ProcessFigures {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var arguments = words.map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = []
        var next = environ
        while let entry = next.pointee {
            variables.append(strdup(entry))
            next += 1
        }
        variables += environment.map { strdup("\($0)=\($1)") } + [nil]
        defer {
            arguments.forEach { free($0) }
            variables.forEach { free($0) }
        }
        var process = pid_t()
        let start = ContinuousClock.now
        guard posix_spawnp(&process, words[0], &actions, nil, &arguments, &variables) == 0 else {
            return ProcessFigures(wall: .nan, cpu: .nan, memory: 0, status: 127)
        }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
        let wall = (ContinuousClock.now - start).inSeconds
        let cpu = usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
        // As a shell tells it: a signal's number and 128. What did not do its work took for ever, so that no bound holds.
        let ending = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        return ProcessFigures(
            wall: ending == 0 ? wall : .infinity, cpu: cpu, memory: Int64(usage.ru_maxrss) * 1_024, status: ending)
    }
}

extension timeval {
    fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}

extension Array where Element == Double {
    var median: Double {
        let sorted = self.sorted()
        return isEmpty ? .nan : (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
