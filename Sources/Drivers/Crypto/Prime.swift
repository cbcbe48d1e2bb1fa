import CCrypto
import Faults

/// A large prime number, as one half of an RSA key.
package struct Prime: Sendable, Equatable {
    /// The exponent of every public key made here.
    static let exponent: UInt = 65_537

    /// Big-endian.
    let bytes: [UInt8]

    /// The first one that suits a key at or after the number these bytes tell, the highest first.
    ///
    /// The two highest bits are set, so that the product of two primes has twice the bits of one. The same bytes give
    /// the same prime: whoever knows them knows the key, so they are nothing for a key that is to keep a secret.
    /// - Throws: `Fault(.ourBug)` when libcrypto refuses.
    package init(from start: [UInt8]) throws {
        let context = BN_CTX_new()
        defer { BN_CTX_free(context) }
        guard let number = BN_bin2bn(start, Int32(start.count), nil) else { throw KeyPair.failure }
        defer { BN_clear_free(number) }
        let bits = Int32(start.count * 8)
        guard BN_set_bit(number, bits - 1) == 1, BN_set_bit(number, bits - 2) == 1, BN_set_bit(number, 0) == 1 else {
            throw KeyPair.failure
        }
        // The exponent has no inverse when it divides one less than the prime.
        while BN_mod_word(number, Self.exponent) == 1 || BN_check_prime(number, context, nil) != 1 {
            guard BN_add_word(number, 2) == 1 else { throw KeyPair.failure }
        }
        var bytes = [UInt8](repeating: 0, count: start.count)
        guard BN_bn2binpad(number, &bytes, Int32(bytes.count)) == bytes.count else { throw KeyPair.failure }
        self.bytes = bytes
    }
}

extension KeyPair {
    /// The key of two primes, which are not the same one.
    ///
    /// - Throws: `Fault(.ourBug)` when libcrypto refuses.
    package init(of p: Prime, and q: Prime) throws {
        let key = try Self.key(of: p, and: q)
        defer { EVP_PKEY_free(key) }
        try self.init(key)
    }

    /// All parts of the key; libcrypto computes none of them itself.
    private static func key(of first: Prime, and second: Prime) throws -> OpaquePointer {
        let context = BN_CTX_new()
        BN_CTX_start(context)
        defer {
            BN_CTX_end(context)
            BN_CTX_free(context)
        }
        func number() throws -> OpaquePointer {
            guard let number = BN_CTX_get(context) else { throw failure }
            return number
        }
        func prime(_ prime: Prime) throws -> OpaquePointer {
            let number = try number()
            guard BN_bin2bn(prime.bytes, Int32(prime.bytes.count), number) != nil else { throw failure }
            return number
        }
        let (p, q, n, e, d) = (try prime(first), try prime(second), try number(), try number(), try number())
        let (p1, q1, product) = (try number(), try number(), try number())
        let (dp, dq, inverse) = (try number(), try number(), try number())
        guard BN_mul(n, p, q, context) == 1, BN_set_word(e, Prime.exponent) == 1,
            BN_sub(p1, p, BN_value_one()) == 1, BN_sub(q1, q, BN_value_one()) == 1,
            BN_mul(product, p1, q1, context) == 1, BN_mod_inverse(d, e, product, context) != nil,
            BN_div(nil, dp, d, p1, context) == 1, BN_div(nil, dq, d, q1, context) == 1,
            BN_mod_inverse(inverse, q, p, context) != nil, let builder = OSSL_PARAM_BLD_new()
        else { throw failure }
        defer { OSSL_PARAM_BLD_free(builder) }
        guard ccrypto_push_rsa(builder, n, e, d, p, q, dp, dq, inverse) == 1 else { throw failure }
        return try assembled(builder)
    }

    private static func assembled(_ builder: OpaquePointer) throws -> OpaquePointer {
        guard let parameters = OSSL_PARAM_BLD_to_param(builder) else { throw failure }
        defer { OSSL_PARAM_free(parameters) }
        guard let maker = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) else { throw failure }
        defer { EVP_PKEY_CTX_free(maker) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(maker) == 1, EVP_PKEY_fromdata(maker, &key, ccrypto_whole_key, parameters) == 1,
            let key
        else { throw failure }
        return key
    }
}
