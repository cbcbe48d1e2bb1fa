import Faults
import Model
import Postgres

extension EmailDomainBlocks {
    /// The blocks in the order they came, each with its mail servers.
    ///
    /// - Parameter withApproval: only those that let people in with approval, or only those that do not; nil for both.
    /// - Throws: `Fault(.configuration)` when approval is asked about and the release knows none.
    package func all(
        withApproval: Bool? = nil, _ schema: LiveSchema, over connection: PostgresConnection
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
                array(
                    select child.domain::text from email_domain_blocks as child
                    where child.parent_id = parent.id order by child.id)
            from email_domain_blocks as parent
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
