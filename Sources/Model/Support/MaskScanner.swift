/// One walk over a text, word by word.
struct MaskScanner {
    private let bytes: [UInt8]
    private var place = 0
    private var result: [UInt8] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    var masked: String {
        mutating get {
            while place < bytes.count {
                let start = place
                while place < bytes.count, Self.isOfWord(bytes[place]) { place += 1 }
                if place == start {
                    result.append(bytes[place])
                    place += 1
                } else {
                    take(bytes[start..<place])
                }
            }
            return String(decoding: result, as: UTF8.self)
        }
    }

    private mutating func take(_ word: ArraySlice<UInt8>) {
        // `password:word` is one word here.
        if let colon = word.firstIndex(of: UInt8(ascii: ":")), Self.isSecretName(word[..<colon]) {
            result += word[...colon]
            place = colon + 1
            maskValue()
        } else if Self.isSecretName(word), isFollowedBySign {
            result += word
            copySign()
            maskValue()
        } else if let at = word.lastIndex(of: UInt8(ascii: "@")), word.startIndex >= 2,
            bytes[word.startIndex - 1] == UInt8(ascii: "/"), bytes[word.startIndex - 2] == UInt8(ascii: "/")
        {
            result += TextMask.Mark.secret.utf8
            result += PlainMask.masked(word[at...])
        } else if Self.isEmail(word) {
            result += TextMask.Mark.email.utf8
        } else {
            result += PlainMask.masked(word)
        }
    }

    // MARK: - values behind the name of a secret

    private static let names = [
        "password", "passwd", "passphrase", "secret", "token", "authorization", "api_key", "apikey", "api-key",
        "access_key", "private_key", "otp_attempt", "cookie", "session_id", "credential",
    ].map { Array($0.utf8) }

    /// Whether what is called so is a secret.
    static func isSecretName(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count >= 5, word.count <= 80 else { return false }
        let lower = word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return names.contains { name in
            guard name.count <= lower.count else { return false }
            return (0...(lower.count - name.count)).contains { lower[$0...].starts(with: name) }
        }
    }

    /// Quotes, brackets and blanks, then `=`, `:` or `=>`.
    private var endOfSign: Int? {
        var end = place
        while end < bytes.count, end - place < 8, "\"'\\] ".utf8.contains(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "=") || bytes[end] == UInt8(ascii: ":") else { return nil }
        end += 1
        if end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
        return end
    }

    private var isFollowedBySign: Bool { endOfSign != nil }

    private mutating func copySign() {
        guard let end = endOfSign else { return }
        result += bytes[place..<end]
        place = end
    }

    private mutating func maskValue() {
        while place < bytes.count, "\"'\\ ".utf8.contains(bytes[place]) {
            result.append(bytes[place])
            place += 1
        }
        if bytes[place...].starts(with: TextMask.Mark.secret.utf8) {
            result += TextMask.Mark.secret.utf8
            place += TextMask.Mark.secret.utf8.count
            return
        }
        let isQuoted = result.last == UInt8(ascii: "\"") || result.last == UInt8(ascii: "'")
        let ends = isQuoted ? "\"'\\\n".utf8 : " \"'\\\n\r\t,;&)}]<>".utf8
        let start = place
        while place < bytes.count, !ends.contains(bytes[place]) { place += 1 }
        let value = String(decoding: bytes[start..<place], as: UTF8.self)
        if value.isEmpty || ["true", "false", "null", "nil"].contains(value) {
            result += value.utf8
        } else if ["bearer", "basic", "token"].contains(value.lowercased()), place < bytes.count {
            result += value.utf8
            maskValue()
        } else {
            result += TextMask.Mark.secret.utf8
        }
    }

    // MARK: - words

    private static func isOfWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || "._%+-:@~".utf8.contains(byte)
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80 }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// `alice@example.com`, also as a part of an address or with `%40`; a handle such as `@alice@example.com`, too.
    private static func isEmail(_ word: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: word, as: UTF8.self).replacing("%40", with: "@")
        let parts = text.split(separator: "@")
        guard parts.count > 1, let last = parts.last else { return false }
        let host = last.prefix { $0 != ":" && $0 != "%" }
        let labels = host.split(separator: ".")
        return host == "localhost" || labels.count > 1 && (labels.last?.contains { $0.isLetter } ?? false)
    }
}
