import CResolv

/// Reads the records in a name server's answer (RFC 1035, section 4.1), whatever name each stands under: where a name is
/// another's alias, the answer has the other's records behind it.
package enum NameAnswer {
    /// Addresses as people write them, in the order of the answer; nil for what is no answer.
    package static func addresses(in message: ArraySlice<UInt8>) -> [String]? {
        let short = values(in: message, of: 1) { reader, end in address(&reader, end, AF_INET, 4) }
        let long = values(in: message, of: 28) { reader, end in address(&reader, end, AF_INET6, 16) }
        guard let short, let long else { return nil }
        return short + long
    }

    /// Texts, the parts of each put together; nil for what is no answer.
    package static func texts(in message: ArraySlice<UInt8>) -> [String]? {
        values(in: message, of: 16) { reader, end in
            var text: [UInt8] = []
            while reader.position < end {
                let size = Int(reader.bytes[reader.position])
                guard reader.position + 1 + size <= end else { return nil }
                text += reader.bytes[reader.position + 1..<reader.position + 1 + size]
                reader.position += 1 + size
            }
            return [String(decoding: text, as: UTF8.self)]
        }
    }

    /// - Parameter read: gets the reader at a record's data, and where those end; nil says that they are malformed.
    static func values(
        in message: ArraySlice<UInt8>, of wanted: Int, _ read: (inout NameReader, Int) -> [String]?
    ) -> [String]? {
        var reader = NameReader(bytes: Array(message))
        guard reader.skip(4), let questions = reader.number(), let answers = reader.number(), reader.skip(4) else {
            return nil
        }
        for _ in 0..<questions {
            guard reader.name() != nil, reader.skip(4) else { return nil }
        }
        var found: [String] = []
        for _ in 0..<answers {
            guard reader.name() != nil, let type = reader.number(), reader.skip(6), let length = reader.number()
            else { return nil }
            let end = reader.position + length
            guard end <= reader.bytes.count else { return nil }
            if type == wanted {
                guard let values = read(&reader, end) else { return nil }
                found += values
            }
            reader.position = end
        }
        return found
    }

    private static func address(_ reader: inout NameReader, _ end: Int, _ family: Int32, _ size: Int) -> [String]? {
        guard end - reader.position == size else { return nil }
        var room = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isRead = reader.bytes[reader.position..<end].withUnsafeBytes { bytes in
            inet_ntop(family, bytes.baseAddress, &room, socklen_t(room.count)) != nil
        }
        guard isRead else { return nil }
        return [String(decoding: room.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)]
    }
}
