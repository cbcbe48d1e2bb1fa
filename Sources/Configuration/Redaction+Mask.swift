import Model

extension Configuration {
    /// Takes every secret that is known here out of texts that are handed on: those of settings, and the values of the
    /// env file whose names say so or which nothing says are harmless.
    package var mask: TextMask {
        let entries = (envFile?.entries ?? [:]).filter { name, entry in
            guard !ToldNames.variables.contains(name) else { return false }
            let isNamed = ["SECRET", "PASS", "TOKEN", "PRIVATE", "ENCRYPTION", "ACCESS_KEY", "SALT", "VAPID"].contains {
                name.contains($0)
            }
            // A long one without a name is a key rather than a word; a path is no secret.
            return isNamed || entry.value.utf8.count >= 16 && !entry.value.contains("/")
        }
        return redaction.mask(also: entries.values.map(\.value))
    }
}
