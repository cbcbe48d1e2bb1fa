/// One page of the manual, in man(7), of one command. It carries no date: the same sources give the same bytes.
package struct ManualPage: Sendable {
    /// What every page, or only the first, says besides the command itself.
    package struct Facts: Sendable {
        package var version: String
        package var statuses: [(number: Int32, explanation: String)]
        package var variables: [(name: String, summary: String)]
        package var files: [(path: String, summary: String)]
        /// The root's commands by who needs them; empty when there is no such order.
        package var groups: [(title: String, commands: [String])]

        package init(
            version: String, statuses: [(number: Int32, explanation: String)],
            variables: [(name: String, summary: String)], files: [(path: String, summary: String)],
            groups: [(title: String, commands: [String])] = []
        ) {
            self.version = version
            self.statuses = statuses
            self.variables = variables
            self.files = files
            self.groups = groups
        }
    }

    /// `mastoctl-media-remove`.
    package var name: String
    package var text: String

    /// A page for the command and for each below it that a user is told of.
    package static func all(of tree: CommandTree, facts: Facts) -> [ManualPage] {
        tree.everyone.map { command in
            let name = command.words.joined(separator: "-")
            return ManualPage(name: name, text: render(command, name: name, root: tree, facts: facts))
        }
    }

    private static func render(_ command: CommandTree, name: String, root: CommandTree, facts: Facts) -> String {
        var roff = Roff()
        let isRoot = command.words.count == 1
        let (description, examples) = command.parts

        roff.macro(
            "TH", name.uppercased(), "1", "", "\(root.commandName) \(facts.version)", "\(root.commandName) manual")
        roff.macro("SH", "NAME")
        roff.line("\(Roff.literal(name)) \\-")
        roff.prose(summary(command))
        roff.macro("SH", "SYNOPSIS")
        roff.line(command.synopsis(typed: Roff.bold, filled: Roff.italic))
        roff.macro("SH", "DESCRIPTION")
        roff.paragraphs(description.isEmpty ? (command.abstract ?? "").sentence : description)
        subcommands(command, isRoot ? facts.groups : [], &roff)
        options(command, &roff)
        roff.macro("SH", "EXIT STATUS")
        for status in facts.statuses { item(Roff.bold("\(status.number)"), status.explanation.sentence, &roff) }
        roff.macro("SH", "ENVIRONMENT")
        if isRoot {
            roff.prose("A variable here wins over the same name in the instance's env file, and a flag over both.")
            for variable in facts.variables { item(Roff.bold(variable.name), variable.summary.sentence, &roff) }
        } else {
            roff.line("Every variable read is listed in \(Roff.bold(root.commandName))(1).")
        }
        roff.macro("SH", "FILES")
        for file in facts.files { item(Roff.italic(file.path), file.summary.sentence, &roff) }
        if !examples.isEmpty {
            roff.macro("SH", "EXAMPLES")
            roff.paragraphs(examples)
        }
        seeAlso(command, root: root, &roff)
        return roff.text
    }

    /// The abstract as the second half of a NAME line: lower case, no final stop.
    private static func summary(_ command: CommandTree) -> String {
        var text = command.abstract ?? command.commandName
        while text.hasSuffix(".") { text.removeLast() }
        // An abbreviation at the start keeps its capitals.
        let second = text.dropFirst().first
        return second?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func subcommands(
        _ command: CommandTree, _ groups: [(title: String, commands: [String])], _ roff: inout Roff
    ) {
        if command.shownSubcommands.isEmpty { return }
        roff.macro("SH", "COMMANDS")
        func tell(_ inner: CommandTree) {
            item("\(Roff.bold(inner.words.joined(separator: "-")))(1)", (inner.abstract ?? "").sentence, &roff)
        }
        if groups.isEmpty { command.shownSubcommands.forEach(tell) }
        for group in groups {
            roff.macro("SS", group.title)
            command.shownSubcommands.filter { group.commands.contains($0.commandName) }.forEach(tell)
        }
    }

    /// Positional arguments first, then the options under their titles, the command's own before those of many.
    private static func options(_ command: CommandTree, _ roff: inout Roff) {
        if !command.positionals.isEmpty {
            roff.macro("SH", "ARGUMENTS")
            for argument in command.positionals { entry(argument, &roff) }
        }
        if command.sections.isEmpty { return }
        roff.macro("SH", "OPTIONS")
        for section in command.sections {
            if section.title != CommandTree.ownTitle { roff.macro("SS", section.title) }
            for option in section.arguments { entry(option, &roff) }
        }
    }

    private static func entry(_ argument: CommandTree.Argument, _ roff: inout Roff) {
        item(argument.label(typed: Roff.bold, filled: Roff.italic), argument.explanation, &roff)
    }

    private static func item(_ tag: String, _ text: String, _ roff: inout Roff) {
        roff.macro("TP")
        roff.line(tag)
        roff.prose(text.isEmpty ? "(no description)" : text)
    }

    /// The commands above, below and beside this one.
    private static func seeAlso(_ command: CommandTree, root: CommandTree, _ roff: inout Roff) {
        var names = (1..<max(command.words.count, 1)).map { command.words.prefix($0).joined(separator: "-") }
        names += command.shownSubcommands.map { $0.words.joined(separator: "-") }
        if let parent = root.everyone.first(where: { $0.words == Array(command.words.dropLast()) }) {
            names += parent.shownSubcommands.map { $0.words.joined(separator: "-") }
        }
        let own = command.words.joined(separator: "-")
        var seen: Set<String> = [own]
        names = names.filter { seen.insert($0).inserted }
        if names.isEmpty { return }
        roff.macro("SH", "SEE ALSO")
        for (index, name) in names.enumerated() {
            roff.line("\(Roff.bold(name))(1)" + (index + 1 < names.count ? "," : ""))
        }
    }
}
