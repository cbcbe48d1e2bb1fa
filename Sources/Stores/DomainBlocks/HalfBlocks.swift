import Model
import Postgres

/// A block that the server has not carried out to its end.
package struct HalfBlock: Sendable, Equatable {
    package var id: Int64
    package var domain: String
    package var severity: BlockSeverity
    /// Accounts that should be silenced or suspended and are not.
    package var untouched: Int
    /// Suspended ones that still hold follows, posts or files; with rejected media, accounts that hold files.
    package var holding: Int
    /// Accounts with what an earlier severity of the block did.
    package var stray: Int

    package var isWhole: Bool { untouched + holding + stray == 0 }
}

/// An account that is silenced or suspended as by a block that is no more.
package struct LeftAccount: Sendable, Equatable {
    package var id: Int64
    package var handle: String
    package var isSilenced: Bool
    package var isSuspended: Bool
}

/// What was begun with blocks and not finished: a worker that was killed, an unblocking that broke off.
///
/// Source: Mastodon 4.6.5 `app/services/block_domain_service.rb`, `delete_account_service.rb`,
/// `unblock_domain_service.rb`; the equality of an account's time and its block's is how one knows the other.
package struct HalfBlocks<Mode: Access> {
    let transaction: Transaction<Mode>

    /// What is left to do for a block; nil when the block is gone. Leans on the indexes over an account's posts, media,
    /// follows and log entries; each is only asked whether there is one.
    package func state(of block: DomainBlockRow) async throws
        -> HalfBlock?
    {
        let (untouched, holding): (Statement, Statement) =
            switch block.rule.severity {
            case .suspend:
                (
                    "account.suspended_at is null and \(fragment: Self.spared("unsuspend"))",
                    "account.suspended_at = block.created_at and (\(fragment: Self.holdings))"
                )
            case .silence:
                ("account.silenced_at is null and \(fragment: Self.spared("unsilence"))", Self.files(of: block))
            case .noop: ("false", Self.files(of: block))
            }
        let stray: Statement =
            switch block.rule.severity {
            case .suspend: "account.silenced_at = block.created_at"
            case .silence: "account.suspended_at = block.created_at"
            case .noop: "block.created_at in (account.suspended_at, account.silenced_at)"
            }
        return try await transaction.first(
            """
            select count(*) filter (where \(fragment: untouched)), count(*) filter (where \(fragment: holding)),
                count(*) filter (where \(fragment: stray))
            from domain_blocks as block
            left join lateral (
                select *
                from accounts
                where \(fragment: AccountScope.of(block.domain))
            ) as account on true
            where block.id = \(block.id) and account.id is not null
            """
        ) { row in
            HalfBlock(
                id: block.id, domain: block.domain, severity: block.rule.severity, untouched: try row[0],
                holding: try row[1], stray: try row[2])
        }
    }

    /// A moderator has made an exception for the account since.
    private static func spared(_ action: String) -> Statement {
        """
        not exists (
            select
            from admin_action_logs as log
            where log.target_type = 'Account' and log.target_id = account.id and log.action = \(action)
                and log.created_at > block.created_at
        )
        """
    }

    /// What the deletion of an account leaves nothing of; posts in open reports stay, with their files.
    private static var holdings: Statement {
        """
        account.avatar_file_name <> ''
            or account.header_file_name <> ''
            or exists (select from follows where follows.account_id = account.id)
            or exists (select from follows where follows.target_account_id = account.id)
            or exists (
                select
                from statuses
                where statuses.account_id = account.id and statuses.deleted_at is null
                    and not \(fragment: Self.reported("statuses.id"))
            )
            or exists (
                select
                from media_attachments
                where media_attachments.account_id = account.id
                    and not \(fragment: Self.reported("coalesce(media_attachments.status_id, 0)"))
            )
        """
    }

    private static func reported(_ status: Statement) -> Statement {
        """
        exists (
            select
            from reports
            where reports.target_account_id = account.id and reports.action_taken_at is null
                and \(fragment: status) = any(reports.status_ids)
        )
        """
    }

    private static func files(of block: DomainBlockRow) -> Statement {
        guard block.rule.rejectMedia else { return "false" }
        return """
            account.avatar_file_name <> ''
                or account.header_file_name <> ''
                or exists (
                    select
                    from media_attachments
                    where media_attachments.account_id = account.id and media_attachments.file_file_name <> ''
                )
            """
    }

    /// Remote accounts after that id that are silenced or suspended by this server, as by a block, though none covers
    /// them: no strike, no entry in the moderators' log, no request for deletion tells of another reason. Walks the
    /// primary key, some accounts at a time.
    package func left(after id: Int64, size: Int) async throws -> (found: [LeftAccount], last: Int64?) {
        let rows = try await transaction.rows(
            """
            select account.id, account.username || '@' || account.domain,
                coalesce(account.silenced_at is not null and \(fragment: Self.unexplained("silence", 0, 3_000,
                    "account.silenced_at")), false),
                coalesce(account.suspended_at is not null and account.suspension_origin = 0
                    and not exists (
                        select from account_deletion_requests as request where request.account_id = account.id
                    )
                    and \(fragment: Self.unexplained("suspend", 1, 4_000, "account.suspended_at")), false)
            from accounts as account
            where account.id > \(id)
                and account.domain is not null
                and (account.silenced_at is not null or account.suspended_at is not null)
            order by account.id
            limit \(size)
            """
        ) { row in
            LeftAccount(id: try row[0], handle: try row[1], isSilenced: try row[2], isSuspended: try row[3])
        }
        return (rows.filter { $0.isSilenced || $0.isSuspended }, rows.count == size ? rows.last?.id : nil)
    }

    /// - Parameters:
    ///   - severity: the database's number of blocks that do this.
    ///   - strike: the database's number of strikes that do this. Source: Mastodon 4.6.5
    ///     `app/models/account_warning.rb`.
    private static func unexplained(_ action: String, _ severity: Int, _ strike: Int, _ time: Statement) -> Statement {
        """
        not exists (
                select
                from domain_blocks as block
                where block.created_at = \(fragment: time)
                    or (block.severity = \(severity) and block.domain in (
                        select array_to_string(split.parts[first:], '.')
                        from (select string_to_array(account.domain, '.') as parts) as split
                        cross join generate_series(1, cardinality(split.parts)) as first
                    ))
            )
            and not exists (
                select
                from account_warnings as strike
                where strike.target_account_id = account.id and strike.action = \(strike)
            )
            and not exists (
                select
                from admin_action_logs as log
                where log.target_type = 'Account' and log.target_id = account.id and log.action = \(action)
            )
        """
    }

    /// Takes off accounts what no block explains, where that is still so.
    package func free(_ accounts: [LeftAccount]) async throws -> Int where Mode == ReadWrite {
        let silenced = accounts.filter(\.isSilenced).map(\.id)
        let suspended = accounts.filter(\.isSuspended).map(\.id)
        return try await transaction.execute(
            """
            update accounts
            set silenced_at = case when id = any(\(silenced)) then null else silenced_at end,
                suspended_at = case when id = any(\(suspended)) then null else suspended_at end,
                suspension_origin = case when id = any(\(suspended)) then null else suspension_origin end
            where id = any(\(accounts.map(\.id)))
                and (silenced_at is not null or suspended_at is not null)
            """)
    }
}

extension Transaction {
    package var halfBlocks: HalfBlocks<Mode> { HalfBlocks(transaction: self) }
}
