import Faults
import Glibc

/// A new profile: every setting as a comment, so that the file says what can be said.
package enum ProfileTemplate {
    /// The text of a profile with some settings filled in.
    ///
    /// - Parameter values: by dotted key; only keys of `Setting.all` that are no secrets are taken.
    package static func text(values: [String: String] = [:]) -> String {
        var text = """
            # A profile of mastoctl. What is not said here comes from the instance's env file, then from the defaults.
            # Flags and environment variables win over this file. Keep its mode at 0600 when it holds secrets;
            # each secret may instead come from a file of its own (password_file = "/run/secrets/db").

            """
        var section = ""
        for setting in Setting.all {
            if setting.section != section {
                section = setting.section
                text += "\n[\(section)]\n"
            }
            text += "# \(setting.summary)\n"
            let kind = setting.kind
            if kind != .secret, let value = values[setting.key] {
                text += "\(setting.name) = \(literal(value, kind))\n"
            } else {
                text += "# \(setting.name) = \(literal(setting.fallback ?? "", kind))\n"
            }
        }
        return text
    }

    /// A value as TOML writes it.
    private static func literal(_ value: String, _ kind: Setting.Kind) -> String {
        switch kind {
        case .integer where Int(value) != nil: return value
        case .boolean where ["true", "false"].contains(value), .choice where ["true", "false"].contains(value):
            return value
        case .list:
            let parts = value.split(separator: ",").map { quoted($0.trimmed) }
            return "[\(parts.joined(separator: ", "))]"
        default: return quoted(value)
        }
    }

    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Writes a new file of mode 0600; whole or not at all, and over one that exists only when asked to.
    ///
    /// - Throws: `Fault` of kind `configuration` when the file exists, `denied` or `inputOutput` otherwise.
    package static func write(_ text: String, to path: String, replacing: Bool = false) throws {
        let draft = "\(path).\(getpid()).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw trouble(path, errno) }
        defer { unlink(draft) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                let code = errno
                close(descriptor)
                throw trouble(path, code)
            }
            rest = rest.dropFirst(count)
        }
        let synced = fsync(descriptor)
        let code = errno
        close(descriptor)
        guard synced == 0 else { throw trouble(path, code) }
        // A link fails where a rename would replace: the file appears whole, and only if there was none.
        let placed = replacing ? rename(draft, path) : link(draft, path)
        guard placed == 0 else { throw trouble(path, errno) }
    }

    private static func trouble(_ path: String, _ code: Int32) -> Fault {
        let reason = String(cString: strerror(code))
        switch code {
        case EEXIST:
            return Fault(.configuration, "\(path) exists already", help: "edit it, or replace it with --force")
        case ENOENT: return Fault(.noSuch, "the folder of \(path) does not exist", help: "make it first")
        case EACCES, EPERM, EROFS: return Fault(.denied, "cannot write \(path)", notes: [reason])
        default: return Fault(.inputOutput, "cannot write \(path)", notes: [reason])
        }
    }
}
