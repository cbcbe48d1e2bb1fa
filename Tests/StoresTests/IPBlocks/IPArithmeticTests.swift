import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled)) struct IPArithmeticTests {
    /// Networks near each other, so that many of them hold others; some with runs of zeros.
    private func networks(_ count: Int) -> [IPNetwork] {
        var random = SystemRandomNumberGenerator()
        return (0..<count).map { _ in
            let family: IPNetwork.Family = Bool.random() ? .v4 : .v6
            var address = UInt128.random(in: 0 ... .max, using: &random)
            for group in 0..<8 where Int.random(in: 0..<3) > 0 { address &= ~(0xFFFF << UInt128(16 * group)) }
            if Int.random(in: 0..<4) == 0 { address = 0xFFFF << 32 | address & 0xFFFF_FFFF }
            return IPNetwork(family, address, prefix: .random(in: 0...family.width, using: &random))
        }
    }

    @Test func `addresses are printed and ranges compared as PostgreSQL does it`() async throws {
        let instance = try await TestInstance.make(size: .empty)
        let connection = try await instance.connect()
        let some = networks(600)
        let printed = try await connection.rows(
            """
            select host(text::inet) || '/' || masklen(text::inet)
            from unnest(\(some.map(\.description))) with ordinality as network (text, place)
            order by place
            """
        ) { try $0.value(0, as: String.self) }
        #expect(printed == some.map(\.description))
        let pairs = try await connection.rows(
            """
            select left_place - 1, right_place - 1
            from unnest(\(some.map(\.description))) with ordinality as a (left_text, left_place)
            join unnest(\(some.map(\.description))) with ordinality as b (right_text, right_place)
                on a.left_text::inet >>= b.right_text::inet
            order by 1, 2
            """
        ) { [try $0.value(0, as: Int.self), try $0.value(1, as: Int.self)] }
        var ours: [[Int]] = []
        for (left, outer) in some.enumerated() {
            for (right, inner) in some.enumerated() where outer.contains(inner) { ours.append([left, right]) }
        }
        #expect(ours == pairs)
        #expect(pairs.count > some.count)
        await connection.close()
        try await instance.remove()
    }
}
