import Model
import Testing

@Suite struct CullMemoryTests {
    private let day = 86_400.0

    @Test func `an account is gone only when it was missing on two runs far enough apart`() {
        var memory = CullMemory()
        let verdict1 = memory.missing(1, now: 10 * day, confirmation: 3 * day)
        #expect(!verdict1)
        let verdict2 = memory.missing(1, now: 12 * day, confirmation: 3 * day)
        #expect(!verdict2)
        #expect(memory.isConfirmed(1, now: 13 * day, confirmation: 3 * day))
        let verdict3 = memory.missing(1, now: 13 * day, confirmation: 3 * day)
        #expect(verdict3)
        #expect(!memory.isConfirmed(2, now: 13 * day, confirmation: 3 * day))
    }

    @Test func `an account that came back begins anew`() {
        var memory = CullMemory()
        _ = memory.missing(1, now: 10 * day, confirmation: 3 * day)
        memory.forget(1)
        let verdict4 = memory.missing(1, now: 20 * day, confirmation: 3 * day)
        #expect(!verdict4)
    }

    @Test func `with no time between runs one run is still not two`() {
        var memory = CullMemory()
        let verdict5 = memory.missing(1, now: day, confirmation: 0)
        #expect(!verdict5)
        let verdict6 = memory.missing(1, now: day + 1, confirmation: 0)
        #expect(verdict6)
    }

    @Test func `the first answer counts when nothing is to confirm it`() {
        var memory = CullMemory()
        let verdict7 = memory.missing(1, now: day, confirmation: nil)
        #expect(verdict7)
    }

    @Test func `the troubles of a server are counted in days until it answers`() {
        var memory = CullMemory()
        memory.failed("a.example", now: 10 * day)
        memory.failed("a.example", now: 10 * day + 60)
        #expect(memory.servers["a.example"]?.days == 1)
        memory.failed("a.example", now: 12 * day)
        #expect(memory.servers["a.example"]?.days == 2)
        #expect(memory.servers["a.example"]?.first == 10 * day)
        #expect(memory.servers["a.example"]?.last == 12 * day)
        memory.answered("a.example")
        #expect(memory.servers.isEmpty)
    }

    @Test func `what is remembered comes back from its file, and what is old goes`() throws {
        var memory = CullMemory()
        _ = memory.missing(1, now: 10 * day, confirmation: 0)
        _ = memory.missing(2, now: 99 * day, confirmation: 0)
        memory.failed("a.example", now: 50 * day)
        let json = try #require(JSONValue(parsing: memory.json.text))
        #expect(CullMemory(json) == memory)
        memory.dropOlder(than: 60 * day)
        #expect(Set(memory.accounts.keys) == [2])
        #expect(memory.servers.isEmpty)
        #expect(CullMemory(.object([.init("accounts", 1)])) == nil)
    }
}
