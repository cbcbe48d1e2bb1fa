import Glibc

/// The binary forms of a few types, as text. Their layouts are those of `numeric_send`, `uuid_send` and `network_send`
/// (PostgreSQL's src/backend/utils/adt/numeric.c, uuid.c and network.c).
extension Field {
    /// `numeric`: count of digits to base 10,000, weight of the first, sign, digits after the point, the digits.
    var decimalText: String? {
        guard count >= 8 else { return nil }
        let digitCount = Int(load(Int16.self))
        let weight = Int(load(Int16.self, at: 2))
        let scale = Int(load(UInt16.self, at: 6))
        guard digitCount >= 0, count == 8 + 2 * digitCount else { return nil }
        var text: String
        switch load(UInt16.self, at: 4) {
        case 0x0000: text = ""
        case 0x4000: text = "-"
        case 0xC000: return "NaN"
        case 0xD000: return "Infinity"
        case 0xF000: return "-Infinity"
        default: return nil
        }
        func group(_ index: Int) -> String {
            let value = index >= 0 && index < digitCount ? String(load(Int16.self, at: 8 + 2 * index)) : "0"
            return String(repeating: "0", count: max(0, 4 - value.utf8.count)) + value
        }
        var whole = ""
        if weight >= 0 { for index in 0...weight { whole += group(index) } }
        let trimmed = whole.drop { $0 == "0" }
        text += trimmed.isEmpty ? "0" : trimmed
        if scale > 0 {
            var fraction = ""
            var index = weight + 1
            while fraction.utf8.count < scale {
                fraction += group(index)
                index += 1
            }
            text += "." + fraction.prefix(scale)
        }
        return text
    }

    var uuidText: String? {
        guard count == 16 else { return nil }
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return text
    }

    /// Family (2 or 3), bits of the mask, whether it is a `cidr`, size of the address, the address.
    var networkText: String? {
        guard count >= 4, count == 4 + Int(bytes[3]), count == 8 || count == 20 else { return nil }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isV4 = count == 8
        guard let start, inet_ntop(isV4 ? AF_INET : AF_INET6, start + 4, &buffer, socklen_t(buffer.count)) != nil else {
            return nil
        }
        let address = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let isWhole = bytes[1] == (isV4 ? 32 : 128)
        return isWhole && bytes[2] == 0 ? address : "\(address)/\(bytes[1])"
    }
}
