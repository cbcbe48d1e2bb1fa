import Crypto
import Faults
import Model
import Postgres

/// As the buttons of the server's page of posts do it.
///
/// Source: Mastodon 4.6.5 `app/models/admin/status_batch_action.rb` (`handle_report!`, `handle_remove_from_report!`),
/// `app/models/report.rb`; the same since 4.2. The server's own log is told nothing.
extension ReportedPosts: RecordDeed {
    package var tables: Set<String> { ["reports"] }
    package var worker: SidekiqWorker? { .webhook }

    private var report: Int64? {
        switch verb {
        case .add(let id): id
        case .remove(let id): id
        }
    }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        let rows = try await NamedRows.find(
            ids, in: "statuses", called: "coalesce(item.url, item.uri, item.id::text)", "post", list: "statuses list",
            over: connection)
        let authors = try await connection.rows("select distinct account_id from statuses where id = any(\(ids))") {
            try $0.value(0, as: Int64.self)
        }
        guard authors.count == 1 else {
            throw Fault(.badData, "these posts are not of one account", help: "a report is about one account alone")
        }
        if let report {
            guard let target = try await connection.reports.target(of: report) else {
                throw Fault(.noSuch, "there is no report \(report)", help: "try `mastoctl reports list`")
            }
            guard [target] == authors else {
                throw Fault(
                    .badData, "report \(report) is about another account than these posts",
                    help: "see `mastoctl reports show \(report)`")
            }
        }
        if case .add = verb { try await requireOpen(over: connection) }
        return rows
    }

    /// What only its readers may see is no moderator's to report.
    private func requireOpen(over connection: Transaction<some Access>) async throws {
        let hidden = try await connection.first(
            "select id from statuses where id = any(\(ids)) and visibility not in (0, 1) order by id"
        ) { try $0.value(0, as: Int64.self) }
        guard let hidden else { return }
        throw Fault(
            .denied, "post \(hidden) is not for everybody", notes: ["nothing was changed"],
            help: "only somebody who may see it can report it")
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let posts = rows.map(\.id)
        guard let report else { return try await open(posts, by: moderator, on: instance, over: connection) }
        let known = try await connection.first("select status_ids from reports where id = \(report) for update") {
            try $0.value(0, as: [Int64].self)
        }
        guard let known else { return RecordOutcome(changed: 0) }
        let wanted: [Int64] =
            if case .add = verb {
                known + posts.filter { !known.contains($0) }
            } else {
                known.filter { !posts.contains($0) }
            }
        if wanted == known { return RecordOutcome(changed: 0) }
        try await connection.execute(
            """
            update reports
            set status_ids = \(wanted), updated_at = \(fragment: .present)
            where id = \(report)
            """)
        var aftermath = Aftermath()
        aftermath.push(.webhook, "report.updated", "Report", .integer(report))
        return RecordOutcome(changed: abs(wanted.count - known.count), aftermath, id: report)
    }

    private func open(
        _ posts: [Int64], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        let made = try await connection.first(
            """
            insert into reports (account_id, target_account_id, status_ids, comment, category, uri, created_at, updated_at)
            select \(moderator.id), account_id, \(posts), '', 0, \("\(instance.root)/\(RandomUUID.make())"),
                \(fragment: .present), \(fragment: .present)
            from statuses
            where id = any(\(posts))
            limit 1
            returning id
            """
        ) { try $0.value(0, as: Int64.self) }
        guard let made else { return RecordOutcome(changed: 0) }
        var aftermath = Aftermath()
        aftermath.push(.webhook, "report.created", "Report", .integer(made))
        return RecordOutcome(changed: posts.count, aftermath, id: made)
    }
}
