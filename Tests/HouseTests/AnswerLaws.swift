import Testing

/// What holds of the answers that other programs read.
@Suite struct AnswerLaws {
    /// Files of our own, which nobody else reads, and a bundle's part that wants a cluster.
    private static let own: Set<String> = [
        "backup.manifest/1", "backup.rehearsal/1", "plan/1", "search.checkpoint/1", "support.search/1",
    ]

    @Test func `what each schema word promises stands in Tests/Golden/json`() {
        let words = Set(
            SourceFile.sources.filter { $0.text.contains("schema") }.flatMap(\.literals).map(\.text).filter {
                $0.wholeMatch(of: /[a-z][a-z-]*(\.[a-z][a-z-]*)*\/[0-9]+/) != nil
            }
        ).subtracting(Self.own)
        #expect(words.count > 50)
        let told = Set(
            SourceFile.all(below: "Tests/Golden/json", ending: ".json").map { String($0.name.dropLast(5)) })
        #expect(words.filter { !told.contains($0.replacing("/", with: "-")) }.sorted() == [])
    }
}
