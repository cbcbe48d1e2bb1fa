import Faults
import Model
import Postgres

/// `email_domain_blocks`: domains nobody may sign up with, and the mail servers blocked because of them.
///
/// Source: Mastodon 4.2 to 4.6 `app/models/email_domain_block.rb` and `lib/mastodon/cli/email_domain_blocks.rb`.
package struct EmailDomainBlocks: SignUpList {
    private let names: MailServers?

    package init() { self.init(resolvingWith: nil) }

    /// - Parameter names: where mail servers are looked up; nil when they are not asked for.
    package init(resolvingWith names: MailServers?) {
        self.names = names
    }

    package var table: String { "email_domain_blocks" }
    package var model: String { "EmailDomainBlock" }
    package var noun: String { "e-mail domain blocks" }

    package func label(of request: EmailDomainBlockRequest) -> String { request.domain }
    package func label(of key: String) -> String { key }

    /// Approval came with 4.3.
    package func check(_ requests: [EmailDomainBlockRequest], _ schema: LiveSchema) throws {
        guard requests.contains(where: \.allowWithApproval),
            !schema.has(column: "allow_with_approval", in: table)
        else { return }
        throw Fault(
            .configuration, "\(schema.releaseInWords) cannot let an e-mail domain in with approval",
            help: "leave out --allow-with-approval, or upgrade to Mastodon 4.3 or newer")
    }

    package func completed(
        _ requests: [EmailDomainBlockRequest], warn: (String) -> Void
    ) async -> [EmailDomainBlockRequest] {
        guard let names else { return requests }
        var completed = requests
        for (index, found) in await names.found(for: requests.map(\.domain)).enumerated() {
            completed[index].mailServers = found.hosts
            if let reason = found.reason {
                warn("the mail servers of \(requests[index].domain) are not known: \(reason)")
            }
        }
        return completed
    }

    /// Leans on the unique index over `domain`.
    package func present(
        _ requests: [EmailDomainBlockRequest], over connection: Transaction<some Access>
    ) async throws -> Set<String> {
        Set(
            try await connection.rows(
                "select domain from email_domain_blocks where domain = any(\(requests.map(\.domain)))"
            ) { try $0.value(0, as: String.self) })
    }

    package func put(
        _ requests: [EmailDomainBlockRequest], overwriting: Bool, _ schema: LiveSchema,
        over connection: Transaction<ReadWrite>
    ) async throws -> WrittenSignUpBlocks {
        var writing = WrittenSignUpBlocks()
        if requests.allSatisfy(\.mailServers.isEmpty) {
            writing.added = try await insert(requests, below: nil, schema, over: connection)
            return writing
        }
        // One after the other: a mail server of the first may be asked for by name later.
        for request in requests {
            let added = try await insert([request], below: nil, schema, over: connection)
            writing.added += added
            guard let parent = added.first else { continue }
            let servers = request.mailServers.filter(DomainName.isValid)
            writing.refused += request.mailServers.filter { !DomainName.isValid($0) }
            let dependents = servers.map {
                EmailDomainBlockRequest(domain: $0, allowWithApproval: request.allowWithApproval)
            }
            writing.dependents += try await insert(dependents, below: parent.id, schema, over: connection)
        }
        return writing
    }

    private func insert(
        _ requests: [EmailDomainBlockRequest], below parent: Int64?, _ schema: LiveSchema,
        over connection: Transaction<ReadWrite>
    ) async throws -> [RecordRow] {
        if requests.isEmpty { return [] }
        let knowsApproval = schema.has(column: "allow_with_approval", in: table)
        let column: Statement = knowsApproval ? ", allow_with_approval" : ""
        let value: Statement = knowsApproval ? ", wanted.approval" : ""
        return try await connection.rows(
            """
            insert into email_domain_blocks (domain, parent_id, created_at, updated_at\(fragment: column))
            select wanted.domain, \(parent), now() at time zone 'utc', now() at time zone 'utc'\(fragment: value)
            from unnest(\(requests.map(\.domain)), \(requests.map(\.allowWithApproval)))
                with ordinality as wanted (domain, approval, place)
            order by wanted.place
            on conflict (domain) do nothing
            returning id, domain
            """
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
    }

    package func found(
        _ keys: [String], over connection: Transaction<some Access>
    ) async throws -> (rows: [RecordRow], unknown: [String]) {
        let rows = try await connection.rows(
            "select id, domain from email_domain_blocks where domain = any(\(keys)) order by id"
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        let known = Set(rows.map(\.label))
        return (rows, keys.filter { !known.contains($0) })
    }

    /// The foreign key takes the mail servers of a domain with it; they are counted before.
    package func remove(_ ids: [Int64], over connection: Transaction<ReadWrite>) async throws -> DeletedSignUpBlocks {
        let dependents = try await connection.first(
            """
            select count(*)
            from email_domain_blocks
            where parent_id = any(\(ids)) and not id = any(\(ids))
            """
        ) { try $0.value(0, as: Int.self) }
        let removed = try await connection.rows(
            "delete from email_domain_blocks where id = any(\(ids)) returning id, domain"
        ) { RecordRow(id: try $0.value(0), label: try $0.value(1)) }
        return DeletedSignUpBlocks(removed: removed, dependents: dependents ?? 0)
    }
}
