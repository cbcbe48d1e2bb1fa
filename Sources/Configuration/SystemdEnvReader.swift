/// Reads an env file as systemd reads `EnvironmentFile=` (systemd.exec(5); `src/basic/env-file.c` of 252 to 257).
///
/// No variables, no comments behind values; quotes may begin and end anywhere between blanks, and a backslash takes the
/// next character as it is, a line break away.
struct SystemdEnvReader {
    private enum State {
        case beforeName, name, beforeValue, value, escape, single, double, doubleEscape, comment
    }

    func read(_ text: String) -> [String: EnvFile.Entry] {
        var entries: [String: EnvFile.Entry] = [:]
        var state = State.beforeName
        var name: [UInt8] = []
        var value: [UInt8] = []
        /// How much of the value stays when blanks at its end go.
        var kept = 0
        var line = 1
        var nameLine = 1
        func finish() {
            while let last = name.last, Self.isBlank(last) { name.removeLast() }
            let text = String(decoding: value.prefix(kept), as: UTF8.self)
            // What is no name of a variable it leaves out.
            if !name.isEmpty, !name.contains(UInt8(ascii: "=")) {
                entries[String(decoding: name, as: UTF8.self)] = .init(value: text, line: nameLine)
            }
        }
        func push(_ byte: UInt8) {
            value.append(byte)
            kept = value.count
        }
        for byte in text.utf8 {
            let isBreak = byte == 0x0A || byte == 0x0D
            switch state {
            case .beforeName:
                if byte == UInt8(ascii: "#") || byte == UInt8(ascii: ";") {
                    state = .comment
                } else if !Self.isBlank(byte) {
                    (state, name, value, kept, nameLine) = (.name, [byte], [], 0, line)
                }
            case .name:
                if isBreak {
                    state = .beforeName
                } else if byte == UInt8(ascii: "=") {
                    state = .beforeValue
                } else {
                    name.append(byte)
                }
            case .beforeValue where isBreak, .value where isBreak:
                finish()
                state = .beforeName
            case .beforeValue where byte == UInt8(ascii: "'"): state = .single
            case .beforeValue where byte == UInt8(ascii: "\""): state = .double
            case .beforeValue where Self.isBlank(byte): break
            case .beforeValue, .value:
                if byte == UInt8(ascii: "\\") {
                    state = .escape
                } else {
                    state = .value
                    value.append(byte)
                    if !Self.isBlank(byte) { kept = value.count }
                }
            case .escape:
                state = .value
                if !isBreak { push(byte) }
            case .single:
                if byte == UInt8(ascii: "'") { state = .beforeValue } else { push(byte) }
            case .double:
                if byte == UInt8(ascii: "\"") {
                    state = .beforeValue
                } else if byte == UInt8(ascii: "\\") {
                    state = .doubleEscape
                } else {
                    push(byte)
                }
            case .doubleEscape:
                state = .double
                if "\"\\`$".utf8.contains(byte) {
                    push(byte)
                } else if !isBreak {
                    push(UInt8(ascii: "\\"))
                    push(byte)
                }
            case .comment:
                if isBreak { state = .beforeName }
            }
            if byte == 0x0A { line += 1 }
        }
        switch state {
        case .beforeValue, .value, .escape, .single, .double, .doubleEscape: finish()
        case .beforeName, .name, .comment: break
        }
        return entries
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
