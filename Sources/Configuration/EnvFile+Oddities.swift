extension EnvFile {
    /// What is hard to see in a file: names that stand there twice with different values, and lines with what no screen
    /// shows. Both are read from the lines as they are, before any reader's rules.
    static func oddities(of bytes: [UInt8]) -> (repeated: [String], oddLines: [Int]) {
        var values: [String: String] = [:]
        var repeated: Set<String> = []
        var odd: [Int] = []
        // By bytes: to Swift a carriage return and a line feed are one letter.
        for (index, bytes) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            let line = String(decoding: bytes, as: UTF8.self)
            let scalars = line.unicodeScalars
            let isOdd = scalars.contains { $0 == "\r" || $0 == "\u{FEFF}" || $0 == "\u{A0}" || $0 == "\u{200B}" }
            let code = line.drop { $0 == " " || $0 == "\u{FEFF}" }
            guard !code.hasPrefix("#"), let mark = code.firstIndex(of: "=") else {
                if isOdd, !code.hasPrefix("#") { odd.append(index + 1) }
                continue
            }
            let value = String(code[code.index(after: mark)...])
            if isOdd || value.hasSuffix(" ") || value.hasSuffix("\t") { odd.append(index + 1) }
            let name = String(code[..<mark])
            if let earlier = values[name], earlier != value { repeated.insert(name) }
            values[name] = value
        }
        return (repeated.sorted(), odd)
    }
}
