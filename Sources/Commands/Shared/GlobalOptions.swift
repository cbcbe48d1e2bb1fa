import ArgumentParser
import Configuration
import Console
import Presentation

/// Options every command takes.
typealias GlobalOptions = SharedOptions<NoForms>

/// Options every command takes, of one whose answer has forms of its own.
struct SharedOptions<Forms: OwnForms>: ParsableArguments {
    @Option(help: ArgumentHelp("Use this profile.", valueName: "name"))
    var profile: String?

    @Option(
        help: ArgumentHelp("Read the instance's settings from this file.", valueName: "file"),
        completion: .file())
    var envFile: String?

    @Option(
        name: .customLong("api-url"),
        help: ArgumentHelp("Reach the server's Admin API at this address.", valueName: "url"))
    var apiURL: String?

    @Option(help: ArgumentHelp("The form of the answer: \(Form<Forms>.wordsInProse).", valueName: "form"))
    var format: Form<Forms>?

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
    static var valued: Set<String> {
        ["--profile", "--env-file", "--api-url", "--format", "--color", "--progress", "--log-file"]
    }
    static var flags: Set<String> { ["--quiet", "-q"] }

    /// What the command line says about settings.
    var overrides: [Override] {
        var all: [Override] = []
        if let profile { all.append(Override(flag: "--profile", key: "profile", value: profile)) }
        if let envFile { all.append(Override(flag: "--env-file", key: "env_file", value: envFile)) }
        if let apiURL { all.append(Override(flag: "--api-url", key: "lanes.api_url", value: apiURL)) }
        if let logFile { all.append(Override(flag: "--log-file", key: "run.log_file", value: logFile)) }
        return all
    }
}
