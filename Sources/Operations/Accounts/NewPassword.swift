import Stores

/// A password for a user, and who is told of it: it is in no answer, log or record unless somebody asked for that.
package struct NewPassword: Sendable {
    package let text: String
    /// Whether the answer shows it.
    package let isShown: Bool
    /// Where it is written.
    package let file: SecretFile?
    /// Whether somebody chose it, who need not be told.
    package let isChosen: Bool

    /// - Parameters:
    ///   - chosen: nil for a random one.
    ///   - file: a new file it is written into.
    package init(chosen: String? = nil, isShown: Bool = false, file: String? = nil) {
        text = chosen ?? UserSecrets.password()
        isChosen = chosen != nil
        self.isShown = isShown
        self.file = file.map(SecretFile.init)
    }

    /// What the answer tells.
    var facts: [Fact: String] {
        var facts: [Fact: String] = [:]
        if isShown { facts[.password] = text }
        if let file { facts[.passwordFile] = file.path }
        return facts
    }

    /// Why nobody will know it.
    var foreseen: [Foreseen] { isChosen || isShown || file != nil ? [] : [.account(.passwordUntold)] }

    /// Does the work with the password on the disk where that was asked for, and takes it away when the work fails.
    func kept<Value>(during work: () async throws -> Value) async throws -> Value {
        try file?.write(text)
        do {
            return try await work()
        } catch let error as DebtsLeft {
            throw error
        } catch {
            file?.remove()
            throw error
        }
    }
}
