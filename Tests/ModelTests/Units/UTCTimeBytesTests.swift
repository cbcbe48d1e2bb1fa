import Model
import Testing

@Suite struct UTCTimeBytesTests {
    @Test(arguments: [
        0, -1, 951_782_399.9, 951_782_400, 1_795_169_472.5, 253_402_300_799, 253_402_300_800, -62_135_596_800,
        -99_999_999_999_999,
    ])
    func `a moment in bytes is the moment as text`(seconds: Double) {
        var bytes: [UInt8] = []
        UTCTime(seconds).append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == UTCTime(seconds).description)
    }
}
