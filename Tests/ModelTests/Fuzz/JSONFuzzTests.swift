import Model
import Support
import Testing

/// The reader and the writer of JSON: no input ends the program, and what is written is read again as it was.
@Suite struct JSONFuzzTests {
    private static let words = [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "d83d", "\\n", "true", "false", "null",
        "-", "0",
        "1e999", "1.5", "9223372036854775808", "E+", "\"a\":", " ", "\r", "\u{0}", "é", "\u{2028}", "😀",
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `texts made by chance are read or refused, and what is read is written so that it is read again`(seed: UInt64)
    {
        var chaos = Chaos(seed: seed)
        for _ in 0..<Rounds.of(20_000, atLeast: 1_000) {
            let text = chaos.text(upTo: 60, of: Self.words)
            guard let value = JSONValue(parsing: text) else { continue }
            #expect(JSONValue(parsing: value.text) == value, "\(text)")
        }
    }

    @Test(arguments: [5, 6, 7] as [UInt64])
    func `values made by chance are written so that they are read again`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<Rounds.of(10_000, atLeast: 500) {
            let value = Self.value(depth: 0, &numbers)
            let text = value.text
            #expect(JSONValue(parsing: text) == value, "\(text)")
            #expect(JSONValue(parsing: text)?.text == text)
        }
    }

    @Test(arguments: [8, 9] as [UInt64])
    func `a text with one byte changed is read or refused`(seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<Rounds.of(5_000, atLeast: 300) {
            var bytes = Array(Self.value(depth: 0, &numbers).text.utf8)
            bytes[Int.random(in: bytes.indices, using: &numbers)] = .random(in: 0...255, using: &numbers)
            guard let value = JSONValue(parsing: String(decoding: bytes, as: UTF8.self)) else { continue }
            #expect(JSONValue(parsing: value.text) == value)
        }
    }

    @Test(arguments: ["[", "{\"a\":", "\"", "1", "[1,", "\"\\u0041", " ", "{\"a\":1},"])
    func `eight times the text takes about eight times as long`(unit: String) {
        let ratio = growth(unit) { _ = JSONValue(parsing: $0) }
        #expect(ratio < 24, "\(unit): \(ratio)")
    }

    private static func value(depth: Int, _ numbers: inout SeededNumbers) -> JSONValue {
        switch Int.random(in: 0..<(depth < 6 ? 9 : 7), using: &numbers) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &numbers))
        case 2: return .integer(.random(in: .min ... .max, using: &numbers))
        case 3:
            // Every pattern of bits but those that are no number.
            let number = Double(bitPattern: numbers.next())
            return .number(number.isFinite ? number : 0.5)
        case 4:
            return .number(
                [0.0, -0.0, 1, 1e15, 1e16, -1e17, 0.1, .leastNonzeroMagnitude][Int.random(in: 0..<8, using: &numbers)])
        case 5, 6: return .string(text(&numbers))
        case 7:
            return .array((0..<Int.random(in: 0..<5, using: &numbers)).map { _ in value(depth: depth + 1, &numbers) })
        default:
            return .object(
                (0..<Int.random(in: 0..<5, using: &numbers)).map { _ in
                    .init(text(&numbers), value(depth: depth + 1, &numbers))
                })
        }
    }

    private static func text(_ numbers: inout SeededNumbers) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<8, using: &numbers) {
            let range: ClosedRange<UInt32> =
                [0...0x9F, 0x22...0x5C, 0x300...0x36F, 0x2000...0x206F, 0...0x10FFFF]
                .randomElement(using: &numbers) ?? 0...0x7F
            if let scalar = Unicode.Scalar(.random(in: range, using: &numbers)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
