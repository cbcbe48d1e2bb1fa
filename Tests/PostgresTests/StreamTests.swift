import Glibc
import Postgres
import Support
import Testing

@Suite(.serialized) struct `Streams` {
    /// A million of them are 450 MB, and half as many are still more than may be taken.
    private static let count = Rounds.of(1_000_000, atLeast: 500_000) / 1_000 * 1_000

    @Test func `a million rows arrive in order and in constant memory`() async throws {
        // Other tests of this process take memory, too, but hardly each time.
        var grown = Int.max
        for _ in 0..<3 where grown >= 150_000_000 {
            let before = try residentBytes()
            try await readMillion()
            grown = try residentBytes() - before
        }
        #expect(grown < 150_000_000)
    }

    private func readMillion() async throws {
        let connection = try await SharedServer.connect()
        var expected: Int64 = 1
        for try await batch in connection.batches(
            "select i, repeat('x', 400) from generate_series(1::bigint, \(Self.count)) as i", size: 1_000,
            { (try $0[0] as Int64, try $0[1] as String) })
        {
            #expect(batch.count == 1_000)
            #expect(batch.first?.0 == expected)
            expected += 1_000
        }
        #expect(expected == Int64(Self.count) + 1)
    }

    @Test func `a copy brings the same rows as a select`() async throws {
        let connection = try await SharedServer.connect()
        var rows: [(Int64, String?, Bool)] = []
        for try await batch in connection.copyOut(
            """
            copy (select i::integer, case when i % 3 = 0 then null else 'ü' || i end, i % 2 = 0
                  from generate_series(\(literal: 1), \(literal: 2_500)) as i) to stdout (format binary)
            """, size: 1_000,
            { (try $0[0] as Int64, try $0[1] as String?, try $0[2] as Bool) })
        {
            rows += batch
        }
        #expect(rows.count == 2_500)
        #expect(rows.enumerated().allSatisfy { $1.0 == $0 + 1 && $1.2 == (($0 + 1) % 2 == 0) })
        #expect(rows.enumerated().allSatisfy { $1.1 == (($0 + 1) % 3 == 0 ? nil : "ü\($0 + 1)") })
        var none = 0
        for try await batch in connection.copyOut(
            "copy (select 1 where false) to stdout (format binary)", { try $0[0] as Int })
        {
            none += batch.count
        }
        #expect(none == 0)
        #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 2_000]) func `no row is lost at the edge of a batch`(count: Int)
        async throws
    {
        let connection = try await SharedServer.connect()
        var found: [Int] = []
        for try await batch in connection.batches("select generate_series(1, \(count))", { try $0[0] as Int }) {
            #expect(!batch.isEmpty)
            found += batch
        }
        #expect(found == Array(0..<count).map { $0 + 1 })
        #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
    }

    @Test(arguments: [false, true]) func `a consumer that stops early leaves the connection usable`(isCopy: Bool)
        async throws
    {
        let connection = try await SharedServer.connect()
        for _ in 0..<20 {
            let rows =
                isCopy
                ? connection.copyOut("copy (select generate_series(1, 100000000)) to stdout (format binary)") {
                    try $0[0] as Int
                }
                : connection.batches("select generate_series(1, 100000000)") { try $0[0] as Int }
            for try await batch in rows {
                #expect(batch.last == 1_000)
                break
            }
            #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
        }
    }

    @Test(arguments: [false, true]) func `cancelling a task in mid-stream ends the statement`(isCopy: Bool) async throws
    {
        let connection = try await SharedServer.connect()
        let read = Counter()
        let task = Task {
            let rows =
                isCopy
                ? connection.copyOut("copy (select generate_series(1, 100000000)) to stdout (format binary)") {
                    try $0[0] as Int
                }
                : connection.batches("select generate_series(1, 100000000)") { try $0[0] as Int }
            for try await batch in rows {
                read.add(batch.count)
                if read.value == 50_000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(read.value < 1_000_000)
        #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
    }

    @Test func `an error in the middle comes after the rows before it, and a busy connection says so`() async throws {
        let connection = try await SharedServer.connect()
        var count = 0
        let error = await #expect(throws: PostgresError.self) {
            for try await batch in connection.batches(
                "select 1 / (5000 - i) from generate_series(1, 10000) as i", { try $0[0] as Int })
            {
                count += batch.count
                await expectBusy(connection)
            }
        }
        #expect(error?.sqlstate == "22012")
        #expect(count == 4_000)
        await #expect(throws: ColumnMismatch.self) {
            for try await _ in connection.batches("select generate_series(1, 100000)", { try $0[0] as String }) {}
        }
        #expect(try await connection.first("select 1") { try $0[0] as Int } == 1)
    }

    @Test(arguments: [CopyFormat.text, .binary]) func `a copy loads what it is given`(format: CopyFormat) async throws {
        let connection = try await SharedServer.connect()
        let texts = ["a\tb", "\\N", "\\", "line\nline\r", "", "ü", "\\.", "\u{1}\u{7f}"]
        let moment = Timestamp(microseconds: -1_234_567_890)
        let rowCount = Rounds.of(20_000, atLeast: 4_000)
        try await connection.execute("drop table if exists loaded")
        try await connection.execute(
            """
            create table loaded (id bigint, small integer, "the text" text, ok boolean, d double precision,
                                 t timestamp, y bytea, nothing text)
            """)
        let count = try await connection.copyIn(
            table: "loaded", columns: ["id", "small", "the text", "ok", "d", "t", "y", "nothing"], format: format
        ) { writer in
            for index in 0..<rowCount {
                try writer.row {
                    $0.add(index)
                    $0.add(Int32(index))
                    $0.add(texts[index % texts.count])
                    $0.add(index % 2 == 0)
                    $0.add(index == 0 ? -Double.infinity : Double(index) / 3)
                    $0.add(moment)
                    $0.add([0, UInt8(index % 256)])
                    $0.add(nil as String?)
                }
            }
        }
        #expect(count == rowCount)
        let rows = try await connection.rows("select * from loaded order by id") { row in
            (
                try row[0] as Int, try row[2] as String, try row[4] as Double, try row[5] as Timestamp,
                try row[6] as [UInt8], try row[7] as String?
            )
        }
        #expect(rows.count == rowCount)
        for (index, row) in rows.enumerated() {
            let number = index == 0 ? -Double.infinity : Double(index) / 3
            let isSame =
                row.0 == index && row.1 == texts[index % texts.count] && row.2 == number && row.3 == moment
                && row.4 == [0, UInt8(index % 256)] && row.5 == nil
            if !isSame { Issue.record("row \(index) differs: \(row)") }
        }
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await connection.copyIn(table: "loaded", columns: ["id"], format: format) { writer in
                for index in 0..<5 * rowCount { try writer.row { $0.add(index) } }
                throw Stop()
            }
        }
        let bad = await #expect(throws: PostgresError.self) {
            try await connection.copyIn(table: "loaded", columns: ["id"], format: format) { writer in
                for _ in 0..<5 * rowCount { try writer.row { $0.add("x") } }
            }
        }
        #expect(bad?.kind == .invalidValue)
        #expect(try await connection.first("select count(*) from loaded") { try $0[0] as Int } == rowCount)
        let missing = await #expect(throws: PostgresError.self) {
            try await connection.copyIn(table: "no such", columns: ["id"]) { _ in }
        }
        #expect(missing?.kind == .undefinedTable)
        try await connection.execute("drop table loaded")
    }

    private func expectBusy(_ connection: PostgresConnection) async {
        let busy = await #expect(throws: PostgresError.self) { try await connection.execute("select 1") }
        #expect(busy?.kind == .connectionBusy)
    }

    private func residentBytes() throws -> Int {
        let file = try #require(fopen("/proc/self/statm", "r"))
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 200)
        let count = fread(&buffer, 1, buffer.count, file)
        let words = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        return try #require(Int(words[1])) * 4_096
    }
}
