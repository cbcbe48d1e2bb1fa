/// The words of a command line as tootctl's users type them: `preview_cards remove --dry_run`.
enum Arguments {
    /// Dashes for underscores in option names and in the words that name the command; values stay as they are.
    ///
    /// - Parameter commands: the words that name one; asked for only where a word with an underscore may be one, since
    ///   walking the tree costs a third of a start.
    static func normalized(_ words: [String], commands: () -> Set<String>) -> [String] {
        var result: [String] = []
        var rest = leadingOptionsMoved(words)[...]
        // Only a noun and a verb name a command; later words are values, which may look the same.
        var nameWords = 2
        while let word = rest.popFirst() {
            if word == "--" { return result + [word] + rest }
            if !word.hasPrefix("--"), let option = letters[Array(result.prefix(2))]?[String(word.prefix(2))] {
                // With or without a blank before the value.
                result += word.count == 2 ? [option] : [option, String(word.dropFirst(2))]
                nameWords = 0
                continue
            }
            guard word.hasPrefix("--") else {
                let isName = nameWords > 0 && word.contains("_") && commands().contains(word.dashed)
                result.append(isName ? word.dashed : word)
                nameWords -= 1
                continue
            }
            nameWords = 0
            let name = word.prefix { $0 != "=" }
            result.append(String(name).dashed + word[name.endIndex...])
        }
        return result
    }

    /// Whether `--help` or `-h` is among them, for a line of which the parser says that it asks for something.
    static func askForHelp(_ words: [String]) -> Bool {
        words.prefix { $0 != "--" }.contains { word in
            word.hasPrefix("--") ? word.hasPrefix("--help") : word.hasPrefix("-") && word.contains("h")
        }
    }

    /// The words without an option that takes a value.
    static func without(_ option: String, _ words: [String]) -> [String] {
        var result: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" { return result + [word] + rest }
            if word == option {
                _ = rest.popFirst()
            } else if !word.hasPrefix(option + "=") {
                result.append(word)
            }
        }
        return result
    }

    /// Letters that mean something else in a few of tootctl's commands than in all others, where `-c` is
    /// `--concurrency`, `-d` is `--days` and `-f` is `--force`.
    private static let letters: [[String]: [String: String]] = [
        ["domains", "crawl"]: ["-f": "--format"],
        ["ip-blocks", "add"]: ["-c": "--comment", "-d": "--duration"],
        ["ip-blocks", "export"]: ["-f": "--format"],
    ]

    /// Global options before the command, as in `mastoctl --env-file F media usage`, go behind it, where the parser
    /// looks for them. One that stands behind the command too is later then, but it is the same option.
    private static func leadingOptionsMoved(_ words: [String]) -> [String] {
        var moved: [String] = []
        var rest = words[...]
        while let word = rest.first, word.hasPrefix("-") {
            let name = String(word.prefix { $0 != "=" }).replacing("_", with: "-")
            let isValued = GlobalOptions.valued.contains(name)
            guard isValued || GlobalOptions.flags.contains(name) else { return words }
            let count = isValued && !word.contains("=") ? 2 : 1
            guard rest.count > count else { return words }
            moved += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return rest[..<end] + moved + rest[end...]
    }
}

extension String {
    var dashed: String { String(map { $0 == "_" ? "-" : $0 }) }
}
