import Faults
import Glibc
import Processes
import Sandbox

/// The built program, run as a user runs it.
package struct Program: Sendable {
    /// `MASTOCTL`, or what the tests were built beside.
    package static let path: String =
        getenv("MASTOCTL").map { String(cString: $0) } ?? "\(buildFolder)/mastoctl"

    /// Whether it is there: `.enabled(if: Program.isBuilt)`. With `CI` set its tests run and fail.
    package static let isBuilt = getenv("CI") != nil || access(path, X_OK) == 0

    package struct Ending: Sendable {
        package var status: Int32
        package var output: String
        package var errors: String
    }

    /// Files of its own: state, standard output and error.
    package let folder = TemporaryFolder()
    package let environment: [String: String]

    private let executable: String

    /// - Parameter executable: another program in the place of the built one.
    package init(_ environment: [String: String] = [:], at executable: String = Program.path) {
        self.executable = executable
        let own = ["HOME": folder.path, "MASTOCTL_STATE_DIR": "\(folder.path)/state"]
        self.environment = own.merging(environment) { $1 }
    }

    /// For an instance of a test's own.
    package init(for instance: TestInstance) {
        self.init(["MASTOCTL_ENV_FILE": instance.environmentFile])
    }

    package func run(_ words: [String]) async throws -> Ending {
        try await start(words).ending()
    }

    package func start(_ words: [String]) throws -> Running {
        let name = "\(folder.path)/\(UInt64.random(in: 0 ... .max))"
        let child = try ChildProcess.spawn(
            "/bin/sh", ["-c", #"name=$1; shift; exec "$0" "$@" >"$name.out" 2>"$name.err""#, executable, name] + words,
            environment: environment)
        return Running(child: child, name: name, folder: folder)
    }

    package struct Running: Sendable {
        fileprivate let child: ChildProcess
        fileprivate let name: String
        fileprivate let folder: TemporaryFolder

        package func send(_ signal: Int32) { child.send(signal) }

        package func ending() async -> Ending {
            let status = await child.wait()
            let output = TextFile.read("\(name).out") ?? ""
            if status == 0 || status == 1 { AnswerShape.record(output) }
            return Ending(status: status, output: output, errors: TextFile.read("\(name).err") ?? "")
        }
    }

    /// Where SwiftPM puts what it builds: the test bundle's own folder.
    private static var buildFolder: String {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
        let path = String(decoding: buffer[..<max(count, 0)], as: UTF8.self)
        return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
}

/// Files as tests look at them.
package enum TextFile {
    /// Nil when it is not there.
    package static func read(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    /// The same as bytes.
    package static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
        return bytes
    }

    /// Whether a file holds a text, whatever else it holds.
    package static func contains(_ text: String, in path: String) -> Bool {
        guard let bytes = bytes(path), let first = text.utf8.first else { return false }
        let sought = Array(text.utf8)
        return bytes.withUnsafeBytes { bytes in
            var place = 0
            while place + sought.count <= bytes.count,
                let found = memchr(bytes.baseAddress! + place, Int32(first), bytes.count - place - sought.count + 1)
            {
                if memcmp(found, sought, sought.count) == 0 { return true }
                place = UnsafeRawPointer(found) - bytes.baseAddress! + 1
            }
            return false
        }
    }

    package static func write(_ text: String, to path: String) { write(Array(text.utf8), to: path) }

    package static func write(_ bytes: [UInt8], to path: String) {
        guard let file = fopen(path, "w") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    /// Permission bits.
    package static func mode(_ path: String) -> UInt32? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }
}
