import Model
import Testing

@Suite struct StorageSampleTests {
    private typealias Part = StorageSample.Part

    private func sample(
        local: (Int, Int) = (0, 0), cached: (Int, Int) = (0, 0), newest: (Int, Int) = (0, 0),
        objects: (Int, Int) = (0, 0), beyond: Int = 0
    ) -> StorageSample {
        var sample = StorageSample()
        sample.local = Part(asked: local.0, present: local.1)
        sample.cached = Part(asked: cached.0, present: cached.1)
        sample.newest = Part(asked: newest.0, present: newest.1)
        sample.objects = Part(asked: objects.0, present: objects.1)
        sample.beyond = beyond
        return sample
    }

    @Test func `a storage that has what the rows name is not doubted`() {
        #expect(sample().doubt == nil)
        #expect(sample(local: (20, 20), cached: (180, 180), newest: (40, 40), objects: (200, 200)).doubt == nil)
        // A third of the cache went with a disk.
        #expect(sample(local: (20, 20), cached: (180, 120), newest: (40, 30)).doubt == nil)
        // Deletions that failed have left many orphans.
        #expect(sample(cached: (180, 180), objects: (200, 60), beyond: 3).doubt == nil)
    }

    @Test func `a new server with few files is doubted only when all of at least five are missing`() {
        #expect(sample(local: (4, 0)).doubt == nil)
        #expect(sample(local: (3, 0), cached: (2, 0)).doubt == .nothingThere(of: 5))
        #expect(sample(local: (6, 1), cached: (4, 0)).doubt == nil)
        #expect(sample(objects: (4, 0)).doubt == nil)
    }

    @Test func `a storage without the files of the rows is doubted`() {
        #expect(sample(cached: (200, 0)).doubt == .nothingThere(of: 200))
        #expect(sample(local: (30, 2), cached: (170, 170)).doubt == .localMissing(Part(asked: 30, present: 2)))
        // The cache lies on a disk of its own, which is not mounted.
        #expect(sample(local: (30, 30), cached: (170, 0)).doubt == .cachedMissing(Part(asked: 170, present: 0)))
        #expect(sample(local: (12, 2), cached: (12, 2)).doubt == .filesMissing(Part(asked: 24, present: 4)))
    }

    @Test func `a storage that knows nothing of the newest rows is doubted`() {
        #expect(sample(cached: (180, 140), newest: (40, 0)).doubt == .newestMissing(of: 40))
        #expect(sample(cached: (180, 175), newest: (5, 0)).doubt == nil)
    }

    @Test func `objects that no row of the database could own are doubted`() {
        #expect(sample(objects: (5, 0)).doubt == .strangers(Part(asked: 5, present: 0)))
        #expect(sample(objects: (200, 12)).doubt == .strangers(Part(asked: 200, present: 12)))
        #expect(sample(cached: (180, 180), objects: (200, 180), beyond: 10).doubt == .beyond(10))
    }
}
