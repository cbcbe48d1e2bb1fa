import Faults
import Model
import Postgres

extension RelayList: RecordSource {
    package var table: String { "relays" }

    package func pages(on instance: Instance, over connection: Transaction<ReadOnly>) async throws -> RecordPages {
        let cells: Statement = .cells(
            "item.id::text", "item.inbox_url",
            """
            case item.state when 0 then 'disabled' when 1 then 'pending' when 2 then 'enabled' else 'rejected' end
            """,
            .moment("item.created_at"), .moment("item.updated_at"))
        return RecordPages { id, limit in
            """
            select item.id, \(fragment: cells)
            from relays as item
            where item.id > \(id)
            order by item.id
            limit \(limit)
            """
        }
    }
}

/// A change of relays. The server's own worker asks the relay, in the name of the server's own account.
///
/// Source: Mastodon 4.6.5 `app/controllers/admin/relays_controller.rb`, `app/models/relay.rb`; the same since 4.2, where
/// the log was told nothing.
extension RelayDeed: RecordDeed {
    package var tables: Set<String> { ["relays", "unavailable_domains"] }
    package var worker: SidekiqWorker? { .delivery }

    package func rows(on instance: Instance, over connection: Transaction<some Access>) async throws -> [RecordRow] {
        guard case .add(let url) = verb else {
            return try await NamedRows.find(
                ids, in: "relays", called: "item.inbox_url", "relay", list: "relays list", over: connection)
        }
        let known = try await connection.first("select id from relays where inbox_url = \(url)") {
            try $0.value(0, as: Int64.self)
        }
        if let known {
            throw Fault(
                .badData, "this relay is there already, with the id \(known)",
                help: "ask it again with `mastoctl relays enable \(known)`")
        }
        return [RecordRow(id: 0, label: url)]
    }

    package func carryOut(
        on rows: [RecordRow], by moderator: AccountReference, on instance: Instance,
        over connection: Transaction<ReadWrite>
    ) async throws -> RecordOutcome {
        var aftermath = Aftermath()
        var outcome = RecordOutcome(changed: 0)
        var logged: [RecordRow] = []
        for row in rows {
            switch verb {
            case .add(let url):
                outcome.id = try await connection.first(
                    """
                    insert into relays (inbox_url, state, created_at, updated_at)
                    values (\(url), 0, \(fragment: .present), \(fragment: .present))
                    returning id
                    """
                ) { try $0.value(0, as: Int64.self) }
                guard let id = outcome.id else { continue }
                try await ask(id, url, instance, &aftermath, over: connection)
                logged.append(RecordRow(id: id, label: url))
            case .enable:
                guard try await state(of: row.id, over: connection).map({ $0.state != 2 }) ?? false else { continue }
                try await ask(row.id, row.label, instance, &aftermath, over: connection)
                logged.append(row)
            case .disable:
                guard let relay = try await state(of: row.id, over: connection), relay.state != 0 else { continue }
                try await leave(row.id, row.label, relay.follow, instance, &aftermath, over: connection)
                logged.append(row)
            case .remove:
                guard let relay = try await state(of: row.id, over: connection) else { continue }
                if relay.state == 2 {
                    try await leave(row.id, row.label, relay.follow, instance, &aftermath, over: connection)
                }
                try await connection.execute("delete from relays where id = \(row.id)")
                logged.append(row)
            }
        }
        outcome.changed = logged.count
        outcome.aftermath = aftermath
        // 4.2 does not log it.
        if instance.schema.release.map({ $0 > .v4_2 }) ?? true {
            try await connection.auditLog.record(self.logged, "Relay", logged, by: moderator.id)
        }
        return outcome
    }

    private func state(
        of id: Int64, over connection: Transaction<ReadWrite>
    ) async throws -> (state: Int, follow: String?)? {
        try await connection.first("select state, follow_activity_id from relays where id = \(id) for update") {
            (try $0.value(0, as: Int.self), try $0.value(1, as: String?.self))
        }
    }

    private func ask(
        _ id: Int64, _ url: String, _ instance: Instance, _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws {
        let follow = RelayFollow(id: "\(instance.root)/\(RandomUUID.make())", root: instance.root)
        try await connection.execute(
            """
            update relays
            set state = 1, follow_activity_id = \(follow.id), updated_at = \(fragment: .present)
            where id = \(id)
            """)
        try await deliver(follow.json, to: url, &aftermath, over: connection)
    }

    private func leave(
        _ id: Int64, _ url: String, _ followed: String?, _ instance: Instance, _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws {
        try await connection.execute(
            """
            update relays
            set state = 0, follow_activity_id = null, updated_at = \(fragment: .present)
            where id = \(id)
            """)
        let follow = RelayFollow(id: followed, root: instance.root)
        try await deliver(
            follow.undoing(as: "\(instance.root)/\(RandomUUID.make())"), to: url, &aftermath, over: connection)
    }

    /// What failed before does not count any more.
    private func deliver(
        _ activity: JSONValue, to url: String, _ aftermath: inout Aftermath,
        over connection: Transaction<ReadWrite>
    ) async throws {
        let host = DoomedAccounts.host(of: url)
        aftermath.change(.unlink([DeliveryFailures.key(host)]))
        if try await connection.unavailableDomains.delete(host) != nil {
            aftermath.forgetUnavailableDomains()
        }
        aftermath.push(
            .delivery, .string(activity.text), .integer(ActorName.instanceActor), .string(url))
    }
}
