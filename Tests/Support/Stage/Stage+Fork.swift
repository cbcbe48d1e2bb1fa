import Model
import Postgres
import Sandbox

extension Stage {
    /// Gives the instance the tables and columns a fork adds, as an upgrade to the fork would.
    package func become(_ fork: MastodonFork) async throws {
        let connection = try await instance.connect()
        try await connection.script(Script(trusted: ForkScript(fork, over: instance.release).text))
        await connection.close()
    }

    /// Brings a 4.7 to where it is between the two runs of its migrations: the views and the old index are still there,
    /// and what ran after the restart of others has not run here.
    package func halfMigrate() async throws {
        for statement: Statement in [
            "drop table account_summaries, global_follow_recommendations",
            "drop index index_accounts_on_uri", "create index index_accounts_on_uri on accounts (uri)",
            "update accounts set uri = '' where domain is null",
            "create materialized view account_summaries as select id as account_id, 'en' as language from accounts",
            "create materialized view global_follow_recommendations as select id as account_id from accounts",
        ] {
            try await execute(statement)
        }
    }
}

/// The SQL by which a fork's own tables and columns come to be.
private struct ForkScript {
    let text: String

    init(_ fork: MastodonFork, over release: MastodonRelease) {
        let catalog = SchemaCatalog.of(release: release)
        var (columns, keys) = ("", "")
        for relation in fork.relations {
            let known = catalog.relation(relation.name)
            if let known {
                for column in relation.columns where known.column(column.name) == nil {
                    columns += "alter table \(relation.name) add column \(Self.definition(column));\n"
                }
                continue
            }
            if relation.columns.isEmpty { continue }
            if let sequence = relation.sequence { columns += "create sequence \(sequence.name);\n" }
            columns += "create table \(relation.name) (\n"
            columns += relation.columns.map { "    " + Self.definition($0) }.joined(separator: ",\n") + "\n);\n"
            columns += "alter table \(relation.name) add primary key (id);\n"
            for key in relation.foreignKeys {
                keys += "alter table \(relation.name) add constraint \(key.name) foreign key (\(key.column)) "
                keys += "references \(key.table) (\(key.target))"
                keys += (key.onDelete == "no action" ? "" : " on delete \(key.onDelete)") + ";\n"
            }
        }
        text = columns + keys + "insert into schema_migrations (version) values ('20200101000000');\n"
    }

    private static func definition(_ column: SchemaCatalog.Column) -> String {
        "\"\(column.name)\" \(column.type)" + (column.defaultValue.map { " default \($0)" } ?? "")
            + (column.isNullable ? "" : " not null")
    }
}
