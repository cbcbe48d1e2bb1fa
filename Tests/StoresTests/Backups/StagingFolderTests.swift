import Support
import Testing

@testable import Stores

@Suite struct StagingFolderTests {
    private let folder = TemporaryFolder()

    private func write(_ name: String, _ text: String) { TextFile.write(text, to: "\(folder.path)/\(name)") }

    /// Trap: pg_restore takes a table that is cut short for one with fewer rows.
    @Test func `tables of a dump without an end are found, wherever they are cut`() throws {
        write("toc.dat", "PGDMP")
        write("blob_16401.dat", "any bytes")
        let whole = "1\tone\n2\ttwo\n\\.\n\n\n"
        write("3001.dat", whole)
        write("3002.dat", "\\.\n\n\n")
        #expect(try StagingFolder.cutShort(in: folder.path) == [])
        for count in 0..<whole.count {
            write("3003.dat", String(whole.prefix(count)))
            #expect(try StagingFolder.cutShort(in: folder.path) == ["3003.dat"], "\(count)")
        }
    }
}
