/// The words of a command line as tootctl reads them, for when the program is called by that name.
enum TootctlWords {
    /// Whether the program was called so: by a link.
    static func isName(_ path: String) -> Bool { path.split(separator: "/").last == "tootctl" }

    /// The same words as this program takes them; names of commands and options are made equal later for everybody.
    static func translated(_ words: [String]) -> [String] {
        guard let first = words.first else { return words }
        // `help`, `help media remove`, `media help remove`.
        if first == "help" { return words.dropFirst() + ["--help"] }
        if words.count > 1, words[1] == "help" { return [first] + words.dropFirst(2) + ["--help"] }
        let end = words.firstIndex(of: "--") ?? words.endIndex
        return words[..<end].compactMap(flag) + words[end...]
    }

    /// Thor takes a value with a flag, too: `--dry-run=true`.
    private static func flag(_ word: String) -> String? {
        guard word.hasPrefix("--") else { return word }
        if word.hasSuffix("=true") { return String(word.dropLast(5)) }
        return word.hasSuffix("=false") ? nil : word
    }
}
