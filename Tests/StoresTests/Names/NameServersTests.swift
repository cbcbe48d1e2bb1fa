import Stores
import Support
import Testing

@testable import DNS

@Suite struct NameServersTests {
    @Test func `addresses of both kinds, texts and mail hosts are told, and what is not there is none`() async throws {
        let standIn = NameServerStandIn([
            "town.example": .records(
                addresses: ["192.0.2.7", "2001:db8::7", "192.0.2.8"], texts: ["v=spf1 -all", "a b"],
                mail: ["mx.town.example"]),
            "failing.example": .failure,
        ])
        defer { standIn.stop() }
        let names = try #require(NameServers(resolver: standIn.address))
        let addresses = try await names.addresses(of: "town.example")
        #expect(addresses.short == ["192.0.2.7", "192.0.2.8"] && addresses.long == ["2001:db8::7"])
        #expect(try await names.texts(of: "town.example") == ["v=spf1 -all", "a b"])
        #expect(try await names.mailServers(of: "town.example") == ["mx.town.example"])
        let none = try await names.addresses(of: "gone.example")
        #expect(none.short.isEmpty && none.long.isEmpty)
        let error = await #expect(throws: NameError.self) { try await names.texts(of: "failing.example") }
        #expect(error.flatMap { NameServers.reason($0) } == "no name server answers")
        #expect(NameServers(resolver: "nonsense") == nil)
    }

    @Test func `an alias is followed, a text in parts put together, and cut answers are none`() {
        // www.town.example: CNAME town.example, A 192.0.2.7; the question once, names by pointers to it.
        let head: [UInt8] = [0, 1, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 0, 1, 97, 0, 0, 1, 0, 1]
        let alias: [UInt8] = [0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 3, 1, 98, 0]
        let address: [UInt8] = [1, 98, 0, 0, 1, 0, 1, 0, 0, 0, 9, 0, 4, 192, 0, 2, 7]
        #expect(NameAnswer.addresses(in: (head + alias + address)[...]) == ["192.0.2.7"])
        #expect(NameAnswer.addresses(in: (head + alias + address.dropLast())[...]) == nil)
        let text: [UInt8] = [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 9, 0, 5, 1, 120, 2, 121, 122]
        var single = head
        single[7] = 1
        #expect(NameAnswer.texts(in: (single + text)[...]) == ["xyz"])
        var long = text
        long[14] = 9
        #expect(NameAnswer.texts(in: (single + long)[...]) == nil)
    }
}
