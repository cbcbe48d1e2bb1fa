import Crypto
import Testing

/// Values as Rails' message verifiers sign them; these were worked out by another program after Rails' own rules.
struct MessageSealTests {
    private let seal = MessageSeal(
        secret: String(repeating: "0", count: 64) + String(repeating: "f", count: 64), purpose: "self-destruct")
    private static let value = "ImV4YW1wbGUuY29tIg==--5692349a5f16399016e2be312f4cca3b87858904"

    @Test func `a text is signed as the server does`() {
        #expect(seal.sealed(#""example.com""#) == Self.value)
        #expect(seal.opened(Self.value) == Array(#""example.com""#.utf8))
    }

    @Test func `what Ruby wrote in its own form is opened, too`() {
        let bytes = seal.opened("BAhJIhBleGFtcGxlLmNvbQY6BkVU--4a295cc4c613d4163dbd47e72144b7de84047e0a")
        #expect(bytes?.prefix(5) == [4, 8, 73, 34, 16])
        #expect(bytes.map { String(decoding: $0.dropFirst(5).prefix(11), as: UTF8.self) } == "example.com")
    }

    @Test(arguments: [
        "", "--", "true", "ImV4YW1wbGUuY29tIg==", "ImV4YW1wbGUuY29tIg==--5692349a5f16399016e2be312f4cca3b87858905",
        "ImV4YW1wbGUuY29tIg=--5692349a5f16399016e2be312f4cca3b87858904",
        "ImV4YW1wbGUuY29tIg==--5692349A5F16399016E2BE312F4CCA3B87858904",
    ])
    func `what was signed otherwise is not opened`(_ text: String) {
        #expect(seal.opened(text) == nil)
    }

    @Test func `another secret or another purpose does not open it`() {
        #expect(MessageSeal(secret: "1", purpose: "self-destruct").opened(Self.value) == nil)
        let secret = String(repeating: "0", count: 64) + String(repeating: "f", count: 64)
        #expect(MessageSeal(secret: secret, purpose: "foo").opened(Self.value) == nil)
    }
}
