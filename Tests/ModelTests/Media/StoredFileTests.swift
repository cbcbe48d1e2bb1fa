import Model
import Testing

@Suite struct StoredFileTests {
    private func media(_ name: String, _ type: String?, version: Int = 1, local: Bool = false) -> StoredFile {
        StoredFile(
            kind: .mediaFile, id: 109_987_654_321_098_765, fileName: name, contentType: type, schemaVersion: version,
            isLocal: local)
    }

    @Test func `a cached jpeg has an original and a small of the same name`() {
        #expect(
            media("ab.jpeg", "image/jpeg").keys.map(\.text) == [
                "cache/media_attachments/files/109/987/654/321/098/765/original/ab.jpeg",
                "cache/media_attachments/files/109/987/654/321/098/765/small/ab.jpeg",
            ])
    }

    @Test(arguments: [
        ("image/gif", "small/ab.png"), ("video/webm", "small/ab.png"), ("video/quicktime", "small/ab.png"),
        ("video/mp4", "small/ab.png"), ("image/heic", "small/ab.jpeg"), ("image/heif", "small/ab.jpeg"),
        ("image/avif", "small/ab.jpeg"), ("image/png", "small/ab.x"), ("image/webp", "small/ab.x"),
    ])
    func `the small style has the extension its type forces`(type: String, ending: String) {
        let keys = media("ab.x", type).keys.map(\.text)
        #expect(keys.count == 2)
        #expect(keys[1].hasSuffix(ending))
    }

    @Test(arguments: ["audio/mpeg", "application/octet-stream", nil])
    func `audio and the rest have an original only`(type: String?) {
        #expect(media("ab.mp3", type).keys.count == 1)
    }

    @Test func `nothing local and no version 0 lives in cache`() {
        #expect(!media("a.png", "image/png", local: true).livesInCache)
        #expect(!media("a.png", "image/png", version: 0).livesInCache)
        #expect(StoredFile(kind: .previewCard, id: 1, fileName: "a.jpg", schemaVersion: 1, isLocal: false).livesInCache)
        #expect(!StoredFile(kind: .backup, id: 1, fileName: "a.zip", schemaVersion: 1, isLocal: true).livesInCache)
    }

    @Test func `an animated avatar has a static picture, another has not`() {
        let gif = StoredFile(
            kind: .avatar, id: 7, fileName: "a.gif", contentType: "image/gif", schemaVersion: 1, isLocal: false)
        #expect(
            gif.keys.map(\.text) == [
                "cache/accounts/avatars/000/000/007/original/a.gif", "cache/accounts/avatars/000/000/007/static/a.png",
            ])
        var png = gif
        png.contentType = "image/png"
        #expect(png.keys.count == 1)
    }

    @Test func `a site upload has the styles of its name`() {
        func keys(_ name: String) -> [String] {
            StoredFile(kind: .siteUpload, id: 3, fileName: "x.jpg", isLocal: true, uploadName: name).keys.map(\.text)
        }
        #expect(
            keys("thumbnail") == [
                "site_uploads/files/000/000/003/original/x.jpg", "site_uploads/files/000/000/003/@1x/x.png",
                "site_uploads/files/000/000/003/@2x/x.png",
            ])
        #expect(keys("favicon").count == 4)
        #expect(keys("app_icon").count == 19)
        #expect(keys("mascot").count == 1)
    }

    @Test func `a row owns its own name and the forced ones, nothing else`() {
        #expect(media("ab.jpeg", "image/jpeg").owns(fileNamed: "ab.jpeg"))
        #expect(!media("ab.jpeg", "image/jpeg").owns(fileNamed: "ab.png"))
        #expect(media("ab.webm", "video/webm").owns(fileNamed: "ab.png"))
        #expect(media("ab.webm", "video/webm").owns(fileNamed: "ab.mp4"))
        #expect(!media("ab.webm", "video/webm").owns(fileNamed: "ba.png"))
    }

    @Test(arguments: ["../a.png", "a/b.png", "..", ".", "", "a\0b"])
    func `a stored name that could lead elsewhere is not safe`(name: String) {
        #expect(!media(name, "image/png").hasSafeNames)
    }

    @Test(arguments: ["a b.png", "ü.png", "a+b?.png", ".hidden", "a#%2F.png"])
    func `odd but harmless names are safe`(name: String) {
        #expect(media(name, "image/png").hasSafeNames)
    }
}

@Suite struct FileNameTests {
    @Test(arguments: [
        ("a.png", "a", "png"), ("a.tar.gz", "a.tar", "gz"), (".hidden", ".hidden", ""), ("a", "a", ""),
        ("a.", "a.", ""), ("..a.b", "..a", "b"), ("", "", ""),
        ("a.\u{301}b", "a", "\u{301}b"),
    ])
    func `names split as Ruby splits them`(name: String, base: String, fileExtension: String) {
        let split = FileName(name)
        #expect(split.base == base)
        #expect(split.fileExtension == fileExtension)
    }
}

@Suite struct StoredPathTests {
    @Test(arguments: [7, 999_999_999, 1_000_000_000, 109_987_654_321_098_765] as [Int64])
    func `a key leads back to its row`(id: Int64) throws {
        for kind in AttachmentKind.allCases {
            for version in [0, 1] {
                let file = StoredFile(
                    kind: kind, id: id, fileName: "a.gif", contentType: "image/gif", schemaVersion: version,
                    isLocal: false, uploadName: "thumbnail")
                for key in file.keys {
                    let path = try StoredPath(key)
                    #expect(path.kind == kind)
                    #expect(path.id == id)
                    #expect(file.owns(fileNamed: path.fileName))
                }
            }
        }
    }

    @Test(
        arguments: [
            ("media_attachments/files/000/000/007/original", .oddDepth),
            ("imports/data/000/000/007/original/a.csv", .unknownClass),
            ("media_attachments/datas/000/000/007/original/a.csv", .unknownAttachment),
            ("media_attachments/files/000/0x0/007/original/a.csv", .oddPartition),
            ("media_attachments/files/000/000/1007/original/a.csv", .oddPartition),
            ("media_attachments/files/000/000/007/../a.csv", .oddName),
            ("media_attachments/files/000/000/007/original/", .oddName), ("", .oddName),
        ] as [(String, StoredPath.Unrecognised)])
    func `what is no stored file says why`(key: String, reason: StoredPath.Unrecognised) {
        #expect(throws: reason) { () throws -> Void in _ = try StoredPath(ObjectKey(key)) }
    }

    @Test func `cache folders do not count wherever they stand`() throws {
        let path = try StoredPath(ObjectKey("cache/cache/media_attachments/files/000/000/007/small/a.png"))
        #expect(path.cacheParts == 2)
        #expect(path.id == 7)
    }
}
