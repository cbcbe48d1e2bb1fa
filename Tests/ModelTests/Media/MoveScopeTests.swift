import Model
import Testing

@Suite struct MoveScopeTests {
    @Test func `parts are told by the beginnings of keys, each key once`() {
        #expect(MoveScope().prefixes == [""])
        #expect(MoveScope([.cached]).prefixes == ["cache/"])
        #expect(MoveScope([.avatars]).prefixes == ["accounts/avatars/", "cache/accounts/avatars/"])
        #expect(MoveScope([.avatars, .cached]).prefixes == ["accounts/avatars/", "cache/"])
        let local = MoveScope([.local]).prefixes
        #expect(
            local == local.sorted() && local.contains("backups/dumps/") && !local.contains { $0.hasPrefix("cache") })
        #expect(MoveScope([.local, .emoji]).prefixes == (local + ["cache/custom_emojis/images/"]).sorted())
    }

    @Test(arguments: [
        ("accounts/avatars/000/000/001/original/a.png", "image/png", false),
        ("cache/media_attachments/files/000/000/001/small/b.JPG", "image/jpeg", false),
        ("media_attachments/files/000/000/001/original/c.mp4", "video/mp4", false),
        ("backups/dumps/000/000/001/original/archive.zip", "application/zip", true),
        ("site_uploads/files/000/000/001/original/d", nil, false),
    ])
    func `a file is served by its name`(key: String, type: String?, isPrivate: Bool) {
        let served = FileServing(of: ObjectKey(key))
        #expect(served.contentType == type && served.isPrivate == isPrivate)
        #expect(FileServing.isGeneric("binary/octet-stream") && FileServing.isGeneric(nil))
        #expect(!FileServing.isGeneric("image/png"))
    }
}
