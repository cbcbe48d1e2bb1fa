import Faults
import Model
import Postgres

extension EmailDomainBlocks {
    /// The blocks in the order they came, each with its mail servers. Passes over the table twice: no index leads from a
    /// domain to its mail servers, so they are gathered once for all and not looked for a row.
    ///
    /// - Parameter withApproval: only those that let people in with approval, or only those that do not; nil for both.
    /// - Throws: `Fault(.configuration)` when approval is asked about and the release knows none.
    package func all(
        withApproval: Bool? = nil, _ schema: LiveSchema, over connection: Transaction<some Access>
    ) async throws -> [EmailDomainBlock] {
        let knowsApproval = schema.has(column: "allow_with_approval", in: table)
        if withApproval == true, !knowsApproval {
            throw Fault(
                .configuration, "\(schema.releaseInWords) has no e-mail domains let in with approval",
                help: "leave out --only-with-approval")
        }
        let approval: Statement = knowsApproval ? "parent.allow_with_approval" : "false"
        return try await connection.rows(
            """
            select parent.id, parent.domain, \(fragment: approval), parent.created_at,
                coalesce(servers.domains, '{}')
            from email_domain_blocks as parent
            left join (
                select parent_id, array_agg(domain::text order by id) as domains
                from email_domain_blocks
                where parent_id is not null
                group by parent_id
            ) as servers on servers.parent_id = parent.id
            where parent.parent_id is null and (\(withApproval)::boolean is null or \(fragment: approval) = \(withApproval))
            order by parent.id
            """
        ) { row in
            EmailDomainBlock(
                id: "\(try row.value(0, as: Int64.self))", domain: try row.value(1),
                allowWithApproval: try row.value(2),
                createdAt: UTCTime(try row.value(3, as: Timestamp.self).seconds), mailServers: try row.value(4))
        }
    }
}
