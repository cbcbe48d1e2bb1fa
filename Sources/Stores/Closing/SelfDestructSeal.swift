import Crypto
import Model

/// The value of `SELF_DESTRUCT` by which a server is closed: its domain, signed with its own secret.
///
/// Source: Mastodon 4.6.5 `app/helpers/self_destruct_helper.rb`, `lib/mastodon/cli/federation.rb`; the same since 4.3.
package struct SelfDestructSeal: Sendable {
    private let seal: MessageSeal
    package let domain: String

    /// - Parameters:
    ///   - secret: `SECRET_KEY_BASE`.
    ///   - domain: `LOCAL_DOMAIN`.
    package init(secret: String, domain: String) {
        seal = MessageSeal(secret: secret, purpose: "self-destruct")
        self.domain = domain
    }

    package var value: String { seal.sealed(JSONValue.string(domain).text) }

    /// Whether the server takes a value for an order to close.
    package func fits(_ value: String) -> Bool {
        guard let bytes = seal.opened(value) else { return false }
        return JSONValue(parsing: String(decoding: bytes, as: UTF8.self)) == .string(domain) || bytes == marshalled
    }

    /// As servers wrote it whose serializer was still Ruby's own: a string with the mark of UTF-8 behind it.
    private var marshalled: [UInt8] {
        let text = Array(domain.utf8)
        // Lengths up to 122 are one byte.
        guard text.count < 123 else { return [] }
        return [4, 8, UInt8(ascii: "I"), UInt8(ascii: "\""), UInt8(text.count + 5)] + text
            + [6, UInt8(ascii: ":"), 6, UInt8(ascii: "E"), UInt8(ascii: "T")]
    }
}
