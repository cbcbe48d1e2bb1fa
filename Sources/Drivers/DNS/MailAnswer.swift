/// Reads the mail exchangers in a name server's answer (RFC 1035, sections 3.3.9 and 4.1).
package enum MailAnswer {
    /// The hosts in the order of the answer, without the empty one that says a domain takes no mail (RFC 7505); nil for
    /// what is no answer.
    package static func hosts(in message: ArraySlice<UInt8>) -> [String]? {
        var reader = Reader(bytes: Array(message))
        guard reader.skip(4), let questions = reader.number(), let answers = reader.number(), reader.skip(4) else {
            return nil
        }
        for _ in 0..<questions {
            guard reader.name() != nil, reader.skip(4) else { return nil }
        }
        var hosts: [String] = []
        for _ in 0..<answers {
            guard reader.name() != nil, let type = reader.number(), reader.skip(6), let length = reader.number()
            else { return nil }
            let end = reader.position + length
            guard end <= reader.bytes.count else { return nil }
            if type == 15 {
                guard reader.skip(2), let host = reader.name(), reader.position == end else { return nil }
                if !host.isEmpty { hosts.append(host) }
            }
            reader.position = end
        }
        return hosts
    }

    private struct Reader {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        mutating func skip(_ count: Int) -> Bool {
            position += count
            return position <= bytes.count
        }

        /// Two bytes.
        mutating func number() -> Int? {
            guard position + 2 <= bytes.count else { return nil }
            defer { position += 2 }
            return Int(bytes[position]) << 8 | Int(bytes[position + 1])
        }

        /// A name, its labels with dots between them. A pointer may only lead back, so that none leads in circles.
        mutating func name() -> String? {
            var labels: [String] = []
            var cursor = position
            var lowest = position
            var hasJumped = false
            var length = 0
            while true {
                guard cursor < bytes.count else { return nil }
                let size = Int(bytes[cursor])
                if size & 0xC0 == 0xC0 {
                    guard cursor + 1 < bytes.count else { return nil }
                    let target = (size & 0x3F) << 8 | Int(bytes[cursor + 1])
                    guard target < lowest else { return nil }
                    if !hasJumped { position = cursor + 2 }
                    hasJumped = true
                    (cursor, lowest) = (target, target)
                } else {
                    guard size < 64, cursor + size < bytes.count else { return nil }
                    cursor += 1
                    if size == 0 { break }
                    length += size + 1
                    guard length <= 255 else { return nil }
                    labels.append(String(decoding: bytes[cursor..<cursor + size], as: UTF8.self))
                    cursor += size
                }
            }
            if !hasJumped { position = cursor }
            return labels.joined(separator: ".")
        }
    }
}
