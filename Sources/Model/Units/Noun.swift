/// The word for a number of things; kept in the plural, as in `media attachments`.
package enum Noun {
    /// `account` for one account; a noun of several parts (`accounts and emoji`, `rows of …`) is left as it is.
    package static func fitting(_ count: Int, _ plural: String) -> String {
        let isSimple = !plural.contains(" and ") && !plural.contains(" of ")
        guard count == 1, isSimple, plural.hasSuffix("s"), !plural.hasSuffix("ss") else { return plural }
        return String(plural.dropLast())
    }
}
