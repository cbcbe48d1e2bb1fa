import Testing

@testable import Console

private struct Row: Encodable {
    var text: String
    var rest: String?
    var number: Int64
    var nothing: Int64?
    var isSo: Bool
    var words: [String]

    private enum CodingKeys: String, CodingKey {
        case text, rest, number, nothing, isSo, words
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(text, forKey: .text)
        try container.encode(rest, forKey: .rest)
        try container.encode(number, forKey: .number)
        try container.encode(nothing, forKey: .nothing)
        try container.encode(isSo, forKey: .isSo)
        try container.encode(words, forKey: .words)
    }
}

@Suite struct JSONObjectsTests {
    @Test(arguments: [
        "", "plain", "a \"quoted\" \\ one", "tab\tand\nline", "\u{1B}[31m \u{7F} \u{9B} \u{2028} \u{202E}", "é 日本 🏳️‍🌈",
        "/",
    ])
    func `an object written straight reads as one that was encoded`(text: String) throws {
        let row = Row(text: text, rest: nil, number: .min, nothing: nil, isSo: true, words: [text, "x"])
        var objects = JSONObjects()
        for _ in 0..<2 {
            objects.clear()
            objects.open()
            objects.put("text", row.text)
            objects.put("rest", row.rest)
            objects.put("number", row.number)
            objects.put("nothing", row.nothing)
            objects.put("is_so", row.isSo)
            objects.put("words", row.words)
            objects.close()
            #expect(String(decoding: objects.bytes, as: UTF8.self) == (try JSONText.line(row)))
        }
    }
}
