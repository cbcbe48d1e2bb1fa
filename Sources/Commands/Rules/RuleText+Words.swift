import ArgumentParser
import Model

extension RuleText {
    /// - Throws: `ValidationError` for what the server takes for no rule.
    static func require(_ text: String) throws {
        guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("the rule has no text") }
        guard text.count <= longest else {
            throw ValidationError("a rule has at most \(longest) characters, and this has \(text.count)")
        }
    }
}
