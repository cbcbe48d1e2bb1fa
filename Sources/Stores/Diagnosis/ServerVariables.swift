/// The file that a server takes its settings from, as somebody who looks for faults reads it.
///
/// It holds secrets: values of names that `isSecret` must not be told.
package struct ServerVariables: Sendable {
    package let path: String
    /// Permission bits.
    package let mode: UInt32
    /// As its reader understands it.
    package let values: [String: String]
    /// Names whose values another reader of env files would understand otherwise.
    package let disputed: [String]
    /// Names that stand there more than once with different values.
    package let repeated: [String]
    /// Lines with what nobody sees: a carriage return, a byte order mark, a hard blank, blanks at the end of a value.
    package let oddLines: [Int]

    package init(
        path: String, mode: UInt32, values: [String: String], disputed: [String], repeated: [String], oddLines: [Int]
    ) {
        self.path = path
        self.mode = mode
        self.values = values
        self.disputed = disputed
        self.repeated = repeated
        self.oddLines = oddLines
    }

    /// Nil for a name that is not there or empty.
    package subscript(name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// Whether it is what the server itself starts with, and not a file with the addresses of services alone.
    package var holdsSecrets: Bool {
        values.keys.contains { name in
            ["SECRET_KEY_BASE", "OTP_SECRET", "VAPID_PRIVATE_KEY"].contains(name)
                || name.hasPrefix("ACTIVE_RECORD_ENCRYPTION_")
        }
    }

    /// Whether a value is nobody's business.
    package static func isSecret(_ name: String) -> Bool {
        let words = ["SECRET", "PASS", "TOKEN", "PRIVATE", "ENCRYPTION", "ACCESS_KEY", "_URL", "LOGIN", "SALT"]
        return words.contains { name.contains($0) }
    }
}
