import Model
import Testing

struct SettingValueTests {
    @Test(arguments: [
        ("--- open\n", "open"), ("--- open\n...\n", "open"), ("--- '16'\n", "16"), ("--- \"a b\"\n", "a b"),
        ("--- ''\n", ""), ("--- 'it''s'\n", "it's"), ("--- true\n", "true"),
    ])
    func `a scalar is read as Ruby writes it`(yaml: String, text: String) {
        #expect(SettingValue.scalar(yaml) == text)
    }

    @Test(arguments: ["", "---\n- a\n- b\n", "--- []\n", "--- {}\n", "--- ~\n", "--- null\n", "open\n", "---\na: b\n"])
    func `anything else is no scalar`(yaml: String) {
        #expect(SettingValue.scalar(yaml) == nil)
    }

    @Test func `a list is read by its lines`() {
        #expect(SettingValue.list("---\n- admin\n- 'a b'\n- x\n") == ["admin", "a b", "x"])
        #expect(SettingValue.list("--- []\n") == [])
    }

    @Test func `lists of domains hold for what is below them`() throws {
        let lists = EmailDomainLists(allowed: "Good.example|b.example", refused: "bad.good.example")
        #expect(!lists.refuse(try EmailAddress("a@x.good.example")))
        #expect(lists.refuse(try EmailAddress("a@xgood.example")))
        #expect(lists.refuse(try EmailAddress("a@y.bad.good.example")))
        #expect(!EmailDomainLists().refuse(try EmailAddress("a@any.example")))
    }
}
