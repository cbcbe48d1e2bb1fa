import Model
import Testing

/// What RapidBlock, Pleroma and Akkoma write about other servers.
@Suite struct ForeignPolicyTests {
    private func read(_ text: String) throws -> (items: [BlockListItem], notes: BlockListNotes) {
        var reader = BlockListReader()
        let items = try reader.read(Array(text.utf8)[...]) + reader.finish()
        return (items, reader.notes)
    }

    /// What each policy below comes to here.
    private let expected = [
        BlockEntry("a.example", BlockRule(severity: .suspend, publicComment: "spam, \"and\" more")),
        BlockEntry("b.example", BlockRule(severity: .suspend)),
        BlockEntry("c.example", BlockRule(severity: .silence, rejectMedia: true, publicComment: "noise")),
        BlockEntry("d.example", BlockRule(severity: .noop, rejectReports: true)),
    ]

    @Test func `RapidBlock's list blocks and takes back`() throws {
        let (items, _) = try read(
            """
            {"@spec":"https://rapidblock.org/spec/v1/","publishedAt":"2026-01-01T00:00:00Z","blocks":{
              "a.example":{"isBlocked":true,"reason":"spam","tags":["spam"],"dateRequested":"2026-01-01T00:00:00Z"},
              "b.example":{"isBlocked":false,"reason":"a mistake","tags":[]},
              "no domain":{"isBlocked":true}}}
            """)
        #expect(items.entries == [BlockEntry("a.example", BlockRule(severity: .suspend, publicComment: "spam"))])
        #expect(items.contains(.retraction("b.example", line: 2)))
        #expect(items.troubles == [BlockListTrouble(line: 3, .badDomain("no domain"))])
    }

    static let elixir = #"""
        import Config
        # config :pleroma, :mrf_simple, reject: ["no.example"]

        config :pleroma, :mrf_keyword, reject: [~r/foo/, "not.example"]

        config :pleroma, :mrf_simple,
          media_removal: [{"c.example", "noise"}],
          reject: [
            {"a.example", "spam, \"and\" more"}, # why
            "*.b.example"
          ],
          federated_timeline_removal: ["c.example"],
          media_nsfw: ["e.example"],
          report_removal: [{"d.example", ""}]

        config :pleroma, :mrf_hashtag, reject: ["nsfw"]
        """#

    @Test(arguments: [
        elixir,
        #"reject: [{"a.example","spam, \"and\" more"}, {"b.example", ""}], media_removal: ["c.example"],"#
            + #" federated_timeline_removal: [{"c.example","noise"}], report_removal: ["d.example"]"#,
        #"config :pleroma, mrf_simple: [reject: [{"a.example", "spam, \"and\" more"}, "b.example"], media_removal: "#
            + #"[{"c.example", "noise"}], federated_timeline_removal: ["c.example"], report_removal: ["d.example"]]"#,
        #"[reject: [{"a.example", "spam, \"and\" more"}, "b.example"], media_removal: [{"c.example", "noise"}], "#
            + #"federated_timeline_removal: ["c.example"], report_removal: ["d.example"]]"#,
        #"%{reject: [{"a.example", "spam, \"and\" more"}, "b.example"], media_removal: [{"c.example", "noise"}], "#
            + #":federated_timeline_removal => ["c.example"], "report_removal": ["d.example"]}"#,
    ])
    func `Pleroma's configuration is read in every way it is written`(text: String) throws {
        let found = try read(text).items
        #expect(found.troubles == [])
        #expect(found.entries.sorted { $0.domain < $1.domain } == expected, "\(text)")
    }

    @Test func `lines of a configuration are told, and what has no like here`() throws {
        let (items, notes) = try read(Self.elixir.replacing("\"*.b.example\"", with: "\"no domain\", \"h*.example\""))
        #expect(
            items.troubles == [
                BlockListTrouble(line: 10, .badDomain("no domain")), BlockListTrouble(line: 10, .hidden("h*.example")),
            ])
        #expect(
            notes.words == ["1 rule has no like here and is left out, such as media_nsfw of e.example"])
    }

    @Test(arguments: [
        // nodeinfo
        #"{"metadata":{"federation":{"mrf_policies":["SimplePolicy"],"mrf_simple":{"reject":["a.example","b.example"],"#
            + #""media_removal":["c.example"],"federated_timeline_removal":["c.example"],"report_removal":["d.example"]},"#
            + #""mrf_simple_info":{"reject":{"a.example":{"reason":"spam, \"and\" more"}},"#
            + #""media_removal":{"c.example":{"reason":"noise"}}}}},"version":"2.0"}"#,
        // /api/v1/instance
        #"{"uri":"x.example","version":"2.7.2 (compatible; Pleroma 2.7.0)","pleroma":{"metadata":{"federation":{"#
            + #""mrf_simple":{"reject":[["a.example","spam, \"and\" more"],"b.example"],"media_removal":[["c.example","noise"]],"#
            + #""federated_timeline_removal":["c.example"],"report_removal":["d.example"]}}}}}"#,
        // /api/v1/pleroma/admin/config
        #"{"configs":[{"group":":pleroma","key":":mrf","value":[]},{"group":":pleroma","key":":mrf_simple","value":["#
            + #"{"tuple":[":reject",[{"tuple":["a.example","spam, \"and\" more"]},"b.example"]]},"#
            + #"{"tuple":[":media_removal",[{"tuple":["c.example","noise"]}]]},"#
            + #"{"tuple":[":federated_timeline_removal",["c.example"]]},"#
            + #"{"tuple":[":report_removal",[{"tuple":["d.example",""]}]]}]}],"need_reboot":false}"#,
        // its value alone
        #"[{"tuple":[":reject",[{"tuple":["a.example","spam, \"and\" more"]},"b.example"]]},"#
            + #"{"tuple":[":media_removal",[{"tuple":["c.example","noise"]}]]},"#
            + #"{"tuple":[":federated_timeline_removal",["c.example"]]},{"tuple":[":report_removal",["d.example"]]}]"#,
        // the policy alone
        #"{"mrf_simple":{"reject":[["a.example","spam, \"and\" more"],"b.example"],"media_removal":[["c.example","noise"]],"#
            + #""federated_timeline_removal":["c.example"],"report_removal":["d.example"]}}"#,
        #"{"reject":[["a.example","spam, \"and\" more"],"b.example"],"media_removal":[["c.example","noise"]],"#
            + #""federated_timeline_removal":["c.example"],"report_removal":["d.example"]}"#,
    ])
    func `what a server tells of its policy is read`(text: String) throws {
        let found = try read(text).items
        #expect(found.troubles == [])
        #expect(found.entries.sorted { $0.domain < $1.domain } == expected, "\(text)")
    }

    @Test(arguments: [
        "import Config\nconfig :pleroma, :mrf_keyword, reject: [\"a.example\"", "import Config\n",
        "reject: [\"a.example", #"{"metadata":{"federation":{"enabled":true}}}"#, #"{"configs":[]}"#,
    ])
    func `a configuration without the policy, or one that breaks off, is refused`(text: String) {
        if text.contains("mrf_keyword") {
            #expect((try? read(text).items.entries.isEmpty) ?? true)
        } else {
            #expect(throws: BlockListUnreadable.self) { try read(text) }
        }
    }
}
