import Model
import Postgres
import Support
import Testing

@Suite(.enabled(if: TestServers.areInstalled && Program.isBuilt)) struct InstanceReportTests {
    private func value(_ section: String, _ name: String, in answer: JSONValue) -> JSONValue? {
        let key = section == "figures" ? "name" : section == "storage" ? "kind" : "what"
        return answer[section]?.array?.first { $0[key]?.string == name }
    }

    @Test func `a month is told with its figures, its costs, its growth, and what was found`() async throws {
        let instance = try await TestInstance.make()
        let program = Program(["MASTOCTL_PROFILE": "\(instance.folder)/customer.toml"])
        let profile = """
            env_file = "\(instance.environmentFile)"
            [report.price]
            storage = 1000
            database = 2000

            """
        TextFile.write(profile, to: "\(instance.folder)/customer.toml")
        let connection = try await instance.connect()
        // Worked out by hand: three sign-ups within October, one at its last moment, and one just behind it.
        try await connection.execute("update users set created_at = '2025-01-01'")
        try await connection.execute(
            """
            update users
            set created_at = picked.time
            from (
                select id, (array['2026-10-01 00:00:00', '2026-10-15 12:00:00', '2026-10-31 23:59:59.9',
                    '2026-11-01 00:00:00'])[row_number() over (order by id)]::timestamp as time
                from users
                order by id
                limit 4
            ) as picked
            where picked.id = users.id
            """)
        try await connection.execute("update reports set created_at = '2025-01-01', action_taken_at = null")
        try await connection.execute(
            "update reports set created_at = '2026-10-02', action_taken_at = '2026-10-03' where id = (select min(id) from reports)"
        )
        let attachments = try await connection.first(
            "select sum(coalesce(file_file_size, 0) + coalesce(thumbnail_file_size, 0))::bigint from media_attachments"
        ) { try $0.value(0, as: Int64.self) }
        await connection.close()
        func report(_ words: String...) async throws -> Program.Ending {
            try await program.run(["instance", "report", "--month", "2026-10"] + words)
        }
        let first = try await report("--format", "json")
        let answer = try #require(JSONValue(parsing: first.output), "\(first)")
        #expect(first.status == 0 && answer["schema"]?.string == "instance.report/1")
        #expect(value("figures", "sign_ups", in: answer)?["value"]?.integer == 3, "\(first.output)")
        #expect(value("figures", "reports_opened", in: answer)?["value"]?.integer == 1)
        #expect(value("figures", "reports_closed", in: answer)?["value"]?.integer == 1)
        let kept = value("storage", "attachments", in: answer)
        #expect(kept?["bytes"]?.integer == attachments)
        #expect(kept?["cost"] != nil && kept?["cost"] != .null, "\(first.output)")
        #expect(answer["gaps"]?.array?.contains { $0.string?.hasPrefix("growth: no earlier") == true } == true)

        _ = try await program.run(["doctor", "--fast", "--since-last"])
        let second = try await report()
        #expect(second.output.contains("growth") && second.output.contains("people.staff-2fa"), "\(second)")
        let csv = try await report("--format", "csv")
        #expect(csv.output.hasPrefix("domain,month,section,name,value\r\n"), "\(csv)")
        #expect(csv.output.contains("\"sandbox.example\",\"2026-10\",\"figures\",\"sign_ups\",\"3\"\r\n"), "\(csv)")
        let page = try await report("--format", "html")
        #expect(page.output.hasPrefix("<!DOCTYPE html>") && page.output.contains("<svg role=\"img\""), "\(page)")
        #expect(page.output.contains("cost of a month") && !page.output.contains("<script"))
    }
}
