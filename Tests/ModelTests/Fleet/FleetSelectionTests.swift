import Model
import Testing

@Suite struct FleetSelectionTests {
    @Test(arguments: [
        ("all", true), ("hosted", true), ("tag:hosted", true), ("tag:hosted !eu", false), ("!us", true),
        ("name:customer7", true), ("name:cust*7", true), ("name:cust*8", false), ("name:*", true), ("tag:name*", false),
        ("customer7", true), ("tag:customer7", false), ("name:hosted", false), ("all !name:c*", false),
        ("tag:h*d  tag:e*", true), ("name:c*t*7", true), ("name:customer7customer7*", false), ("name:*tom*", true),
    ])
    func `all words must hold of a server`(text: String, isMeant: Bool) throws {
        let selection = try FleetSelection(parsing: text)
        #expect(selection.holds(name: "customer7", tags: ["hosted", "eu"]) == isMeant)
    }

    @Test(arguments: ["", "  ", "!", "tag:", "name:", "colour:red", "all !"])
    func `a word that says nothing is refused, so that no typing mistake means every server`(text: String) {
        #expect(throws: FleetSelection.Trouble.self) { try FleetSelection(parsing: text) }
    }
}
