import Testing

@testable import Console

private struct Sample: Encodable {
    enum Kind: String, Encodable {
        case mediaRemove = "media.remove"
    }
    var schema = Kind.mediaRemove
    var keepInteracted = true
    var rootURL = "https://a/b"
    var freedBytes: Int64 = .max
    var ratio = 0.5
    var infinite = Double.infinity
    var missing: String?
    var lists: [[Int]] = [[1, 2], []]
    var byDomain = ["B.example": 2, "aKey": 1]
    var nested: [Inner] = [Inner(text: "a\"\\\n\u{1}\u{202E}é")]
    struct Inner: Encodable {
        var text: String
    }
}

@Suite struct JSONTextTests {
    @Test func `values are written in the order declared`() throws {
        #expect(
            try JSONText.line(Sample()) == #"{"schema":"media.remove","keep_interacted":true,"root_url":"https://a/b","#
                + #""freed_bytes":9223372036854775807,"ratio":0.5,"infinite":null,"lists":[[1,2],[]],"#
                + #""by_domain":{"B.example":2,"aKey":1},"nested":[{"text":"a\"\\\n\u0001\u202eé"}]}"#)
    }

    @Test func `pretty text is indented and empty lists stay short`() throws {
        struct Small: Encodable {
            var items: [Int] = []
            var two = [1, 2]
        }
        #expect(
            try JSONText.pretty(Small()) == """
                {
                  "items": [],
                  "two": [
                    1,
                    2
                  ]
                }
                """)
        #expect(try JSONText.line([String]()) == "[]")
        #expect(try JSONText.line(Optional<Int>.none) == "null")
    }

    @Test(arguments: [
        ("a", "a"), ("keepInteracted", "keep_interacted"), ("rootURL", "root_url"), ("URLPath", "url_path"),
        ("s3Key", "s3_key"), ("already_snake", "already_snake"), ("by1Day", "by1_day"),
    ])
    func `names become snake case`(name: String, snake: String) {
        #expect(JSONText.snakeCase(name) == snake)
    }
}
