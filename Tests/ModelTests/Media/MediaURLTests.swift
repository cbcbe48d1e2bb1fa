import Model
import Testing

@Suite struct MediaURLTests {
    private static let key = "cache/media_attachments/files/109/987/654/321/098/765/original/0123456789abcdef.png"

    @Test(arguments: [
        "https://files.peer.example/\(key)", "https://peer.example/system/\(key)?x=1#y",
        "https://s3.example/bucket/some/prefix/\(key)", "/system/\(key)", key,
        "  https://files.peer.example/\(key)\n", "https://files.peer.example/%63ache/\(key.dropFirst(6))",
    ])
    func `the end of the path names the file, whatever stands before`(text: String) throws {
        let address = try #require(MediaURL(text))
        #expect(address.key.text == Self.key)
        #expect(address.path.kind == .mediaFile)
        #expect(address.path.id == 109_987_654_321_098_765)
        #expect(address.path.style == "original")
    }

    @Test func `short ids and other classes are read too`() throws {
        let address = try #require(MediaURL("https://x.example/system/accounts/avatars/000/000/007/static/a%20b.png"))
        #expect(address.path.kind == .avatar && address.path.id == 7)
        #expect(address.key.text == "accounts/avatars/000/000/007/static/a b.png")
    }

    @Test(arguments: [
        "", "https://peer.example", "https://peer.example/@alice/1", "https://peer.example/media_proxy/1/original",
        "https://peer.example/system/junk/files/000/000/007/original/a.png",
        "https://peer.example/system/accounts/avatars/000/00x/007/original/a.png",
        "https://peer.example/system/accounts/avatars/000/000/007/original/a%2",
        "accounts/avatars/000/000/007/original",
        "https://peer.example/system/accounts/avatars/000/000/007/original/%ff.png",
    ])
    func `what names no stored file is no media address`(text: String) {
        #expect(MediaURL(text) == nil)
    }
}
