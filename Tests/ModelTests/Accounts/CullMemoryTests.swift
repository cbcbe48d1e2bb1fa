import Model
import Testing

@Suite struct CullMemoryTests {
    private let day = 86_400.0

    @Test func `an account is gone only when it was missing on two runs far enough apart`() {
        var memory = CullMemory()
        #expect(!memory.missing(1, now: 10 * day, confirmation: 3 * day))
        #expect(!memory.missing(1, now: 12 * day, confirmation: 3 * day))
        #expect(memory.isConfirmed(1, now: 13 * day, confirmation: 3 * day))
        #expect(memory.missing(1, now: 13 * day, confirmation: 3 * day))
        #expect(!memory.isConfirmed(2, now: 13 * day, confirmation: 3 * day))
    }

    @Test func `an account that came back begins anew`() {
        var memory = CullMemory()
        _ = memory.missing(1, now: 10 * day, confirmation: 3 * day)
        memory.forget(1)
        #expect(!memory.missing(1, now: 20 * day, confirmation: 3 * day))
    }

    @Test func `with no time between runs one run is still not two`() {
        var memory = CullMemory()
        #expect(!memory.missing(1, now: day, confirmation: 0))
        #expect(memory.missing(1, now: day + 1, confirmation: 0))
    }

    @Test func `the first answer counts when nothing is to confirm it`() {
        var memory = CullMemory()
        #expect(memory.missing(1, now: day, confirmation: nil))
    }

    @Test func `the troubles of a server are counted in days until it answers`() {
        var memory = CullMemory()
        memory.failed("a.example", now: 10 * day)
        memory.failed("a.example", now: 10 * day + 60)
        #expect(memory.servers["a.example"]?.days == 1)
        memory.failed("a.example", now: 12 * day)
        #expect(memory.servers["a.example"] == .init(first: 10 * day, last: 12 * day, days: 2))
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
