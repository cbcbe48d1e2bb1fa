/// Texts nobody can guess, from the system's own randomness.
package enum RandomText {
    package static func bytes(_ count: Int) -> [UInt8] {
        var source = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: 0...255, using: &source) }
    }

    /// Lower-case hexadecimal digits, two a byte. tootctl's passwords are 16 bytes.
    package static func hexadecimal(_ count: Int) -> String {
        Digest.hexadecimal(bytes(count))
    }

    /// 20 letters, as in the links of the server's mails: base64 for addresses, without letters that look alike.
    ///
    /// Source: Devise 5.0.4 `lib/devise.rb` (`friendly_token`).
    package static func token() -> String {
        let letters = Array("ABCDEFGHxJKLMNyPQRSTUVWXYZabcdefghijksmnopqrstuvwxyzz123456789-_")
        return String(bytes(20).map { letters[Int($0 & 63)] })
    }
}
