import Glibc

/// What a whole process cost, as the kernel accounts it.
struct ProcessFigures {
    /// Seconds by the clock.
    var wall: Double
    /// Seconds of processor, user and system.
    var cpu: Double
    /// Bytes resident at the peak of the largest process.
    var memory: Int64
    /// Bytes resident at the peak of the program itself, without those it has started.
    var own: Int64
    var status: Int32

    static let failed = ProcessFigures(wall: .infinity, cpu: .nan, memory: 0, own: 0, status: 127)

    /// Runs a program to its end; what it prints is thrown away.
    ///
    /// - Parameter folder: holds `measure`, and gets what that wrote.
    static func of(_ words: [String], environment: [String: String] = [:], in folder: String) -> ProcessFigures {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        let measure = "\(folder)/measure"
        let file = "\(folder)/figures"
        unlink(file)
        var arguments = ([measure, file] + words).map { strdup($0) } + [nil]
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
        guard posix_spawn(&process, measure, &actions, nil, &arguments, &variables) == 0 else { return .failed }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status == 0 ? read(file) ?? .failed : .failed
    }

    /// `seconds seconds kilobytes status kilobytes`
    private static func read(_ path: String) -> ProcessFigures? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, 256, file) != nil else { return nil }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let numbers = text.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
        guard numbers.count == 5 else { return nil }
        let status = Int32(numbers[3])
        // As a shell tells it: a signal's number and 128. What did not do its work took for ever, so that no bound holds.
        let ending = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
        return ProcessFigures(
            wall: ending == 0 ? numbers[0] : .infinity, cpu: numbers[1], memory: Int64(numbers[2]) * 1_024,
            own: Int64(numbers[4]) * 1_024, status: ending)
    }
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
