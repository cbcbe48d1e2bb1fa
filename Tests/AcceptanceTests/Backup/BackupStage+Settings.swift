import Glibc
import Postgres
import Support
import Testing

extension BackupStage {
    /// Appends lines to the section `[backup]`.
    func configure(_ lines: String) {
        let path = "\(state)/backup.toml"
        TextFile.write("\(TextFile.read(path) ?? "")\(lines)\n", to: path)
        chmod(path, 0o600)
    }

    /// Adds a table that hardly compresses, of 128 bytes a row.
    func fill(rows: Int = 30_000) async throws {
        try await stage.execute(
            """
            create table filler as
            select md5(number::text) || md5((number + 0.5)::text) || md5(random()::text) || md5(random()::text) as text
            from generate_series(1, \(rows)) as number
            """)
    }

    /// There is no whole backup but those that are named.
    func expectNone(but ids: [String] = []) async throws {
        let whole = try await states().filter { $0.value == "whole" }.map(\.key).sorted()
        #expect(whole == ids.sorted())
        if ids.isEmpty { #expect(try await stage.run("backup", "show", "latest").status == 66) }
    }
}
