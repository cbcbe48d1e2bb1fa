import CCrypto

/// The pair of keys of Web Push (VAPID): points of the curve P-256, in base64 for addresses.
package enum PushKeys {
    /// Whether the public key is that of the private one; nil when one of them is no such key.
    package static func fit(privateKey: String, publicKey: String) -> Bool? {
        guard let secret = bytes(privateKey), secret.count == 32, let point = bytes(publicKey), point.count == 65 else {
            return nil
        }
        guard let group = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1) else { return nil }
        defer { EC_GROUP_free(group) }
        let number = BN_bin2bn(secret, 32, nil)
        defer { BN_free(number) }
        let result = EC_POINT_new(group)
        defer { EC_POINT_free(result) }
        var made = [UInt8](repeating: 0, count: 65)
        guard EC_POINT_mul(group, result, number, nil, nil, nil) == 1,
            EC_POINT_point2oct(group, result, POINT_CONVERSION_UNCOMPRESSED, &made, 65, nil) == 65
        else { return nil }
        return made == point
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var count = 0
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for character in text.utf8 where character != UInt8(ascii: "=") {
            let plain =
                character == UInt8(ascii: "+") ? UInt8(ascii: "-") : character == UInt8(ascii: "/") ? 95 : character
            guard let value = letters.firstIndex(of: plain) else { return nil }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
                bits &= (1 << count) - 1
            }
        }
        return bytes
    }
}
