import Crypto
import Testing

struct EdwardsKeyTests {
    /// The first of the test vectors of RFC 8032.
    private static let secret = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
        -----END PRIVATE KEY-----
        """
    private static let open = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
        -----END PUBLIC KEY-----
        """

    @Test func `a message is signed as RFC 8032 says, and only that is believed`() throws {
        let key = try #require(EdwardsKey(privatePEM: Self.secret))
        let signature = try #require(key.signature(of: []))
        #expect(
            Digest.hexadecimal(signature)
                == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b")
        let open = try #require(EdwardsKey(publicPEM: Self.open))
        #expect(open.verifies(signature, of: []))
        #expect(!open.verifies(signature, of: [0]))
        #expect(open.signature(of: []) == nil)
        #expect(open.publicBytes == key.publicBytes && open.publicBytes.first == 0xd7)
    }

    @Test func `a key of another kind is none`() throws {
        let other = try KeyPair.make()
        #expect(EdwardsKey(privatePEM: other.privateKey) == nil)
        #expect(EdwardsKey(publicPEM: other.publicKey) == nil)
        #expect(EdwardsKey(publicPEM: "no key") == nil)
    }
}
