import ArgumentParser
import Configuration
import Console
import Faults

/// The files made from the command tree: what is in the repository is exactly this.
package enum Shipped {
    /// The files of this program.
    package static func files() throws -> [String: String] { try files(for: MastoctlCommand.self, tree()) }

    /// The command tree of this program, made once.
    package static func tree() throws -> CommandTree { try own.get() }

    private static let own = Result { try CommandTree.of(MastoctlCommand.self) }

    /// By path below the repository: `man/mastoctl-media-remove.1`, `completions/mastoctl.bash`.
    package static func files(for root: any ParsableCommand.Type) throws -> [String: String] {
        try files(for: root, CommandTree.of(root))
    }

    private static func files(for root: any ParsableCommand.Type, _ tree: CommandTree) -> [String: String] {
        var files: [String: String] = [:]
        for page in ManualPage.all(of: tree, facts: facts) { files["man/\(page.name).1"] = page.text }
        let name = tree.commandName
        files["completions/\(name).bash"] = root.completionScript(for: .bash)
        files["completions/_\(name)"] = root.completionScript(for: .zsh)
        files["completions/\(name).fish"] = root.completionScript(for: .fish)
        return files.mapValues { $0.hasSuffix("\n") ? $0 : $0 + "\n" }
    }

    /// What `--help` says off a terminal.
    package static func help(of command: CommandTree) -> String { HelpPage.text(of: command, for: plain) }

    /// What the program's name alone says.
    package static var firstScreen: String { FirstScreen.text(for: plain) }

    private static let plain = Terminal(isTerminal: false, width: nil, usesColour: false)

    /// What is true of every command.
    package static var facts: ManualPage.Facts {
        ManualPage.Facts(
            version: Version.number,
            statuses: ExitStatus.allCases.map { ($0.rawValue, $0.explanation) },
            variables: terminalVariables + Setting.variables,
            files: [
                ("/etc/mastoctl/*.toml", "profiles of this machine; default.toml, or the only one, is used"),
                ("~/.config/mastoctl/*.toml", "profiles of the user, which come first"),
                (".env.production", "the instance's own settings, in the working directory or the profile's root"),
                ("/var/lib/mastoctl", "journals and checkpoints of root; other users have ~/.local/state/mastoctl"),
            ],
            groups: MastoctlCommand.configuration.groupedSubcommands.map { group in
                (group.name, group.subcommands.map { $0._commandName })
            })
    }

    private static let terminalVariables: [(name: String, summary: String)] = [
        ("NO_COLOR", "no colour when it is set and not empty"),
        ("CLICOLOR_FORCE", "colour off a terminal too, when it is set and not 0"),
        ("TERM", "a dumb terminal gets no colour and no status line"),
        ("COLUMNS", "the terminal's width, when it is to differ from the real one"),
        ("LC_ALL", "a locale whose name tells UTF-8 allows letters beyond ASCII in charts; also LC_CTYPE and LANG"),
        ("LC_CTYPE", "as LC_ALL"), ("LANG", "as LC_ALL"),
        ("PATH", "where the sandbox looks for PostgreSQL and Redis"),
    ]
}
