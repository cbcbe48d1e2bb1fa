import ArgumentParser
import Configuration
import Faults
import Glibc
import Model
import Presentation

extension Schedule.Kind: ExpressibleByArgument {}

/// Gathers what a scheduler's files are filled with: this program, this instance, whoever may touch its media.
struct ScheduleMaking {
    private let configuration: Configuration
    private let files = SystemFileReader()
    private var selection: [String] = []
    private var readable: [String] = []
    /// Folders a run writes files in, besides the state folder and the media.
    var writable: [String] = []

    init(_ configuration: Configuration) {
        self.configuration = configuration
        if let path = configuration.profilePath { selection += ["--profile", path] }
        if let path = configuration.envFilePath {
            // A profile that names the file need not be told again.
            if case .profile = configuration.origin(of: "env_file") {} else { selection += ["--env-file", path] }
        }
        readable = [configuration.profilePath, configuration.envFilePath].compactMap { $0 }
    }

    /// One more option that names a file the run reads.
    mutating func select(_ option: String, _ path: String) {
        selection += [option, files.absolute(path)]
        readable.append(files.absolute(path))
    }

    /// - Parameter policy: as a file of its own holds it.
    /// - Throws: `Fault(.badData)` for a path that no such file can hold.
    func facts(_ work: Schedule.Work, options: [String], policy: String?) throws -> Schedule.Facts {
        let run = configuration.run
        let mediaRoot: String? =
            if case .filesystem(let root, _) = configuration.storage { root } else { nil }
        let owner = Owner(of: mediaRoot)
        let written = [run.metricsFile, run.logFile].compactMap { $0 }.map(files.absolute).map(Self.directory)
        let facts = Schedule.Facts(
            work, program: Self.program, version: Version.number,
            instance: configuration.identity.localDomain ?? "instance",
            profile: configuration.profileName.flatMap { $0 == "default" ? nil : $0 },
            selection: selection, options: options, traces: traces, user: owner.name,
            userID: owner.userID, groupID: owner.groupID, mediaRoot: mediaRoot,
            stateDirectory: isWritten("run.state_dir") ? run.stateDirectory : nil,
            writable: Array(Set(written + writable)).sorted(), readable: readable, policy: policy)
        let words = [facts.program, facts.instance] + facts.arguments + facts.writable + [mediaRoot ?? ""]
        if words.contains(where: { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }) {
            throw Fault(.badData, "a path with control characters in it fits no scheduler's file")
        }
        return facts
    }

    /// What a run leaves behind, where the profile does not say it.
    private var traces: [String] {
        var words: [String] = []
        func add(_ name: String, _ path: String?, setting: String) {
            if isWritten(setting) { return }
            if let path { words += [name, files.absolute(path)] }
        }
        add("--metrics-file", configuration.run.metricsFile, setting: "run.metrics_file")
        add("--log-file", configuration.run.logFile, setting: "run.log_file")
        return words
    }

    /// Whether a file that the scheduled run reads says it too; this shell's environment it will not have.
    private func isWritten(_ setting: String) -> Bool {
        switch configuration.origin(of: setting) {
        case .profile, .envFile: true
        case .flag, .environment, .standard: false
        }
    }

    private static var program: String {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = buffer.withUnsafeMutableBytes { readlink("/proc/self/exe", $0.baseAddress!, $0.count) }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : "/usr/bin/mastoctl"
    }

    static func directory(_ path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/"
    }
}

/// Who owns the media, and so may delete them; whoever runs this where they cannot be asked.
private struct Owner {
    var name: String
    var userID: UInt32
    var groupID: UInt32

    init(of path: String?) {
        var status = stat()
        let isThere = path.map { stat($0, &status) == 0 } ?? false
        userID = isThere ? status.st_uid : getuid()
        groupID = isThere ? status.st_gid : getgid()
        name = getpwuid(userID).map { String(cString: $0.pointee.pw_name) } ?? "\(userID)"
    }
}
