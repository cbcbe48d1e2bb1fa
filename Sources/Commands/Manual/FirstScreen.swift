import ArgumentParser
import Console

/// What somebody sees who types the program's name alone: its commands by who needs them, on one screen.
package enum FirstScreen {
    package static func text(for terminal: Terminal) -> String {
        let root = MastoctlCommand.configuration
        let groups = root.groupedSubcommands
        let width = groups.flatMap(\.subcommands).map { $0._commandName.count }.max() ?? 0
        var lines = [root.abstract, ""]
        for group in groups {
            lines.append(terminal.paint(group.name, .bold))
            for command in group.subcommands {
                let name = command._commandName
                let gap = String(repeating: " ", count: width + 2 - name.count)
                lines.append("  \(name)\(gap)\(command.configuration.abstract)")
            }
        }
        lines += [
            "", "`mastoctl COMMAND --help` tells more of a command,",
            "`mastoctl sandbox start` lets you try each of them on a server of no importance.",
        ]
        return lines.map { $0 + "\n" }.joined()
    }
}
