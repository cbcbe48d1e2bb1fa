import ArgumentParser
import Configuration
import Faults
import Glibc
import Model
import Presentation

extension PruneSchedule.Kind: ExpressibleByArgument {}

extension PruneCommand {
    /// What the scheduler's files are filled with: this program, this instance, these options.
    ///
    /// - Throws: `Fault(.badData)` for a path that no such file can hold.
    func scheduleFacts(_ configuration: Configuration, policy parts: [PruneSettings]) throws -> PruneSchedule.Facts {
        let files = SystemFileReader()
        let run = configuration.run
        let mediaRoot: String? =
            if case .filesystem(let root, _) = configuration.storage { root } else { nil }
        let owner = Owner(of: mediaRoot)
        let written = [run.metricsFile, run.logFile].compactMap { $0 }.map(files.absolute)
        let policy = policy.map(files.absolute)
        let facts = PruneSchedule.Facts(
            program: Self.program, version: Version.number, instance: configuration.identity.localDomain ?? "instance",
            profile: configuration.profileName.flatMap { $0 == "default" ? nil : $0 },
            selection: selection(configuration, policy), options: options, traces: traces(configuration, files),
            user: owner.name,
            userID: owner.userID, groupID: owner.groupID, mediaRoot: mediaRoot,
            stateDirectory: isWritten("run.state_dir", configuration) ? run.stateDirectory : nil,
            writable: Array(Set(written.map(Self.directory))).sorted(),
            readable: [configuration.profilePath, configuration.envFilePath, policy].compactMap { $0 },
            policy: PruneSettings.text(of: parts))
        let words = [facts.program, facts.instance] + facts.arguments + facts.writable + [mediaRoot ?? ""]
        if words.contains(where: { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }) {
            throw Fault(.badData, "a path with control characters in it fits no scheduler's file")
        }
        return facts
    }

    private func selection(_ configuration: Configuration, _ policy: String?) -> [String] {
        var words: [String] = []
        if let path = configuration.profilePath { words += ["--profile", path] }
        if let path = configuration.envFilePath {
            // A profile that names the file need not be told again.
            if case .profile = configuration.origin(of: "env_file") {} else { words += ["--env-file", path] }
        }
        if let policy { words += ["--policy", policy] }
        return words
    }

    private var options: [String] {
        var words: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value { words += [name, value] }
        }
        add("--only", only?.parts.map(\.rawValue).joined(separator: ","))
        add("--limit", running.limit.map(String.init))
        add("--deadline", running.deadline.map { "\($0.wholeSeconds)s" })
        add("--rate", running.rate.map { "\($0.itemsPerSecond)/s" })
        add("--concurrency", running.concurrency.map(String.init))
        add("--lock-wait", running.lockWait.map { "\($0.wholeSeconds)s" })
        add("--allow-schema", running.allowSchema)
        return words
    }

    /// What a run leaves behind, where the profile does not say it.
    private func traces(_ configuration: Configuration, _ files: SystemFileReader) -> [String] {
        var words: [String] = []
        func add(_ name: String, _ path: String?, setting: String) {
            if isWritten(setting, configuration) { return }
            if let path { words += [name, files.absolute(path)] }
        }
        add("--metrics-file", configuration.run.metricsFile, setting: "run.metrics_file")
        add("--log-file", configuration.run.logFile, setting: "run.log_file")
        return words
    }

    /// Whether a file that the scheduled run reads says it too; this shell's environment it will not have.
    private func isWritten(_ setting: String, _ configuration: Configuration) -> Bool {
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

    private static func directory(_ path: String) -> String {
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
