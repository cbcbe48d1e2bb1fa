import Postgres
import Testing

@Suite struct `Values` {
    private func same<Value: ColumnValue & Equatable>(_ row: borrowing Row, _ column: Int, _ value: Value) throws {
        let found: Value = try row[column]
        #expect(found == value, "column \(column)")
    }

    @Test func `every type goes there and comes back`() async throws {
        let connection = try await SharedServer.connect()
        let now = Timestamp(microseconds: 1_709_208_000_000_001)
        let bytes: [UInt8] = [0, 1, 255, 39, 92]
        try await connection.transaction { connection in
            try await connection.execute(
                """
                create temporary table everything (
                    i2 smallint, i4 integer, i8 bigint, s text, v varchar(9), b boolean, d double precision, r real,
                    n numeric, t timestamp(6), z timestamptz, y bytea, a bigint[], w text[], u uuid, net inet, j json,
                    jb jsonb, day date, o timestamp[]
                ) on commit drop
                """)
            try await connection.execute(
                """
                insert into everything values (
                    \(Int32(-7)), \(Int32.min), \(Int64.max), \("ü\n"), \("nine"), \(true), \(0.1), \(0.5),
                    \("-12345678901234567890.000012300"), \(now), \(now), \(bytes), \([1, -2, Int64.min]),
                    \(["a", "", "ü,\"{}"]), \("0b8a2f6e-6a0f-4a51-9d6c-0a3c6a1d9f00"), \("2001:db8::1"),
                    \("{\"a\": 1}"), \("{\"b\":2}"), \("2024-02-29"), \([now])
                )
                """)
            _ = try await connection.rows("select * from everything") { row in
                try same(row, 0, -7 as Int16)
                try same(row, 1, Int64(Int32.min) as Int64)
                try same(row, 2, .max as Int64)
                try same(row, 3, "ü\n" as String)
                try same(row, 4, "nine" as String)
                try same(row, 5, true as Bool)
                try same(row, 6, 0.1 as Double)
                try same(row, 7, 0.5 as Float)
                try same(row, 8, "-12345678901234567890.000012300" as String)
                try same(row, 9, now as Timestamp)
                try same(row, 10, now as Timestamp)
                try same(row, 11, bytes as [UInt8])
                try same(row, 12, [1, -2, .min] as [Int64])
                try same(row, 13, ["a", "", "ü,\"{}"] as [String])
                try same(row, 14, "0b8a2f6e-6a0f-4a51-9d6c-0a3c6a1d9f00" as String)
                try same(row, 15, "2001:db8::1" as String)
                try same(row, 16, "{\"a\": 1}" as String)
                try same(row, 17, "{\"b\": 2}" as String)
                try same(row, 18, Timestamp(microseconds: 1_709_164_800_000_000) as Timestamp)
                try same(row, 19, [now] as [Timestamp])
            }
        }
    }

    @Test func `null is read by optionals and refused by the rest`() async throws {
        let connection = try await SharedServer.connect()
        let none: Int64? = nil
        let nothing: [Int64]? = nil
        try await connection.execute("select \(none), \(nothing), \(String?.none)::text")
        let values = try await connection.rows("select null::bigint, null::text, null::bigint[]") { row in
            (try row[0] as Int64?, try row[1] as String?, try row[2] as [Int64]?)
        }
        #expect(values.count == 1)
        #expect(values[0] == (nil, nil, nil))
        let mismatch = await #expect(throws: ColumnMismatch.self) {
            _ = try await connection.rows("select 1, null::bigint as amount") { try $0[1] as Int64 }
        }
        #expect(mismatch == ColumnMismatch(index: 1, name: "amount", expected: "Int64", found: "null"))
        let elements: [[String?]] = try await connection.rows("select array['a', null]") { try $0[0] }
        #expect(elements == [["a", nil]])
    }

    @Test func `a wrong type is an error that names the column, and the connection goes on`() async throws {
        let connection = try await SharedServer.connect()
        let mismatch = await #expect(throws: ColumnMismatch.self) {
            _ = try await connection.rows("select 'x'::text as title from generate_series(1, 5000)") {
                try $0[0] as Int64
            }
        }
        #expect(mismatch?.name == "title")
        await #expect(throws: ColumnMismatch.self) { try await connection.first("select 1") { try $0[1] as Int } }
        await #expect(throws: ColumnMismatch.self) { try await connection.first("select 1") { try $0[0] as String } }
        #expect(try await connection.first("select 70000") { try $0[0] as Int } == 70_000)
        await #expect(throws: ColumnMismatch.self) { try await connection.first("select 70000") { try $0[0] as Int16 } }
    }

    @Test(arguments: [
        "0", "0.0", "1", "-1", "10000", "100000000", "0.0001", "0.00001", "-0.5", "123456.789", "9999.9999", "NaN",
        "Infinity", "-Infinity", "1e20", "1e-20", "12345678901234567890123456789",
    ]) func `numeric reads as PostgreSQL writes it`(text: String) async throws {
        let connection = try await SharedServer.connect()
        let pair = try await connection.first("select \(text)::numeric, (\(text)::numeric)::text") { row in
            (try row[0] as String, try row[1] as String)
        }
        #expect(pair?.0 == pair?.1)
    }

    @Test(arguments: ["10.0.0.0/8", "192.168.1.7", "::/0", "::ffff:1.2.3.4", "2001:db8::/32"])
    func `addresses read as PostgreSQL writes them`(text: String) async throws {
        let connection = try await SharedServer.connect()
        let pair = try await connection.first("select \(text)::inet, jsonb_build_array(\(text)::inet)->>0") { row in
            (try row[0] as String, try row[1] as String)
        }
        #expect(pair?.0 == pair?.1)
        let cidr = try await connection.first("select '10.1.2.3/32'::cidr") { try $0[0] as String }
        #expect(cidr == "10.1.2.3/32")
    }

    @Test(arguments: [
        "1970-01-01", "2000-01-01 00:00:00.000001", "1969-12-31 23:59:59.999999", "0001-01-01", "2024-02-29 12:00",
        "9999-12-31 23:59:59", "0044-03-15 BC", "infinity", "-infinity", "1900-03-01", "2100-02-28",
    ]) func `moments are written as PostgreSQL reads them`(text: String) async throws {
        let connection = try await SharedServer.connect()
        let moment = try #require(try await connection.first("select \(text)::timestamp") { try $0[0] as Timestamp })
        let isSame = try await connection.first(
            "select \(moment.description)::timestamp = \(text)::timestamp and \(moment) = \(text)::timestamp"
        ) { try $0[0] as Bool }
        #expect(isSame == true, "\(moment)")
    }

    @Test func `not a number and infinity are values`() async throws {
        let connection = try await SharedServer.connect()
        let values = try await connection.first("select \(Double.nan), \(-Double.infinity), 'nan'::numeric") { row in
            (try row[0] as Double, try row[1] as Double, try row[2] as Double)
        }
        #expect(values?.0.isNaN == true)
        #expect(values?.1 == -.infinity)
        #expect(values?.2.isNaN == true)
    }

    @Test func `enums and other text-like types read as strings`() async throws {
        let connection = try await SharedServer.connect()
        try await connection.transaction { connection in
            try await connection.execute("create type pg_temp.mood as enum ('fine', 'grumpy')")
            let mood = try await connection.first("select \("grumpy")::pg_temp.mood") { try $0[0] as String }
            #expect(mood == "grumpy")
        }
    }
}
