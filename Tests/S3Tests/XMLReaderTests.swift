import HTTP
import Testing

@testable import S3

@Suite struct XMLReaderTests {
    func events(_ text: String) throws -> [XMLReader.Event] {
        var reader = XMLReader(Array(text.utf8))
        var events: [XMLReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        return events
    }

    @Test func `elements, text, attributes, comments and instructions`() throws {
        let text = "\u{FEFF}<?xml version='1.0'?><!-- > --><a x=\"1>2\" y='/'> <p:b/>t<!--x--></a >\n"
        #expect(try events(text) == [.start("a"), .text(" "), .start("b"), .end("b"), .text("t"), .end("a")])
    }

    @Test func `entities, numeric references and CDATA`() throws {
        let text = "<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F9A3;<![CDATA[<b>&amp;]]]></a>"
        let joined = try events(text).reduce("") { if case .text(let part) = $1 { $0 + part } else { $0 } }
        #expect(joined == "<>&\"'A🦣<b>&amp;]")
    }

    @Test(arguments: [
        "", " ", "<", "<a", "<a>", "<a></b>", "<a></a", "<a></a><b/>", "x<a/>", "<a/>x", "<a b></a>", "<a b=c></a>",
        "<a b='c></a>", "<a>&nope;</a>", "<a>&amp</a>", "<a>&#xD800;</a>", "<a>&#99999999999;</a>", "<!DOCTYPE a><a/>",
        "<a><!-- </a>", "<a><![CDATA[ </a>", "</a>", "<></>", "{\"json\": true}", "<html><br></html>",
        String(repeating: "<a>", count: 100), "<?xml version='1.0'?>",
    ])
    func `what is not well-formed is an error`(text: String) {
        #expect(throws: XMLError.self) { try events(text) }
    }

    @Test func `bytes that are not UTF-8 are an error and no crash`() {
        var reader = XMLReader([0x3C, 0x61, 0x3E, 0xFF, 0x3C, 0x2F, 0x61, 0x3E])
        #expect(throws: XMLError.self) { while try reader.next() != nil {} }
    }

    @Test func `every cut of an answer is an error, wherever it falls`() throws {
        let text = Array(
            "<?xml version=\"1.0\"?><DeleteResult xmlns=\"http://s3/\"><Error><Key>a&amp;b</Key><Code>X</Code></Error></DeleteResult>"
                .utf8)
        #expect(try S3Answer.deletion(HTTPResponse(status: 200, body: text)).map(\.key) == ["a&b"])
        for length in 0..<text.count {
            #expect(throws: S3Error.self) {
                try S3Answer.deletion(HTTPResponse(status: 200, body: Array(text.prefix(length))))
            }
        }
    }

    @Test func `a changed byte never crashes the reader`() {
        let text = Array("<a b='c'><d>&#65;&amp;</d><![CDATA[x]]><!--y--></a>".utf8)
        var accepted = 0
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                var reader = XMLReader(changed)
                do {
                    while try reader.next() != nil {}
                    accepted += 1
                } catch {}
            }
        }
        #expect(accepted > text.count)
    }

    @Test func `a listing is decoded only when it says that it is encoded`() throws {
        let entry =
            "<Contents><Key>a%2Bb+c</Key><Size>5</Size><LastModified>2013-05-24T00:00:00Z</LastModified></Contents>"
        let plain = try S3Answer.page(
            HTTPResponse(status: 200, body: Array("<ListBucketResult>\(entry)</ListBucketResult>".utf8)))
        #expect(plain.objects == [S3Object(key: "a%2Bb+c", size: 5, modified: 1_369_353_600)])
        let encoded = "<ListBucketResult>\(entry)<EncodingType>url</EncodingType></ListBucketResult>"
        #expect(try S3Answer.page(HTTPResponse(status: 200, body: Array(encoded.utf8))).objects[0].key == "a+b c")
    }

    @Test func `a key that is not UTF-8 keeps its bytes`() throws {
        let text =
            "<ListBucketResult><EncodingType>url</EncodingType><Contents><Key>a%FF</Key></Contents></ListBucketResult>"
        let page = try S3Answer.page(HTTPResponse(status: 200, body: Array(text.utf8)))
        #expect(page.objects[0].rawKey == [0x61, 0xFF])
    }

    @Test func `an error inside a successful answer is that error`() {
        let text = "<Error><Code>InternalError</Code><Message>m</Message><RequestId>r</RequestId></Error>"
        #expect(throws: S3Error(status: 200, code: "InternalError", message: "m", requestID: "r")) {
            try S3Answer.copy(HTTPResponse(status: 200, body: Array(text.utf8)))
        }
    }
}
