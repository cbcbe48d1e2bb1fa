import Model
import Testing

struct UsernameTests {
    @Test(arguments: ["a", "Alice_01", "_", "123", String(repeating: "x", count: 30)])
    func `letters, digits and underscores make a name`(text: String) throws {
        #expect(try Username(text).text == text)
    }

    @Test(arguments: [
        ("", Username.Flaw.blank), ("  ", .blank), ("bad name!", .invalid), ("a.b", .invalid), ("a-b", .invalid),
        ("é", .invalid), ("a@b", .invalid), (String(repeating: "x", count: 31), .tooLong),
    ])
    func `anything else does not`(text: String, flaw: Username.Flaw) {
        #expect(throws: flaw) { try Username(text) }
    }
}
