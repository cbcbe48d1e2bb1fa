/// Words that go with a number of things. Nouns are kept in the plural, as in `media attachments`, and so are the verbs
/// behind them, in the present tense or as `were`.
package enum Noun {
    /// `account` for one account, `line of list.txt` for one of the `lines of list.txt`; a noun of several parts
    /// (`accounts and emoji`) is left as it is.
    package static func fitting(_ count: some BinaryInteger, _ plural: String) -> String {
        guard count == 1, !plural.contains(" and ") else { return plural }
        let end = plural.firstRange(of: " of ")?.lowerBound ?? plural.endIndex
        let start = plural[..<end].lastIndex(of: " ").map { plural.index(after: $0) } ?? plural.startIndex
        return plural[..<start] + singular(plural[start..<end]) + plural[end...]
    }

    /// `1 name`, `20 names`; with a verb `1 name is hidden`, `20 names are hidden`.
    ///
    /// - Parameters:
    ///   - plural: `names`.
    ///   - verb: what many of them do: `are hidden behind stars`, `follow people there`.
    ///   - number: how the number is written; its digits when not given.
    package static func counted(
        _ count: some BinaryInteger, _ plural: String, _ verb: String = "", as number: String? = nil
    ) -> String {
        let things = "\(number ?? "\(count)") \(fitting(count, plural))"
        return verb.isEmpty ? things : "\(things) \(agreeing(count, verb))"
    }

    /// What one does, or many do: `is hidden` for one of those that `are hidden`.
    package static func agreeing(_ count: some BinaryInteger, _ verb: String) -> String {
        guard count == 1 else { return verb }
        let end = verb.firstIndex(of: " ") ?? verb.endIndex
        return third(verb[..<end]) + verb[end...]
    }

    private static let singulars: [Substring: String] = [
        "people": "person", "those": "that", "they": "it", "them": "it", "these": "this",
    ]
    /// Endings before which an `e` stands that belongs to the plural.
    private static let hissing = ["sses", "shes", "tches", "xes", "uses"]

    private static func singular(_ word: Substring) -> String {
        if let known = singulars[word] { return known }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        if hissing.contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
    }

    private static let thirds: [Substring: String] = [
        "are": "is", "were": "was", "have": "has", "do": "does", "go": "goes",
    ]
    private static let unchanging: Set<Substring> = [
        "can", "cannot", "could", "may", "must", "should", "will", "would", "had", "did",
    ]

    private static func third(_ verb: Substring) -> String {
        if let known = thirds[verb] { return known }
        if unchanging.contains(verb) || verb.hasSuffix("ed") { return String(verb) }
        let takesVowel = ["s", "sh", "ch", "x"].contains(where: verb.hasSuffix)
        return verb + (takesVowel ? "es" : "s")
    }
}
