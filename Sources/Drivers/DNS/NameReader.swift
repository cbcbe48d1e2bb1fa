/// Goes through the bytes of an answer.
struct NameReader {
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
