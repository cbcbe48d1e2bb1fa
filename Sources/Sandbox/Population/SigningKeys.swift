import Crypto
import Synchronization

/// The RSA keys of a population's local accounts, each its own, the same for the same seed.
///
/// A prime of 1,024 bits takes some 50 ms to find, a key of two known ones 2 ms. So the accounts share primes but no
/// two of them: 10 primes are enough for 45 accounts and 33 for 528. Anybody who knows the seed has these keys, and
/// two of them that share a prime give both away; that is good enough for a server nobody speaks with, and for nothing
/// else.
struct SigningKeys: Sendable {
    /// Those found so far in this process, by seed: tests fill hundreds of instances with the same one.
    private static let found = Mutex<[UInt64: [Prime]]>([:])

    let seed: UInt64

    /// - Throws: `Fault(.ourBug)` when libcrypto refuses.
    func key(ofAccount index: Int) throws -> KeyPair {
        // The account's place among all pairs of primes: (0, 1), (0, 2), (1, 2), (0, 3) …
        var larger = 1
        var smaller = index
        while smaller >= larger {
            smaller -= larger
            larger += 1
        }
        let primes = try primes(larger + 1)
        return try KeyPair(of: primes[smaller], and: primes[larger])
    }

    private func primes(_ count: Int) throws -> [Prime] {
        try Self.found.withLock { found in
            while found[seed, default: []].count < count {
                found[seed, default: []].append(try prime(found[seed, default: []].count))
            }
            return found[seed, default: []]
        }
    }

    private func prime(_ index: Int) throws -> Prime {
        var bytes: [UInt8] = []
        for word in 0..<16 {
            let bits = Population.mix(Population.mix(seed ^ 0x9d39_247e_3377_6d41) &+ UInt64(index * 16 + word))
            withUnsafeBytes(of: bits.bigEndian) { bytes += $0 }
        }
        return try Prime(from: bytes)
    }
}
