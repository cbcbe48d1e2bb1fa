import Model

/// A file of a journal line: what is needed to name its keys again and to ask whether its row still uses it.
enum JournalLine {
    /// `<kind> <id> <schema version> <l|r> <content type> <upload name> <file name>`, each escaped.
    static func write(_ file: StoredFile) -> String {
        [
            file.kind.rawValue, "\(file.id)", "\(file.schemaVersion)", file.isLocal ? "l" : "r",
            escape(file.contentType ?? ""), escape(file.uploadName ?? ""), escape(file.fileName),
        ].joined(separator: " ")
    }

    static func read(_ line: Substring) -> StoredFile? {
        // By bytes: a name that begins with a combining mark would make one character of itself and the space.
        let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            .map { Substring($0) }
        guard parts.count == 7, let kind = AttachmentKind(rawValue: String(parts[0])), let id = Int64(parts[1]),
            let version = Int(parts[2]), parts[3] == "l" || parts[3] == "r"
        else { return nil }
        let texts = parts[4...].map { unescape($0) }
        return StoredFile(
            kind: kind, id: id, fileName: texts[2], contentType: texts[0].isEmpty ? nil : texts[0],
            schemaVersion: version, isLocal: parts[3] == "l", uploadName: texts[1].isEmpty ? nil : texts[1])
    }

    private static func escape(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case " ": out += "\\s"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func unescape(_ text: Substring) -> String {
        var out = ""
        var escaped = false
        for scalar in text.unicodeScalars {
            if escaped {
                switch scalar {
                case "n": out += "\n"
                case "s": out += " "
                default: out.unicodeScalars.append(scalar)
                }
                escaped = false
            } else if scalar == "\\" {
                escaped = true
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
