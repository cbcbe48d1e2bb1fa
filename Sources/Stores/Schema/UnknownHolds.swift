import Faults
import Model
import Postgres

/// Rows of tables that no release has, a fork's or a plug-in's, which hold what is to be deleted with accounts: foreign
/// keys without a word about deletion. Those that cascade or let go are the database's own affair.
package struct UnknownHolds: Sendable {
    private let keys: [UnknownKey]
    private let schema: LiveSchema

    /// - Parameter keepsAccounts: whether the rows of the accounts themselves stay.
    package init(_ schema: LiveSchema, keepsAccounts: Bool = false) {
        self.schema = schema
        keys = schema.foreignKeys.filter { key in
            guard !key.yields else { return false }
            return key.target == "accounts" ? !keepsAccounts : schema.has(column: "account_id", in: key.target)
        }
    }

    package var isEmpty: Bool { keys.isEmpty }

    /// The tables, by name.
    package var tables: [String] { Set(keys.map(\.table)).sorted() }

    /// Which of the accounts are held, each by the first table that does.
    package func holders(
        of ids: [Int64], over connection: Transaction<some Access>
    ) async throws -> [Int64: Refusal] {
        var found: [Int64: Refusal] = [:]
        for key in keys {
            let held = try await connection.rows(
                """
                select distinct \(fragment: account(key))
                from \(fragment: rows(key))
                where \(fragment: account(key)) = any(\(ids))
                """
            ) { try $0.value(0, as: Int64.self) }
            let refusal = Refusal(.foreignKey, table: key.table, constraint: key.name)
            for id in held where found[id] == nil { found[id] = refusal }
        }
        return found
    }

    /// Deletes the rows that hold what goes with the accounts.
    package func release(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws {
        for key in keys {
            try await connection.execute(
                """
                delete from \(identifier: key.table)
                where ctid = any(array(
                    select item.ctid
                    from \(fragment: rows(key))
                    where \(fragment: account(key)) = any(\(ids))))
                """)
        }
    }

    private func rows(_ key: UnknownKey) -> Statement {
        if key.target == "accounts", key.targetColumn == "id" { return "\(identifier: key.table) as item" }
        return """
            \(identifier: key.table) as item
            join \(identifier: key.target) as target
                on target.\(identifier: key.targetColumn) = item.\(identifier: key.column)
            """
    }

    private func account(_ key: UnknownKey) -> Statement {
        if key.target != "accounts" { return "target.account_id" }
        return key.targetColumn == "id" ? "item.\(identifier: key.column)" : "target.id"
    }
}
