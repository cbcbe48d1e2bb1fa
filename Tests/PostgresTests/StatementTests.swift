import Postgres
import Testing

@Suite struct `Statements` {
    @Test func `an interpolated value is a parameter and never text`() async throws {
        let name = "x'; drop table accounts; --"
        let statement: Statement = "select id from t where name = \(name) and age > \(5)"
        #expect(statement.text == "select id from t where name = $1 and age > $2")
    }

    @Test func `hostile strings come back as they went`() async throws {
        let connection = try await SharedServer.connect()
        for text in ["'; drop table x; --", "$1", "\\", "\\'; --", "a\"b", "%s%n", "e'\\x'", "ü漢字🇨🇭\u{202e}", ""] {
            let bound: String? = try await connection.first("select \(text)::text") { try $0[0] }
            #expect(bound == text)
            let literal: String? = try await connection.first("select \(literal: text)::text") { try $0[0] }
            #expect(literal == text)
            if !text.isEmpty {
                let named: Int64? = try await connection.first(
                    "select \(identifier: text) from (select 1::bigint as \(identifier: text)) as q"
                ) { try $0[0] }
                #expect(named == 1)
            }
        }
    }

    @Test func `a NUL is refused before anything is sent`() async throws {
        let connection = try await SharedServer.connect()
        let error = await #expect(throws: PostgresError.self) { try await connection.execute("select \("a\0b")") }
        #expect(error?.kind == .invalidStatement)
        await #expect(throws: PostgresError.self) { try await connection.execute("select \(literal: "a\0b")") }
        let one: Int? = try await connection.first("select 1") { try $0[0] }
        #expect(one == 1)
    }

    @Test func `fragments keep their values in order`() async throws {
        let condition: Statement = "a = \(1) and b = \("two")"
        let whole: Statement = "select \(0) where \(fragment: condition) limit \(3)"
        #expect(whole.text == "select $1 where a = $2 and b = $3 limit $4")
        let list = Statement.joined(["(\(1))", "(\(2))"])
        #expect(list.text == "($1), ($2)")
    }

    @Test func `an array of a million numbers is one parameter`() async throws {
        let connection = try await SharedServer.connect()
        let numbers = Array(1...Int64(1_000_000))
        let sum: (Int64, Int64)? = try await connection.first(
            "select count(*), sum(n)::bigint from unnest(\(numbers)) as n"
        ) { (try $0[0], try $0[1]) }
        #expect(sum?.0 == 1_000_000)
        #expect(sum?.1 == 500_000_500_000)
    }
}
