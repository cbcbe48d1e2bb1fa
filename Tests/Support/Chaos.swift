import Glibc

/// Random numbers that are the same in every run (SplitMix64), so that a failure can be had again.
package struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Input nobody meant to give.
package struct Chaos {
    private var numbers: SeededNumbers

    package init(seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
    }

    /// Bytes put together from words a reader knows, bytes it does not, and pieces of both.
    ///
    /// - Parameter words: what the reader looks out for.
    package mutating func bytes(upTo length: Int, of words: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        let end = Int.random(in: 0...length, using: &numbers)
        while bytes.count < end {
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes.append(.random(in: 0...255, using: &numbers))
            case 1: bytes += Array(Character(Unicode.Scalar(UInt16.random(in: 0x80...0xD7FF, using: &numbers))!).utf8)
            case 2: bytes.append(10)
            default:
                guard let word = words.randomElement(using: &numbers) else { continue }
                bytes += word.utf8.prefix(Int.random(in: 0...word.utf8.count, using: &numbers))
                if Bool.random(using: &numbers) { bytes += word.utf8 }
            }
        }
        return bytes
    }

    /// As `bytes`, as text; what is no UTF-8 in it becomes U+FFFD.
    package mutating func text(upTo length: Int, of words: [String]) -> String {
        String(decoding: bytes(upTo: length, of: words), as: UTF8.self)
    }
}

/// How much longer work takes on eight times the input: near 8 when it is linear, near 64 when it is quadratic.
///
/// Counted is the time this thread was at work; what else the machine does still adds a little, so the least of several
/// counts, and what looks too long is looked at again.
///
/// - Parameters:
///   - kilobytes: of the smaller input, in a whole round (`Rounds`).
///   - enough: a growth that needs no second look.
package func growth(_ unit: String, kilobytes: Int = 256, enough: Double = 16, _ work: (String) -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<5 where least > enough { least = min(least, onceMeasured(unit, kilobytes, work)) }
    return least
}

private func onceMeasured(_ unit: String, _ kilobytes: Int, _ work: (String) -> Void) -> Double {
    func seconds(_ input: String, rounds: Int) -> Double {
        (0..<rounds).map { _ in
            workedSeconds { work(input) }
        }.min() ?? 0
    }
    let count = max(1, Rounds.of(kilobytes, atLeast: 16) * 1_024 / max(1, unit.utf8.count))
    let small = seconds(String(repeating: unit, count: count), rounds: 3)
    let large = seconds(String(repeating: unit, count: count * 8), rounds: 2)
    // Below this the clock and the allocator are all that is measured.
    return large / max(small, 0.000_5)
}
