/// What the server's encrypted columns are sealed with (`config/initializers/active_record_encryption.rb`).
package struct EncryptionSettings: Sendable, Equatable {
    package var primaryKey: Secret
    package var salt: Secret

    /// Nil when one of the two is not given.
    init?(_ resolver: Resolver) {
        guard let primaryKey = resolver.secret("encryption.primary_key"), !primaryKey.isEmpty,
            let salt = resolver.secret("encryption.key_derivation_salt"), !salt.isEmpty
        else { return nil }
        self.primaryKey = primaryKey
        self.salt = salt
    }
}
