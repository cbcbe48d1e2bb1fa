/// What dotenv does inside a value: escapes, then variables.
enum DotenvValue {
    /// What `\n` and `\r` become: the letter alone (unquoted), themselves (quoted), or the control character
    /// (quoted, with `DOTENV_LINEBREAK_MODE=legacy`).
    enum LineBreaks {
        case plain, kept, expanded
    }

    private static let backslash = UInt8(ascii: "\\")
    private static let dollar = UInt8(ascii: "$")

    /// Removes the backslash before every character but `$`.
    static func unescape(_ bytes: [UInt8], lineBreaks: LineBreaks) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == backslash, index + 1 < bytes.count, bytes[index + 1] != dollar else {
                result.append(byte)
                index += 1
                continue
            }
            let next = bytes[index + 1]
            if next == UInt8(ascii: "n") || next == UInt8(ascii: "r") {
                switch lineBreaks {
                case .plain: result.append(next)
                case .kept: result += [backslash, next]
                case .expanded: result.append(next == UInt8(ascii: "n") ? 0x0A : 0x0D)
                }
            } else {
                result.append(next)
            }
            index += 2
        }
        return result
    }

    /// Replaces `$NAME` and `${NAME}`; `\$` is a plain dollar; `$(…)` stays as it is and is reported.
    ///
    /// - Returns: nil when the value becomes longer than `EnvFile.longest`.
    static func substitute(_ bytes: [UInt8], lookup: (String) -> String) -> (value: String, holdsCommand: Bool)? {
        var result: [UInt8] = []
        var holdsCommand = false
        var index = 0
        while index < bytes.count {
            let escaped = bytes[index] == backslash && index + 1 < bytes.count && bytes[index + 1] == dollar
            guard escaped || bytes[index] == dollar else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let start = escaped ? index + 1 : index
            var end = start + 1
            if end < bytes.count && bytes[end] == UInt8(ascii: "(") {
                if !escaped { holdsCommand = true }
                result.append(dollar)
                index = end
                continue
            }
            if end < bytes.count && bytes[end] == UInt8(ascii: "{") { end += 1 }
            let name = end
            while end < bytes.count && isVariableByte(bytes[end]) { end += 1 }
            let variable = String(decoding: bytes[name..<end], as: UTF8.self)
            if end < bytes.count && bytes[end] == UInt8(ascii: "}") { end += 1 }
            if escaped || variable.isEmpty {
                result += bytes[start..<end]
            } else {
                result += Array(lookup(variable).utf8)
            }
            if result.count > EnvFile.longest { return nil }
            index = end
        }
        return (String(decoding: result, as: UTF8.self), holdsCommand)
    }

    private static func isVariableByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
