import Crypto
import Testing

/// Columns as Active Record seals them.
struct RecordCipherTests {
    /// What a Mastodon 4.7 wrote for a key of 1,024 bits, with 32 times `a` for the key and 32 times `c` for the salt.
    private static let payload =
        ""
        + "GnyH647P6ycEv3DArwV92hXPvn1V2j9JPfWLUZu16Yf8AW0z9VuclGGvzdWLg+Cst2IMBlQdHiuyONg2qk0GTQUgXFrDtgaBHXp6"
        + "nOLi/byFLY1GYVUqbfIZkiE8bbbgaV7wM39wkago7LAX0Cw7IL7Xw5Vj1vwwqJpXYiMiPvDIpvzifOp6SAVUn3w53ZLR8pU5H8LI"
        + "LoRwGg0AbRyFFlwSoVFThJAg0yu7hgPtzBAldKb6nkba4kD32OmnIlHdr0oGqmVMYn5j3Kz88DjpXE3qnR9pvsdR/wOWZEdZIUvx"
        + "wVx41nK9wV5cXXDf4ewVEwSEpiWPFR+4TNd/KSliz2hkY4W8aF2048+L0nOhEwLNMPCdHEA6GvIxXBJyjcy58jjWG11D8v/1YqcB"
        + "qyOEumaGn4zdHZlBIxhRWko4MZ4BqG2qxHxHZW6skxRJ0ZdOrpBH37V1ok6W71Hr91HUFN1s3oD9qZhch1b6W7aWgKGsMUqhf0GK"
        + "VlRKYe5ZfqUuFakDGUYAcBjULwr8tn9G1KLucLdhcx809FpZpcY6oVo9M1vshW9aArrFVHkWLeGNgOmO7lcLMsanNUPdMSiHCiXr"
        + "w15FObmTXJiPVb6qNY5k9FlIhN5BmdFo09zJ0/G+BG9dX8O/vWN1GfAzZAaz+YlT6Dtp0+P3f3ySj/0Qg0OLiLJjvnIWo3+UT21l"
        + "sXLDvBn/X9Xwf4DioxNQweFLStIFgWY9bgZrQSKMIHI/4TWKTzeN+hrpwA2/WD4Alwb5YDNxe4sT+/XEhhQLU4h18NMVILAwoZor"
        + "FHl2RafaxKI3+4/sNiUMM5J0zyzOpC/96COT+Q+NQup3/hIIwiUA9yk2iIiFw06i13WAcw3Gpv2co3XhDK4IV4DFlbFoTVenK9ZM"
        + "xKhivZEJeVFXamDsFUXprRVlDSwe0EmbOg=="
    private static let vector = "SMuKQBblKHo1uHyt"
    private static let tag = "LB9EXJqC7IMZC0Ji/XT4zQ=="

    private let cipher = RecordCipher(
        primary: String(repeating: "a", count: 32), salt: String(repeating: "c", count: 32))

    @Test func `what a server wrote is opened by its own keys and by no others`() throws {
        let sealed = RecordCipher.Sealed(
            payload: try #require(Self.bytes(Self.payload)), vector: try #require(Self.bytes(Self.vector)),
            tag: try #require(Self.bytes(Self.tag)), isCompressed: true)
        let text = try #require(cipher.opened(sealed))
        #expect(text.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
        #expect(
            Digest.sha256Digits(text) == "f607207ab2466593c4290723a78174040d331e562f7d2b953414489614374663")
        let other = RecordCipher(primary: String(repeating: "a", count: 32), salt: String(repeating: "d", count: 32))
        #expect(other.opened(sealed) == nil)
        var torn = sealed
        torn.payload[3] ^= 1
        #expect(cipher.opened(torn) == nil)
    }

    @Test func `what is sealed here has the server's form, and the same vector gives the same text`() throws {
        let vector = (0..<12).map { UInt8($0) }
        let key = String(repeating: "words of a long text ", count: 20)
        let sealed = try cipher.sealed(key, vector: vector)
        #expect(try cipher.sealed(key, vector: vector) == sealed)
        #expect(try cipher.sealed(key) != cipher.sealed(key))
        #expect(sealed.hasPrefix(#"{"p":""#) && sealed.hasSuffix(#"","c":true}}"#))
        #expect(sealed.contains(#""h":{"iv":"AAECAwQFBgcICQoL","at":""#))
        // Short ones are not deflated.
        #expect(try cipher.sealed("short", vector: vector).hasSuffix(#""}}"#))
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var (bits, count): (Int, Int) = (0, 0)
        var bytes: [UInt8] = []
        for letter in text where letter != "=" {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            bits = (bits << 6 | value) & 0xff_ffff
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return bytes
    }
}
