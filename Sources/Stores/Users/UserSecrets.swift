import Crypto

/// What a new user's rows hold of secrets, made before a transaction because it takes a while.
package struct UserSecrets: Sendable {
    /// Of the password.
    package let hash: String
    package let keys: KeyPair

    /// - Throws: `Fault(.ourBug)` when the system's libraries refuse.
    package init(password: String) throws {
        hash = try Self.hash(of: password)
        keys = try KeyPair.make()
    }

    /// bcrypt of a password.
    package static func hash(of password: String) throws -> String { try PasswordHash.make(of: password) }

    /// A password as the server's own command makes them: 32 hexadecimal digits.
    package static func password() -> String { RandomText.hexadecimal(16) }
}
