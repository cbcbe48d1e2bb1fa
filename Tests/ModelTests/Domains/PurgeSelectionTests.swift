import Model
import Testing

@Suite struct PurgeSelectionTests {
    @Test func `a wildcard means what lies below and not the domain itself`() {
        let selection = PurgeSelection(["*.Gone.example"])
        #expect(selection.covers("a.gone.example"))
        #expect(selection.covers("b.a.gone.example"))
        #expect(!selection.covers("gone.example"))
        #expect(!selection.covers("notgone.example"))
    }

    @Test func `subdomains are meant on wish`() {
        #expect(!PurgeSelection(["gone.example"]).covers("a.gone.example"))
        let selection = PurgeSelection(["https://gone.example/"], includesSubdomains: true)
        #expect(selection.covers("gone.example"))
        #expect(selection.covers("a.gone.example"))
        #expect(selection.words == "gone.example")
    }

    @Test func `names are those of the database`() {
        #expect(PurgeSelection(["München.example", "münchen.example"]).domains == ["xn--mnchen-3ya.example"])
    }
}
