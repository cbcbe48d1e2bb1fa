import Crypto
import Model

/// The keys of accounts where they have a table of their own: since 4.7, and encrypted those of local ones.
extension Population {
    /// The keys a sandbox's server would encrypt columns with. They keep nothing secret.
    package static let encryption = [
        ("ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY", "sandboxsandboxsandboxsandboxsand"),
        ("ACTIVE_RECORD_ENCRYPTION_DETERMINISTIC_KEY", "deterministicdeterministicdeterm"),
        ("ACTIVE_RECORD_ENCRYPTION_KEY_DERIVATION_SALT", "saltsaltsaltsaltsaltsaltsaltsalt"),
    ]

    /// Further secrets of a sandbox's server: of its cookies and of Web Push. The pair of keys is that of RFC 8291.
    package static let secrets = [
        (
            "SECRET_KEY_BASE",
            "3b1f9c84d07ae2655f1dc0932ab8e47691fc35d0a2be78441d6093cfe85a7b2c"
                + "90d4f1a67be2358c41fd07a3926be58cd174f03b9a68e2c51d7f40b3a96e8c25"
        ),
        ("VAPID_PRIVATE_KEY", "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"),
        (
            "VAPID_PUBLIC_KEY",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
    ]

    func keyRows() -> TableRows? {
        guard release >= .v4_7 else { return nil }
        let cipher = RecordCipher(primary: Self.encryption[0].1, salt: Self.encryption[2].1)
        let columns = [
            "id", "account_id", "uri", "local_fragment", "type", "private_key", "public_key", "created_at",
            "updated_at",
        ]
        return rows("keypairs", columns, count: accountCount + 1) { index, row in
            let isServer = index == accountCount
            let isLocal = isServer || isLocalAccount(index)
            // Of accounts elsewhere some have shown their keys since the table is there.
            guard isLocal || index % 4 == 1 else { return }
            let keys = isLocal ? try signing.key(ofAccount: isServer ? counts.localAccounts : index) : nil
            row.put(index + 1)
            row.put(isServer ? -99 : accountID(index))
            row.put(isLocal ? nil : uri(ofAccount: index) + "#main-key")
            // As an account made before 4.7 has it, and one made since.
            let mark = "#rsa-" + String(hexName(.secret, index).prefix(16))
            row.put(isLocal ? (index % 3 == 2 ? mark : "#main-key") : nil)
            row.put(0)
            let vector = Array(Digest.sha256(Array("\(seed) \(index)".utf8)).prefix(12))
            row.put(try keys.map { try cipher.sealed($0.privateKey, vector: vector) })
            row.put(keys?.publicKey ?? "sandbox public key of account \(index)")
            row.put(now.before(days: 30.5))
            row.put(now.before(days: 30.5))
            row.end()
        }
    }
}
