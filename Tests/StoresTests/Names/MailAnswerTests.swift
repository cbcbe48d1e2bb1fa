import DNS
import Testing

@Suite struct MailAnswerTests {
    /// An answer for `spam.example` with one record, whose host ends with a pointer to the question.
    private static let answer: [UInt8] =
        [0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + [4] + Array("spam".utf8) + [7] + Array("example".utf8)
        + [0, 0, 15, 0, 1] + [0xC0, 12, 0, 15, 0, 1, 0, 0, 0, 60, 0, 7, 0, 10, 2] + Array("mx".utf8) + [0xC0, 12]

    @Test func `a host is read through its pointer`() {
        #expect(MailAnswer.hosts(in: Self.answer[...]) == ["mx.spam.example"])
    }

    @Test func `a pointer that leads forward or to itself is refused`() {
        var loop = Self.answer
        loop[loop.count - 1] = UInt8(loop.count - 2)
        #expect(MailAnswer.hosts(in: loop[...]) == nil)
    }

    @Test func `no bytes make it fail other than by saying so`() {
        var random = SystemRandomNumberGenerator()
        for count in 0...Self.answer.count { _ = MailAnswer.hosts(in: Self.answer[..<count]) }
        for _ in 0..<20_000 {
            var bytes = Self.answer
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            for host in MailAnswer.hosts(in: bytes[...]) ?? [] { #expect(host.utf8.count <= 1_020) }
        }
    }
}
