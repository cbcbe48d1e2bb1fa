/// The words of a command line as tootctl's users type them: `preview_cards remove --dry_run`.
enum Arguments {
    /// Dashes for underscores in option names and in the words that name the command; values stay as they are.
    static func normalized(_ words: [String], commands: Set<String>) -> [String] {
        var result: [String] = []
        var rest = words[...]
        // Only a noun and a verb name a command; later words are values, which may look the same.
        var nameWords = 2
        while let word = rest.popFirst() {
            if word == "--" { return result + [word] + rest }
            guard word.hasPrefix("--") else {
                let isName = nameWords > 0 && commands.contains(word.dashed)
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
}

extension String {
    fileprivate var dashed: String { String(map { $0 == "_" ? "-" : $0 }) }
}
