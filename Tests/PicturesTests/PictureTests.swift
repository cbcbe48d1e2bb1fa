import Pictures
import Testing

@Suite struct PictureTests {
    /// One pixel, red, as GIF; then one with a second image.
    private static let gif: [UInt8] = [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 2, 0, 2, 0, 0x80, 0, 0, 0xFF, 0, 0, 0, 0, 0xFF,
        0x21, 0xF9, 4, 1, 0, 0, 1, 0,
        0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x02, 0x05, 0, 0x3B,
    ]

    @Test func `forms are told by the first bytes`() {
        #expect(Picture(Self.gif)?.form == .gif)
        #expect(Picture(Self.gif)?.width == 2)
        #expect(Picture(Array("no picture at all, whatever its name".utf8)) == nil)
        #expect(Picture([]) == nil)
        let webp = Array("RIFF\u{1}\u{0}\u{0}\u{0}WEBPVP8 ".utf8) + [UInt8](repeating: 0, count: 20)
        #expect(Picture(webp)?.form == .webp)
    }

    @Test func `the first image of a GIF becomes a PNG`() throws {
        let still = try Picture.still(of: Self.gif)
        let picture = try #require(Picture(still))
        #expect(picture.form == .png)
        #expect(picture.width == 2)
        #expect(picture.height == 2)
        // A still PNG stays as it is.
        #expect(try Picture.still(of: still) == still)
    }

    @Test func `what animates a PNG and what tells of it is left out`() throws {
        let still = try Picture.still(of: Self.gif)
        // Behind IHDR: a remark, with the sum of zlib's crc32 over it.
        let remark: [UInt8] = [0, 0, 0, 3, 0x74, 0x45, 0x58, 0x74, 0x61, 0x00, 0x62, 0x47, 0x62, 0x2C, 0xC1]
        var told = still
        told.insert(contentsOf: remark, at: 33)
        let made = try? Picture.still(of: told)
        #expect(made == nil || made == still, "the remark is there still")
    }

    @Test func `whatever is cut or turned, nothing but a refusal comes of it`() {
        let png = (try? Picture.still(of: Self.gif)) ?? []
        for whole in [Self.gif, png] {
            for cut in 0..<whole.count { _ = try? Picture.still(of: Array(whole[..<cut])) }
            for place in whole.indices {
                for byte: UInt8 in [0, 1, 0x7F, 0xFF] {
                    var odd = whole
                    odd[place] = byte
                    _ = try? Picture.still(of: odd)
                }
            }
        }
    }
}
