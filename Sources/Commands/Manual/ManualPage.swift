/// One page of the manual, in man(7), of one command. It carries no date: the same sources give the same bytes.
package struct ManualPage: Sendable {
    /// What every page, or only the first, says besides the command itself.
    package struct Facts: Sendable {
        package var version: String
        package var statuses: [(number: Int32, explanation: String)]
        package var variables: [(name: String, summary: String)]
        package var files: [(path: String, summary: String)]

        package init(
            version: String, statuses: [(number: Int32, explanation: String)],
            variables: [(name: String, summary: String)], files: [(path: String, summary: String)]
        ) {
            self.version = version
            self.statuses = statuses
            self.variables = variables
            self.files = files
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
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        let (description, examples) = divide(command.discussion ?? "")

        roff.macro(
            "TH", name.uppercased(), "1", "", "\(root.commandName) \(facts.version)", "\(root.commandName) manual")
        roff.macro("SH", "NAME")
        roff.line("\(Roff.literal(name)) \\-")
        roff.prose(summary(command))
        roff.macro("SH", "SYNOPSIS")
        roff.line(synopsis(command, arguments))
        roff.macro("SH", "DESCRIPTION")
        roff.paragraphs(description.isEmpty ? sentence(command.abstract ?? "") : description)
        subcommands(command, &roff)
        options(arguments, &roff)
        roff.macro("SH", "EXIT STATUS")
        for status in facts.statuses { item(Roff.bold("\(status.number)"), sentence(status.explanation), &roff) }
        roff.macro("SH", "ENVIRONMENT")
        if isRoot {
            roff.prose("A variable here wins over the same name in the instance's env file, and a flag over both.")
            for variable in facts.variables { item(Roff.bold(variable.name), sentence(variable.summary), &roff) }
        } else {
            roff.line("Every variable read is listed in \(Roff.bold(root.commandName))(1).")
        }
        roff.macro("SH", "FILES")
        for file in facts.files { item(Roff.italic(file.path), sentence(file.summary), &roff) }
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

    private static func sentence(_ text: String) -> String {
        guard let last = text.last else { return "" }
        var start = text.prefix { $0 != " " }
        if start.last == "," { start.removeLast() }
        // Names of files and commands keep their letters.
        let isWord = start.dropFirst().allSatisfy { $0.isLowercase }
        return (isWord ? text.prefix(1).uppercased() + text.dropFirst() : text) + (".!?:".contains(last) ? "" : ".")
    }

    private static func synopsis(_ command: CommandTree, _ arguments: [CommandTree.Argument]) -> String {
        var parts = [Roff.bold(command.words.joined(separator: " "))]
        for option in arguments where option.kind == .option && !option.isOptional && option.defaultValue == nil {
            parts.append("\(Roff.bold(preferred(option))) \(Roff.italic(value(option)))")
        }
        if arguments.contains(where: { $0.kind != .positional }) { parts.append("[\(Roff.italic("options"))]") }
        for argument in arguments where argument.kind == .positional {
            let name = Roff.italic(value(argument)) + (argument.isRepeating ? "..." : "")
            parts.append(argument.isOptional ? "[\(name)]" : name)
        }
        if !command.shownSubcommands.isEmpty { parts.append(Roff.italic("command")) }
        return parts.joined(separator: " ")
    }

    private static func preferred(_ option: CommandTree.Argument) -> String {
        let names = option.names ?? []
        return (names.first { $0.kind == "long" } ?? names.first)?.typed ?? ""
    }

    private static func value(_ argument: CommandTree.Argument) -> String { argument.valueName ?? "value" }

    private static func subcommands(_ command: CommandTree, _ roff: inout Roff) {
        if command.shownSubcommands.isEmpty { return }
        roff.macro("SH", "COMMANDS")
        for inner in command.shownSubcommands {
            item("\(Roff.bold(inner.words.joined(separator: "-")))(1)", sentence(inner.abstract ?? ""), &roff)
        }
    }

    /// Positional arguments first, then the options under their titles in the order the titles appear.
    private static func options(_ arguments: [CommandTree.Argument], _ roff: inout Roff) {
        let positional = arguments.filter { $0.kind == .positional }
        if !positional.isEmpty {
            roff.macro("SH", "ARGUMENTS")
            for argument in positional { entry(argument, &roff) }
        }
        let options = arguments.filter { $0.kind != .positional }
        if options.isEmpty { return }
        roff.macro("SH", "OPTIONS")
        for option in options where option.sectionTitle == nil { entry(option, &roff) }
        var titles: [String] = []
        for case let title? in options.map(\.sectionTitle) where !titles.contains(title) { titles.append(title) }
        for title in titles {
            roff.macro("SS", title)
            for option in options where option.sectionTitle == title { entry(option, &roff) }
        }
    }

    /// One argument with its default and the values it takes.
    private static func entry(_ argument: CommandTree.Argument, _ roff: inout Roff) {
        // Short names first, as in the help.
        let names = (argument.names ?? []).sorted { $0.kind != "long" && $1.kind == "long" }
        var tag = names.map { Roff.bold($0.typed) }.joined(separator: ", ")
        if argument.kind == .positional { tag = Roff.italic(value(argument)) }
        if argument.kind == .option { tag += " " + Roff.italic(value(argument)) }
        var text = [argument.abstract, argument.discussion].compactMap { $0 }.map(sentence).joined(separator: " ")
        if let values = argument.allValues, !values.isEmpty { text += " One of: \(values.joined(separator: ", "))." }
        if argument.isRepeating && !text.contains("repeated") { text += " May be repeated." }
        if let standard = argument.defaultValue, !standard.isEmpty { text += " Default: \(standard)." }
        item(tag, text, &roff)
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

    /// What stands before a line `Examples:` and what behind it.
    private static func divide(_ discussion: String) -> (description: String, examples: String) {
        let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
        guard let mark = lines.firstIndex(where: { ["Examples:", "Example:"].contains($0) }) else {
            return (discussion, "")
        }
        return (lines[..<mark].joined(separator: "\n"), lines[(mark + 1)...].joined(separator: "\n"))
    }
}
