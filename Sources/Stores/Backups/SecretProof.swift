import Crypto
import Model

/// Whether the secrets of a backup are those its data were written with.
package struct SecretProof: Sendable {
    private let values: [String: String]

    package init(_ values: [String: String]) {
        self.values = values
    }

    /// What does not fit, in words; empty when all fits.
    ///
    /// - Parameter sealed: encrypted values of the restored database.
    package func misfits(_ sealed: [(column: String, value: String)]) -> [String] {
        var misfits: [String] = []
        for (column, group) in Dictionary(grouping: sealed, by: \.column).sorted(by: { $0.key < $1.key }) {
            let opened = group.count { open($0.value) }
            if opened < group.count {
                misfits.append("the encryption keys open \(opened) of \(group.count) values of \(column)")
            }
        }
        if let secret = values["VAPID_PRIVATE_KEY"], let shared = values["VAPID_PUBLIC_KEY"], !secret.isEmpty {
            switch PushKeys.fit(privateKey: secret, publicKey: shared) {
            case true?: break
            case false?: misfits.append("VAPID_PUBLIC_KEY is not that of VAPID_PRIVATE_KEY")
            case nil: misfits.append("VAPID_PRIVATE_KEY or VAPID_PUBLIC_KEY is no key")
            }
        }
        return misfits
    }

    /// Values that were never encrypted are as they are: 4.3 encrypts second factors when they are next written.
    private func open(_ text: String) -> Bool {
        guard let json = JSONValue(parsing: text), let payload = json["p"]?.string.flatMap({ Base64.bytes($0) }),
            let vector = json["h"]?["iv"]?.string.flatMap({ Base64.bytes($0) }),
            let tag = json["h"]?["at"]?.string.flatMap({ Base64.bytes($0) })
        else { return !text.hasPrefix("{") }
        guard let primary = values["ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY"],
            let salt = values["ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT"]
        else { return false }
        let sealed = RecordCipher.Sealed(
            payload: payload, vector: vector, tag: tag, isCompressed: json["h"]?["c"] == .boolean(true))
        return RecordCipher(primary: primary, salt: salt).opened(sealed) != nil
    }
}
