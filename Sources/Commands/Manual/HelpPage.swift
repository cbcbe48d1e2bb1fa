import Console

/// What `--help` says: the same as the command's page of the manual, in short and for a terminal.
package struct HelpPage {
    /// Where the explanation of an option begins.
    private static let indent = 26
    /// Longer lines are hard to read.
    private static let widest = 100

    private let terminal: Terminal
    private let width: Int
    private var lines: [String] = []

    package static func text(of command: CommandTree, for terminal: Terminal) -> String {
        var page = HelpPage(terminal)
        page.tell(command)
        return page.lines.map { $0 + "\n" }.joined()
    }

    private init(_ terminal: Terminal) {
        self.terminal = terminal
        width = min(max(terminal.width ?? 80, 50), Self.widest)
    }

    private mutating func tell(_ command: CommandTree) {
        let (description, examples) = command.parts
        tell("Overview", command.abstract ?? "", hanging: 0)
        if !description.isEmpty { lines.append("") }
        for line in description.split(separator: "\n", omittingEmptySubsequences: false) { paragraph(String(line)) }
        while lines.last == "" { lines.removeLast() }
        lines.append("")
        tell("Usage", command.synopsis(typed: { $0 }, filled: { "<\($0)>" }), hanging: 4)
        section("Arguments", command.positionals.map(entry))
        section("Commands", command.shownSubcommands.map { ($0.commandName, ($0.abstract ?? "").sentence) })
        for section in command.sections { self.section(section.title, section.arguments.map(entry)) }
        if !examples.isEmpty {
            heading("Examples")
            lines += examples.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            while lines.last == "" { lines.removeLast() }
        }
        if !command.shownSubcommands.isEmpty {
            lines.append("")
            wrap("`\(command.words.joined(separator: " ")) COMMAND --help` tells more of a command.", hanging: 0)
        }
    }

    /// Words behind their title, in one line if they fit.
    private mutating func tell(_ title: String, _ words: String, hanging: Int) {
        let first = lines.count
        wrap("\(title.uppercased()): \(words)", hanging: hanging)
        // Only now, since a terminal's marks have no width.
        lines[first] = self.title(title) + lines[first].dropFirst(title.count)
    }

    private func title(_ words: String) -> String { terminal.paint(words.uppercased(), .bold) }

    private mutating func heading(_ title: String) {
        lines += ["", self.title(title) + ":"]
    }

    private mutating func section(_ title: String, _ entries: [(label: String, text: String)]) {
        if entries.isEmpty { return }
        heading(title)
        for entry in entries { self.entry(entry.label, entry.text) }
    }

    private func entry(_ option: CommandTree.Argument) -> (label: String, text: String) {
        (option.label(typed: { $0 }, filled: { "<\($0)>" }), option.explanation)
    }

    /// The label, and beside or below it what it stands for.
    private mutating func entry(_ label: String, _ text: String) {
        let start = "  \(label)"
        let room = Self.indent - start.displayWidth
        if room < 2 {
            lines.append(start)
            wrap(String(repeating: " ", count: Self.indent) + text, hanging: Self.indent)
        } else {
            wrap(start + String(repeating: " ", count: room) + text, hanging: Self.indent)
        }
    }

    /// A line of a description: prose, or a row of a small table that is indented.
    private mutating func paragraph(_ line: String) {
        let blanks = line.prefix { $0 == " " }.count
        let body = line.dropFirst(blanks)
        // What stands behind the gap of a row stays behind it.
        let gap = blanks == 0 ? nil : body.firstRange(of: "  ")
        let column = gap.map { gap in
            blanks + body.distance(from: body.startIndex, to: gap.lowerBound)
                + body[gap.lowerBound...].prefix { $0 == " " }.count
        }
        wrap(line, hanging: column ?? blanks)
    }

    /// Breaks a line between words; what follows the first line is indented.
    private mutating func wrap(_ text: String, hanging: Int) {
        var rest = text[...]
        var isFirst = true
        while rest.displayWidth > (isFirst ? width : width - hanging) {
            let room = isFirst ? width : width - hanging
            // Blanks before the first word are no place to break.
            let lead = isFirst ? min(hanging, rest.count) : 0
            let reach = rest.index(rest.startIndex, offsetBy: min(room + 1, rest.count))
            let floor = rest.index(rest.startIndex, offsetBy: lead)
            guard floor < reach,
                let blank = rest[floor..<reach].lastIndex(of: " ") ?? rest[reach...].firstIndex(of: " ")
            else { break }
            append(rest[..<blank], isFirst ? 0 : hanging)
            rest = rest[blank...].drop { $0 == " " }
            isFirst = false
        }
        append(rest, isFirst ? 0 : hanging)
    }

    private mutating func append(_ text: Substring, _ indent: Int) {
        var line = text
        while line.last == " " { line.removeLast() }
        lines.append(String(repeating: " ", count: line.isEmpty ? 0 : indent) + line)
    }
}
