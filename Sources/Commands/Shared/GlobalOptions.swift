import ArgumentParser
import Configuration
import Console
import Presentation

/// Options every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this profile.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp("Read the instance's settings from this file.", valueName: "file"),
        completion: .file())
    var envFile: String?

    @Option(help: ArgumentHelp("The form of the answer: table, json, jsonl, tsv or ids.", valueName: "form"))
    var format: Format?

    @Flag(name: [.short, .long], help: "Say nothing but the answer, and in a run that went well not even that.")
    var quiet = false

    @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
    var color = ColourChoice.auto

    @Option(help: ArgumentHelp("Progress: auto, always or never.", valueName: "when"))
    var progress = StatusLine.Choice.auto

    @Option(
        help: ArgumentHelp("Append diagnostics to this file.", valueName: "file"), completion: .file())
    var logFile: String?

    /// Names that take a value, and names that do not.
    static let valued: Set<String> = ["--profile", "--env-file", "--format", "--color", "--progress", "--log-file"]
    static let flags: Set<String> = ["--quiet", "-q"]

    /// What the command line says about settings.
    var overrides: [Override] {
        var all: [Override] = []
        if let profile { all.append(Override(flag: "--profile", key: "profile", value: profile)) }
        if let envFile { all.append(Override(flag: "--env-file", key: "env_file", value: envFile)) }
        if let logFile { all.append(Override(flag: "--log-file", key: "run.log_file", value: logFile)) }
        return all
    }
}
