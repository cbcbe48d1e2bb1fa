import Model
import Testing

@Suite struct MediaUsageTests {
    @Test func `a ranking keeps the largest of any number and adds up the rest`() {
        var ranking = UsageBreakdown.Ranking(top: 3)
        for number in 0..<10_000 {
            ranking.add(.init(name: "n\(number)", files: 1, bytes: Int64(number * 7919 % 10_007)))
        }
        ranking.cut()
        let breakdown = UsageBreakdown(by: .domain, ranking)
        let sizes = (0..<10_000).map { Int64($0 * 7919 % 10_007) }.sorted(by: >)
        #expect(breakdown.groups.map(\.bytes) == Array(sizes.prefix(3)))
        #expect(breakdown.otherGroups == 9_997)
        #expect(breakdown.otherFiles == 9_997)
        #expect(breakdown.otherBytes == sizes.dropFirst(3).reduce(0, +))
    }

    @Test func `inventories made apart add up to one made at once`() throws {
        let keys = [
            "cache/accounts/avatars/000/000/007/original/a.png", "accounts/avatars/000/000/008/static/b.png",
            "media_attachments/files/000/000/009/small/c.png", "lost+found/x", "imports/y",
        ]
        func count(_ keys: some Sequence<String>) -> StorageInventory {
            var inventory = StorageInventory()
            for key in keys {
                do throws(StoredPath.Unrecognised) {
                    inventory.add(try StoredPath(ObjectKey(key)), size: 10, isOrphan: key.contains("008"))
                } catch {
                    inventory.add(error, ObjectKey(key), size: 10)
                }
            }
            return inventory
        }
        var merged = count(keys.prefix(2))
        merged.merge(count(keys.dropFirst(2)))
        merged.sort()
        var whole = count(keys)
        whole.sort()
        #expect(merged == whole)
        #expect(whole.total == .init(files: 5, bytes: 50))
        #expect(whole.orphans == .init(files: 1, bytes: 10))
        let avatars = try #require(whole.classes.first { $0.name == "accounts/avatars" })
        #expect(avatars.cached == .init(files: 1, bytes: 10))
        #expect(avatars.styles.keys.sorted() == ["original", "static"])
        #expect(whole.unrecognised.map(\.amount.files) == [2])
    }
}
