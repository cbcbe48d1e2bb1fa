import Testing

@testable import Model

@Suite struct SettingYAMLTests {
    @Test(arguments: [
        ("--- open\n", SettingContent.text("open")), ("--- open\n...\n", .text("open")), ("--- true\n", .flag(true)),
        ("--- 14\n", .number(14)), ("---\n...\n", .none), ("--- \n", .none), ("--- ''\n", .text("")),
        ("--- 'yes'\n", .text("yes")), ("--- 'it''s'\n", .text("it's")), ("--- \"a\\nb\\u00e9\"\n", .text("a\nbé")),
        ("--- |-\n  one\n  two\n\n  three\n", .text("one\ntwo\n\nthree")),
        ("--- |\n  one\n  two\n", .text("one\ntwo\n")),
        ("--- |2-\n    far\n  near\n", .text("  far\nnear")), ("--- >-\n  one\n  two\n", .text("one two")),
        (
            "--- a long line that libyaml has folded\n  at eighty columns\n",
            .text("a long line that libyaml has folded at eighty columns")
        ),
        ("---\n- a\n- 'b c'\n", .list(["a", "b c"])), ("--- []\n", .list([])),
    ])
    func `what Ruby writes is read`(yaml: String, content: SettingContent) {
        #expect(SettingYAML.read(yaml) == content)
    }

    @Test(arguments: [
        SettingContent.text(""), .text("true"), .text("Our: server"), .text("a\nb\n"), .text("# no comment"),
        .text(" x "),
        .text("12"), .text("\"quoted\" and \\"), .text("naïve 😀"), .text("2026-01-01"), .text("- x"), .flag(false),
        .number(-3), .none, .list(["a", "b: c"]),
    ])
    func `what we write is read as the same again`(content: SettingContent) {
        #expect(SettingYAML.read(SettingYAML.write(content)) == content)
    }

    @Test func `a hash is nothing we know`() {
        #expect(SettingYAML.read("---\na: b\n") == nil || SettingYAML.read("---\na: b\n") == .text("a: b"))
        #expect(SettingYAML.read("--- !ruby/hash:X\na: 1\n") == nil)
    }

    @Test func `values that the server would not take are told`() {
        let settings = ServerSetting.all(of: .v4_6)
        func content(_ name: String, _ text: String) -> SettingContent? {
            settings.first { $0.name == name }?.content(text)
        }
        #expect(content("registrations_mode", "open") == .text("open") && content("registrations_mode", "ajar") == nil)
        #expect(content("trends", "no") == .flag(false) && content("trends", "perhaps") == nil)
        #expect(content("min_age", "16") == .number(16) && content("min_age", "old") == nil)
        #expect(content("site_short_description", String(repeating: "a", count: 201)) == nil)
        #expect(content("timeline_preview", "true") == nil, "4.5 dropped it")
        #expect(ServerSetting.all(of: .v4_4).contains { $0.name == "timeline_preview" })
    }
}
