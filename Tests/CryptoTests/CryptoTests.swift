import CCrypto
import Crypto
import Testing

struct CryptoTests {
    /// The second hash is bcrypt-ruby's own test vector.
    @Test func `a password fits its hash and no other does`() throws {
        let hash = try PasswordHash.make(of: "secret", cost: 4)
        #expect(hash.hasPrefix("$2a$04$") && hash.utf8.count == 60)
        #expect(PasswordHash.matches("secret", hash))
        #expect(!PasswordHash.matches("Secret", hash) && !PasswordHash.matches("secret", ""))
        let known = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
        #expect(PasswordHash.matches("U*U", known))
    }

    @Test func `a hash has the server's cost and a salt of its own`() throws {
        let hashes = try [PasswordHash.make(of: "x"), PasswordHash.make(of: "x")]
        #expect(hashes.allSatisfy { $0.hasPrefix("$2a$10$") } && hashes[0] != hashes[1])
    }

    @Test func `keys are RSA of 2048 bits in the forms the server writes`() throws {
        let keys = try KeyPair.make()
        #expect(keys.privateKey.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
        #expect(keys.privateKey.hasSuffix("-----END RSA PRIVATE KEY-----\n"))
        #expect(keys.publicKey.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        let bio = try #require(keys.privateKey.withCString { BIO_new_mem_buf($0, -1).flatMap(Self.key) })
        defer { EVP_PKEY_free(bio) }
        #expect(EVP_PKEY_get_bits(bio) == 2_048)
    }

    @Test func `a prime is the same for the same bytes, and two of them are a key that signs`() throws {
        let start = (0..<128).map { UInt8($0) }
        let primes = try [Prime(from: start), Prime(from: start.reversed())]
        #expect(try Prime(from: start) == primes[0] && primes[0] != primes[1])
        let keys = try KeyPair(of: primes[0], and: primes[1])
        #expect(try KeyPair(of: primes[0], and: primes[1]) == keys)
        #expect(keys.privateKey.hasPrefix("-----BEGIN RSA PRIVATE KEY-----\n"))
        let bio = try #require(keys.privateKey.withCString { BIO_new_mem_buf($0, -1).flatMap(Self.key) })
        defer { EVP_PKEY_free(bio) }
        #expect(EVP_PKEY_get_bits(bio) == 2_048)
        let check = EVP_PKEY_CTX_new(bio, nil)
        defer { EVP_PKEY_CTX_free(check) }
        #expect(EVP_PKEY_check(check) == 1)
        let signer = try #require(RSAKey(privatePEM: keys.privateKey))
        let verifier = try #require(RSAKey(publicPEM: keys.publicKey))
        let signature = try #require(signer.signature(of: Array("farewell".utf8)))
        #expect(verifier.verifies(signature, of: Array("farewell".utf8)))
    }

    private static func key(_ bio: OpaquePointer) -> OpaquePointer? {
        defer { BIO_free(bio) }
        return PEM_read_bio_PrivateKey(bio, nil, nil, nil)
    }

    @Test func `tokens are 20 letters that nobody can guess`() {
        let tokens = Set((0..<200).map { _ in RandomText.token() })
        #expect(tokens.count == 200)
        #expect(tokens.allSatisfy { $0.utf8.count == 20 && !$0.contains { "lIO0".contains($0) } })
        #expect(RandomText.hexadecimal(16).utf8.count == 32)
    }
}
