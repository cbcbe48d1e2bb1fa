/// Takes out of a text what is nobody else's business, so that it can be handed on: secrets that are known, addresses of
/// machines and of people, and what looks like a token or stands behind the name of a secret.
///
/// Loopback addresses stay. What is left out is told by a word in brackets. Structure stays: a quotation mark or a
/// backslash is never a part of what is taken out.
package struct TextMask: Sendable, CustomStringConvertible, CustomReflectable {
    package enum Mark {
        package static let secret = "[secret]"
        package static let email = "[e-mail]"
        package static let address = "[address]"
        package static let token = "[token]"
    }

    /// By their first byte, the longest first.
    private var secrets: [UInt8: [[UInt8]]] = [:]

    /// - Parameter secrets: what is masked wherever it stands; those of fewer than six bytes would be parts of words, and
    ///   are left to the name before them.
    package init(secrets: [String]) {
        var all: Set<[UInt8]> = []
        for secret in secrets where secret.utf8.count >= 6 {
            all.insert(Array(secret.utf8))
            all.insert(Array(JSONValue.string(secret).text.utf8.dropFirst().dropLast()))
        }
        for secret in all.sorted(by: { $0.count > $1.count }) { self.secrets[secret[0], default: []].append(secret) }
    }

    package var description: String { Mark.secret }
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }

    package func masked(_ text: String) -> String {
        var scanner = MaskScanner(withoutSecrets(Array(text.utf8)))
        return scanner.masked
    }

    /// The same value with every text in it masked, and every text under the name of a secret left out.
    package func masked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .string(let text): .string(masked(text))
        case .array(let values): .array(values.map(masked))
        case .object(let members):
            .object(
                members.map { member in
                    let isSecret = member.value.string != nil && MaskScanner.isSecretName(Array(member.name.utf8)[...])
                    return .init(masked(member.name), isSecret ? .string(Mark.secret) : masked(member.value))
                })
        default: value
        }
    }

    private func withoutSecrets(_ bytes: [UInt8]) -> [UInt8] {
        if secrets.isEmpty { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let found = secrets[bytes[place]]?.first { bytes[place...].starts(with: $0) }
            if let found {
                result += TextMask.Mark.secret.utf8
                place += found.count
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }
}
