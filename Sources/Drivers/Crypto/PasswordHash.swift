import CCrypt
import Faults

/// Passwords as the server keeps them: bcrypt, by the system's libcrypt.
package enum PasswordHash {
    /// A new hash, with a salt of its own: `$2a$10$…`.
    ///
    /// Source: Mastodon 4.2 to 4.6 `config/initializers/devise.rb` (cost 10, no pepper); the bcrypt gem writes `$2a$`.
    ///
    /// - Parameter password: only its first 72 bytes count, and it must not hold a zero byte.
    /// - Throws: `Fault(.ourBug)` when libcrypt has no bcrypt.
    package static func make(of password: String, cost: UInt = 10) throws -> String {
        let random = RandomText.bytes(16).map { CChar(bitPattern: $0) }
        var setting = [CChar](repeating: 0, count: 64)
        guard ccrypt_setting("$2a$", cost, random, Int32(random.count), &setting, Int32(setting.count)) == 1,
            let hash = hash(password, under: text(setting))
        else { throw Fault(.ourBug, "libcrypt cannot make bcrypt hashes") }
        return hash
    }

    /// Whether a password is the one behind a hash.
    package static func matches(_ password: String, _ hash: String) -> Bool {
        guard let made = Self.hash(password, under: hash), made.utf8.count == hash.utf8.count else { return false }
        return zip(made.utf8, hash.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func hash(_ password: String, under setting: String) -> String? {
        var hash = [CChar](repeating: 0, count: 128)
        return ccrypt_hash(password, setting, &hash, hash.count) == 1 ? text(hash) : nil
    }

    private static func text(_ letters: [CChar]) -> String {
        String(decoding: letters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
