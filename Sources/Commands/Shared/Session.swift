import Assembly
import Configuration
import Console
import Faults
import Operations

/// What a command runs in: the streams, the environment, the wish to stop.
final class Session {
    let output: Output
    let environment: [String: String]
    let stopping: Stopping
    /// The command line, for the log.
    let words: [String]
    /// Whether the program was called by tootctl's name, and so is to say what that says.
    let isTootctl: Bool
    /// Where a log file was asked for.
    private(set) var log: RunLog?
    /// Set once a command has read its configuration; what faults are explained with.
    private(set) var configuration: Configuration?

    init(output: Output, environment: [String: String], stopping: Stopping, words: [String], isTootctl: Bool = false) {
        self.output = output
        self.isTootctl = isTootctl
        self.words = words
        self.environment = environment
        self.stopping = stopping
    }

    /// Reads the configuration, and tells its warnings once.
    ///
    /// - Throws: `FarSide` where the command is to run on another machine.
    func configure(_ overrides: [Override]) throws -> Configuration {
        try leave(overrides)
        let loaded = try Configuration.load(
            overrides: overrides, environment: environment, files: SystemFileReader())
        configuration = loaded
        if let path = loaded.run.logFile, log == nil {
            let output = output
            log = RunLog(LogFile(path: path) { output.warn($0) })
            log?.started(words, loaded)
        }
        for warning in loaded.warnings { output.warn(warning) }
        return loaded
    }

    /// A warning for the person and for the log.
    var warn: @Sendable (String) -> Void {
        { [output, log] text in
            output.warn(text)
            log?.warning(text)
        }
    }

    /// Reads the configuration as far as it can be understood, for commands that look at the configuration itself.
    ///
    /// - Throws: `FarSide` where the command is to run on another machine.
    func inspect(_ overrides: [Override]) throws -> ConfigurationInspection {
        try leave(overrides)
        let found = try Configuration.inspect(
            overrides: overrides, environment: environment, files: SystemFileReader())
        configuration = found.configuration
        return found
    }

    private func leave(_ overrides: [Override]) throws {
        if let far = try FarSide.named(by: overrides, environment: environment, files: SystemFileReader()) { throw far }
    }

    func fault(for error: any Error) -> Fault {
        FaultTranslation(configuration).fault(for: error)
    }
}
