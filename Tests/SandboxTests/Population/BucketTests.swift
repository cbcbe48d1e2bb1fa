import Model
import S3
import Sandbox
import Support
import Testing

@Suite(.enabled(if: TestServers.hasS3))
struct `A population in a bucket` {
    @Test func `has every file under its key, with its size`() async throws {
        let instance = try await TestInstance.make(size: .small, storage: .s3)
        let population = try #require(instance.population)
        let client = S3Client(try #require(instance.bucket))
        defer { client.close() }
        let listing = S3Listing(client, prefix: "")
        var found: [String: Int] = [:]
        while let page = try await listing.next() {
            for object in page { found[object.key] = Int(object.size) }
        }
        var wanted: [String: Int] = [:]
        population.forEachFile { file in
            switch file.entry {
            case .file: wanted[file.key] = file.size
            case .directory: wanted["\(file.key)/"] = 0
            case .symbolicLink: break
            }
        }
        #expect(found == wanted)
        #expect(wanted.count > 2_000)
    }
}
