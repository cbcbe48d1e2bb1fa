import Commands
import Testing

@Suite struct ShippedTests {
    @Test func `man pages and completions in the repository are what the program makes`() throws {
        #expect(Golden.differences(try Shipped.files(), in: ["man", "completions"]) == [])
    }
}
