import Testing

@testable import Model

@Suite struct StatusDocumentTests {
    private func document(
        text: String = "text", spoiler: String = "", media: [StatusDocument.Media] = [], poll: [String]? = nil
    ) -> StatusDocument {
        StatusDocument(
            id: 1, accountID: 2, spoilerText: spoiler, plainText: text, pollOptions: poll, media: media,
            created: DocumentDate(microseconds: 0))
    }

    private func json(_ document: StatusDocument, _ index: SearchIndex = .statuses) -> JSONValue? {
        var writer = DocumentWriter()
        document.write(to: &writer, for: index)
        return JSONValue(parsing: String(decoding: writer.bytes, as: UTF8.self))
    }

    private func text(_ document: StatusDocument) -> String? { json(document)?["text"]?.string }

    private func properties(_ document: StatusDocument) -> [String?]? {
        json(document)?["properties"]?.array?.map(\.string)
    }

    @Test func `the text is warning, text, options and descriptions with blank lines between`() {
        let media = [
            StatusDocument.Media(id: 7, type: 0, description: "a cat"),
            StatusDocument.Media(id: 8, type: 0, description: nil),
        ]
        #expect(text(document()) == "\n\ntext\n\n")
        #expect(text(document(spoiler: "cw")) == "cw\n\ntext\n\n")
        #expect(text(document(poll: ["yes", "no"])) == "\n\ntext\n\nyes\n\nno\n\n")
        #expect(text(document(media: media)) == "\n\ntext\n\na cat\n\n")
    }

    @Test(arguments: [
        (0, ["image", "media"]), (1, ["media"]), (2, ["video", "media"]), (3, ["media"]), (4, ["audio", "media"]),
    ])
    func `properties tell what is attached`(type: Int, properties: [String]) {
        #expect(self.properties(document(media: [.init(id: 1, type: type, description: nil)])) == properties)
    }

    @Test func `properties come in the server's order`() {
        var all = document(poll: [])
        all.hasCard = true
        all.hasEmbed = true
        all.isSensitive = true
        all.isReply = true
        all.hasQuote = true
        #expect(properties(all) == ["poll", "link", "embed", "sensitive", "reply", "quote"])
    }

    @Test func `files keep their author's order, those named nowhere are left out, and four are enough`() {
        let files = [5, 4, 3, 2, 1].map { StatusDocument.Media(id: $0, type: 0, description: nil) }
        func ids(_ order: [Int64]?, _ release: MastodonRelease) -> [Int64] {
            StatusDocument.ordered(files, by: order, release: release).map(\.id)
        }
        #expect(ids(nil, .v4_6) == [1, 2, 3, 4])
        #expect(ids(nil, .v4_2) == [1, 2, 3, 4, 5])
        #expect(ids([3, 9, 1], .v4_6) == [3, 1])
        #expect(ids([], .v4_6) == [])
    }

    @Test func `only the index of interactions says who may find it`() {
        #expect(json(document(), .statuses)?["searchable_by"] == .array([]))
        #expect(json(document(), .publicStatuses)?["searchable_by"] == nil)
    }

    @Test func `odd text is JSON all the same`() {
        let odd = "\"q\" \\ \u{1} \u{1f} \t\r\n é 漢 😀 \u{202e}x\u{2028}"
        #expect(json(document(text: odd))?["text"]?.string == "\n\n\(odd)\n\n")
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_234_567, "1970-01-01T00:00:01.234Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (951_782_399_999_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000_000, "2000-02-29T00:00:00.000Z"), (-62_167_219_200_000_000, "0000-01-01T00:00:00.000Z"),
        (-62_167_219_200_000_001, "0000-01-01T00:00:00.000+00:00"),
        (253_402_300_799_000_000, "9999-12-31T23:59:59.000Z"),
        (253_402_300_800_000_000, "9999-12-31T23:59:59.000+00:00"),
    ])
    func `dates have milliseconds and stay within four digits of a year`(microseconds: Int, text: String) {
        var bytes: [UInt8] = []
        DocumentDate(microseconds: Int64(microseconds)).write(into: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}

@Suite struct IndexSpecificationTests {
    @Test(arguments: SearchIndex.allCases, MastodonRelease.allCases)
    func `every record reads as the specification it was made of`(index: SearchIndex, release: MastodonRelease) {
        for preset in SearchPreset.allCases {
            let specification = IndexSpecification(index, release: release, preset: preset)
            #expect(specification.matches(record: specification.record))
            #expect(specification.mappings["properties"] != .null)
            #expect(specification.record.split(separator: "\n").allSatisfy { $0.utf8.count <= 60 })
        }
    }

    @Test func `presets differ in replicas and shards`() {
        func index(_ preset: SearchPreset, _ index: SearchIndex) -> JSONValue? {
            IndexSpecification(index, release: .v4_6, preset: preset).body["settings"]?["index"]
        }
        #expect(index(.singleNodeCluster, .tags)?["number_of_replicas"] == 0)
        #expect(index(.singleNodeCluster, .tags)?["number_of_shards"] == nil)
        #expect(index(.largeCluster, .tags)?["number_of_shards"] == 2)
        #expect(index(.smallCluster, .statuses)?["number_of_shards"] == 5)
        #expect(index(.largeCluster, .publicStatuses)?["number_of_shards"] == 10)
    }

    @Test func `accounts are cut into joined words since 4.4`() {
        func analyzers(_ release: MastodonRelease) -> JSONValue? {
            IndexSpecification(.accounts, release: release, preset: .smallCluster).analysis["analyzer"]
        }
        #expect(analyzers(.v4_3)?["word_join_analyzer"] == nil)
        #expect(analyzers(.v4_4)?["word_join_analyzer"] != nil)
    }

    /// As a 4.6.5 server wrote it for its instances on a single node.
    @Test func `a server's own record is recognised`() {
        let record = """
            eyJzZXR0aW5ncyI6eyJpbmRleCI6eyJudW1iZXJfb2ZfcmVwbGljYXMiOjAs
            InJlZnJlc2hfaW50ZXJ2YWwiOiIzMHMifX0sIm1hcHBpbmdzIjp7ImRhdGVf
            ZGV0ZWN0aW9uIjpmYWxzZSwicHJvcGVydGllcyI6eyJkb21haW4iOnsidHlw
            ZSI6InRleHQiLCJpbmRleF9wcmVmaXhlcyI6eyJtaW5fY2hhcnMiOjEsIm1h
            eF9jaGFycyI6NX19LCJhY2NvdW50c19jb3VudCI6eyJ0eXBlIjoibG9uZyJ9
            fX19

            """
        let specification = IndexSpecification(.instances, release: .v4_6, preset: .singleNodeCluster)
        #expect(specification.record == record)
        #expect(specification.matches(record: record))
        #expect(!IndexSpecification(.tags, release: .v4_6, preset: .singleNodeCluster).matches(record: record))
        #expect(!specification.matches(record: "no base64!"))
    }
}
