/// What a page of the manual and the help on the terminal say alike.
extension CommandTree {
    /// A part of a page: options under one title.
    package struct Section: Sendable {
        package var title: String
        package var arguments: [Argument]
    }

    /// The titles that stand behind the command's own options, in this order. Any other title is the command's own.
    private static let lastTitles = [
        "Selection", "Accounts", "Lanes", "Moderation", "Plan", "Run options", globalTitle,
    ]
    private static let globalTitle = "Global options"
    /// Of the options that only this command has.
    package static let ownTitle = "Options"

    package var positionals: [Argument] { (arguments ?? []).filter { $0.shouldDisplay && $0.kind == .positional } }

    /// The options, those first that make out this command, those last that every command takes.
    package var sections: [Section] {
        let options = joined((arguments ?? []).filter { $0.shouldDisplay && $0.kind != .positional })
        var sections: [Section] = []
        for option in options where words.count == 1 || !option.isBuiltIn("version") {
            // The parser gives those it adds itself no title.
            let title = option.isBuiltIn("help") || option.isBuiltIn("version") ? Self.globalTitle : option.sectionTitle
            let name = title ?? Self.ownTitle
            if let index = sections.firstIndex(where: { $0.title == name }) {
                sections[index].arguments.append(option)
            } else {
                sections.append(Section(title: name, arguments: [option]))
            }
        }
        func rank(_ section: Section) -> Int {
            section.title == Self.ownTitle ? -2 : Self.lastTitles.firstIndex(of: section.title) ?? -1
        }
        // Sections of one rank stay in the order of their declaration.
        return sections.enumerated().sorted { (rank($0.1), $0.0) < (rank($1.1), $1.0) }.map(\.element)
    }

    /// The parser tells the two sides of a flag as two arguments with the same words, which are only true of the first.
    private func joined(_ options: [Argument]) -> [Argument] {
        options.reduce(into: []) { all, option in
            if let last = all.last, last.kind == .flag, option.kind == .flag, last.abstract == option.abstract,
                option.defaultValue == nil
            {
                all[all.count - 1].opposites = option.names
            } else {
                all.append(option)
            }
        }
    }

    /// What is typed: `mastoctl media remove --source SOURCE [options] [names...]`.
    ///
    /// - Parameters:
    ///   - typed: marks what is typed as it stands.
    ///   - filled: marks what stands for something else.
    func synopsis(typed: (String) -> String, filled: (String) -> String) -> String {
        var parts = [typed(words.joined(separator: " "))]
        let options = sections.flatMap(\.arguments)
        for option in options where option.kind == .option && !option.isOptional && option.defaultValue == nil {
            parts.append("\(typed(option.preferred)) \(filled(option.value))")
        }
        if !options.isEmpty { parts.append("[\(filled("options"))]") }
        for argument in positionals {
            let name = argument.label(typed: typed, filled: filled)
            parts.append(argument.isOptional ? "[\(name)]" : name)
        }
        if !shownSubcommands.isEmpty { parts.append(filled("command")) }
        return parts.joined(separator: " ")
    }

    package var hasExamples: Bool { !parts.examples.isEmpty }

    /// What the command does, and what stands behind a line `Examples:`.
    var parts: (description: String, examples: String) {
        let text = discussion ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let mark = lines.firstIndex(where: { ["Examples:", "Example:"].contains($0) }) else { return (text, "") }
        return (
            lines[..<mark].joined(separator: "\n"), lines[(mark + 1)...].joined(separator: "\n")
        )
    }
}

extension CommandTree.Argument {
    /// Whether it is an option that the parser adds to every command.
    fileprivate func isBuiltIn(_ name: String) -> Bool {
        sectionTitle == nil && (names ?? []).contains { $0.kind == "long" && $0.name == name }
    }

    /// As it is typed, short names first: `-y, --yes`, `--wait / --no-wait`, `--days <days>`.
    ///
    /// - Parameters: as those of `CommandTree.synopsis`.
    func label(typed: (String) -> String, filled: (String) -> String) -> String {
        func list(_ names: [CommandTree.Argument.Name]?) -> String {
            (names ?? []).sorted { $0.kind != "long" && $1.kind == "long" }.map { typed($0.typed) }
                .joined(separator: ", ")
        }
        switch kind {
        case .positional: return filled(value) + (isRepeating ? "..." : "")
        case .option: return "\(list(names)) \(filled(value))"
        case .flag: return opposites.map { "\(list(names)) / \(list($0))" } ?? list(names)
        }
    }

    var preferred: String {
        let names = names ?? []
        return (names.first { $0.kind == "long" } ?? names.first)?.typed ?? ""
    }

    var value: String { valueName ?? "value" }

    /// What it is for, the values it takes, the one it has when it is not given.
    var explanation: String {
        var text = [abstract, discussion].compactMap { $0 }.map(\.sentence).joined(separator: " ")
        if let values = allValues, !values.isEmpty, !values.allSatisfy(text.contains) {
            text += " One of: \(values.joined(separator: ", "))."
        }
        if isRepeating && !text.contains("repeated") { text += " May be repeated." }
        if let standard = defaultValue, !standard.isEmpty { text += " Default: \(standard)." }
        return text
    }
}

extension String {
    /// With a capital letter and a final stop.
    var sentence: String {
        guard let last else { return "" }
        var start = prefix { $0 != " " }
        if start.last == "," { start.removeLast() }
        // Names of files and commands keep their letters.
        let isWord = start.dropFirst().allSatisfy { $0.isLowercase }
        return (isWord ? prefix(1).uppercased() + dropFirst() : self) + (".!?:".contains(last) ? "" : ".")
    }
}
