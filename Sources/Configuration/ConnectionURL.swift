import Faults

/// The parts of a connection URL, percent-decoded. An absent part is nil.
struct ConnectionURL: Sendable {
    var scheme: String
    var user: String?
    var password: String?
    var host: String?
    var port: String?
    /// Without the leading slash.
    var path: String?
    var query: [String: String] = [:]

    /// Reads `scheme://[user[:password]@][host[:port]][/path][?name=value&…]`. The text is never quoted in an error.
    init(_ text: String, origin: Origin) throws {
        guard let mark = text.firstRange(of: "://") else {
            throw Fault(.configuration, "\(origin) is not a URL", help: "write scheme://user:password@host:port/name")
        }
        scheme = text[..<mark.lowerBound].lowercased()
        var rest = text[mark.upperBound...]
        // A password with a # or ? that nobody encoded: its rest would become a name of something, and be shown as one.
        if let end = rest.firstIndex(where: { $0 == "#" || $0 == "?" }), rest[end...].contains("@"),
            !rest[..<end].contains("@")
        {
            throw Fault(
                .configuration, "\(origin) holds a # or ? before its @, where they end the address",
                help: "write %23 for # and %3F for ? in a user's name or password")
        }
        if let fragment = rest.firstIndex(of: "#") { rest = rest[..<fragment] }
        if let question = rest.firstIndex(of: "?") {
            for pair in rest[rest.index(after: question)...].split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                query[Self.decode(parts[0])] = parts.count > 1 ? Self.decode(parts[1]) : ""
            }
            rest = rest[..<question]
        }
        // The last @, since a password may hold one that nobody encoded.
        if let at = rest.lastIndex(of: "@") {
            let person = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = person[0].isEmpty ? nil : Self.decode(person[0])
            password = person.count > 1 ? Self.decode(person[1]) : nil
            rest = rest[rest.index(after: at)...]
        }
        if let slash = rest.firstIndex(of: "/") {
            let text = Self.decode(rest[rest.index(after: slash)...])
            path = text.isEmpty ? nil : text
            rest = rest[..<slash]
        }
        if rest.first == "[", let close = rest.firstIndex(of: "]") {
            host = String(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
        } else {
            let name = rest.prefix { $0 != ":" }
            host = name.isEmpty ? nil : Self.decode(name)
            rest = rest[name.endIndex...]
        }
        if rest.first == ":" { port = rest.count > 1 ? String(rest.dropFirst()) : nil }
        if let port, UInt16(port) == nil { throw Fault(.configuration, "the port in \(origin) is not a number") }
    }

    private static func decode(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var iterator = Array(text.utf8)[...]
        while let byte = iterator.popFirst() {
            if byte == UInt8(ascii: "%"), iterator.count >= 2,
                let value = UInt8(String(decoding: iterator.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                iterator = iterator.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
