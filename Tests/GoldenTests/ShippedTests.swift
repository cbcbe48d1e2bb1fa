import Testing

@Suite struct ShippedTests {
    @Test func `man pages and completions in the repository are what the program makes`() throws {
        #expect(Golden.differences(try Made.files.get(), in: ["man", "completions"]) == [])
    }

    @Test func `help is what it was when somebody last read it`() throws {
        #expect(Golden.differences(try Made.help.get(), in: [Made.helpFolder]) == [])
    }
}
