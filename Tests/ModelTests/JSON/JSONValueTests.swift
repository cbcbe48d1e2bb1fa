import Model
import Testing

@Suite struct JSONValueTests {
    @Test(
        arguments: [
            ("0", .integer(0)), ("-0", .integer(0)), ("-0.0", .number(-0.0)), ("17", .integer(17)),
            ("1.5", .number(1.5)),
            ("1e3", .number(1_000)), ("1E+3", .number(1_000)), ("-1e-2", .number(-0.01)),
            ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
            ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1e-400", .number(0)),
            ("5e-324", .number(.leastNonzeroMagnitude)),
        ] as [(String, JSONValue)])
    func `numbers are read as they are`(text: String, value: JSONValue) {
        #expect(JSONValue(parsing: text) == value)
        #expect(JSONValue(parsing: value.text) == value)
    }

    @Test(arguments: [
        "", "+1", "01", "-01", ".5", "5.", "1e", "1e+", "-", "--1", "1e999", "-1e999", "[1e400]", "nan", "inf",
        "Infinity",
        "0x10", "1_000", "tru", "nulll", "\"", "\"\\x\"", "\"\\é\"", "\"\\u12\"", "\"\\u+123\"", "\"\\u-123\"", "[1,]",
        "[,1]",
        "{\"a\"}", "{\"a\":1,}", "{a:1}", "[1 2]", "1 2", "\u{B}1", "\u{FEFF}1",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(JSONValue(parsing: text) == nil, "\(text)")
    }

    @Test(arguments: [
        (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dA""#, "\u{FFFD}A"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (#""\ude00""#, "\u{FFFD}"), (#""\u0000""#, "\0"), (#""\/\b\f""#, "/\u{8}\u{c}"),
        ("\"e\u{301}\r\n\"", "e\u{301}\r\n"),
    ])
    func `escapes are read, and half a character spoils nothing behind it`(text: String, meaning: String) {
        #expect(JSONValue(parsing: text) == .string(meaning))
        #expect(
            JSONValue(parsing: JSONValue.string(meaning).text)?.string?.unicodeScalars.elementsEqual(
                meaning.unicodeScalars) == true)
    }

    @Test func `members keep their order and may be called alike`() throws {
        let value = try #require(JSONValue(parsing: #"{"b":1,"a":{"":[]},"b":2}"#))
        #expect(value.text == #"{"b":1,"a":{"":[]},"b":2}"#)
        #expect(value["b"] == 1)
    }

    @Test func `what stands too deep is refused, and what may be read may be written`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        let deepest = try #require(JSONValue(parsing: nested(JSONValue.deepest)))
        #expect(JSONValue(parsing: deepest.text) == deepest)
        #expect(JSONValue(parsing: nested(JSONValue.deepest + 1)) == nil)
        #expect(JSONValue(parsing: nested(1_000_000)) == nil)
    }

    @Test func `numbers that JSON has no word for are written as null`() {
        #expect(JSONValue.array([.number(.nan), .number(.infinity), .number(-.infinity)]).text == "[null,null,null]")
    }
}
