import Faults
import Model
import Testing

@Suite struct QuarantineTests {
    @Test(arguments: [
        "cache", "cache/orphans", "media_attachments", "accounts/x", "", "/", "../x", "/x", "a//b", "a/./b",
    ])
    func `a prefix where files would look like the server's own is refused`(text: String) {
        #expect(throws: Fault.self) { try Quarantine(text) }
    }

    @Test func `a key goes there and comes back`() throws {
        let quarantine = try Quarantine("orphans/2026/")
        let key = ObjectKey("cache/accounts/avatars/000/000/007/original/e\u{301}.png")
        let place = quarantine.place(of: key)
        #expect(place.text == "orphans/2026/cache/accounts/avatars/000/000/007/original/e\u{301}.png")
        #expect(quarantine.origin(of: place) == key)
        #expect(quarantine.origin(of: ObjectKey("orphans/2026x/a")) == nil)
        #expect(quarantine.origin(of: ObjectKey("orphans/2026")) == nil)
    }

    @Test(arguments: ["q", "a/b", "a/b/c", "a/b/c/d"])
    func `what lies in quarantine is never taken for a file of the server's`(prefix: String) throws {
        let quarantine = try Quarantine(prefix)
        for key in [
            "accounts/avatars/000/000/007/original/a.png", "cache/accounts/avatars/000/000/007/original/a.png",
            "media_attachments/files/109/987/654/321/098/765/original/a.png",
        ] {
            #expect(throws: StoredPath.Unrecognised.self) { try StoredPath(quarantine.place(of: ObjectKey(key))) }
        }
    }
}
