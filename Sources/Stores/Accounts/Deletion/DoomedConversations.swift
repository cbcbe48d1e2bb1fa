import Model
import Postgres

/// A conversation in somebody's list that has lost a message.
package struct ChangedConversation: Sendable, Equatable {
    /// The row.
    package let id: Int64
    /// Whose list.
    package let account: Int64
}

/// Source: Mastodon 4.6.5 `app/models/status.rb` (`unlink_from_conversations!`), `app/models/account_conversation.rb`.
extension DoomedAccounts {
    /// Takes direct messages out of the lists of the people here who have them; a list entry without a message goes.
    ///
    /// Leans on the unique index of `account_conversations` over account, conversation and participants.
    ///
    /// - Returns: the entries that still have messages.
    func leaveConversations(_ posts: [Int64], over connection: Transaction<ReadWrite>) async throws
        -> [ChangedConversation]
    {
        let entries = try await connection.rows(
            """
            with message as (
                select id, account_id, conversation_id
                from statuses
                where id = any(\(posts))
                    and visibility = 3
            ), owner as (
                select message.id as message_id, accounts.id as account_id
                from message
                join mentions on mentions.status_id = message.id
                join accounts on accounts.id = mentions.account_id
                where accounts.domain is null
                union
                select message.id, accounts.id
                from message
                join accounts on accounts.id = message.account_id
                where accounts.domain is null
            )
            select entry.id, entry.account_id, message.id
            from message
            join owner on owner.message_id = message.id
            join account_conversations as entry
                on entry.account_id = owner.account_id
                and entry.conversation_id = message.conversation_id
                and entry.participant_account_ids = array(
                    select person
                    from (
                        select mentions.account_id as person
                        from mentions
                        where mentions.status_id = message.id
                            and not mentions.silent
                        union
                        select message.account_id) as people
                    where person <> owner.account_id
                    order by person)
            order by entry.id
            for update of entry
            """
        ) { (try $0.value(0, as: Int64.self), try $0.value(1, as: Int64.self), try $0.value(2, as: Int64.self)) }
        guard !entries.isEmpty else { return [] }
        let ids = Array(Set(entries.map(\.0))).sorted()
        let gone = entries.map(\.2)
        try await connection.execute(
            """
            delete from account_conversations
            where id = any(\(ids))
                and status_ids <@ \(gone)
            """)
        let changed = try await connection.rows(
            """
            update account_conversations
            set
                status_ids = rest.ids,
                last_status_id = rest.ids[cardinality(rest.ids)],
                lock_version = account_conversations.lock_version + cardinality(entry.status_ids) - cardinality(rest.ids)
            from account_conversations as entry
            cross join lateral (
                select array(
                    select id
                    from unnest(entry.status_ids) as id
                    where id <> all(\(gone))
                    order by id) as ids) as rest
            where account_conversations.id = any(\(ids))
                and entry.id = account_conversations.id
                and entry.status_ids && \(gone)
            returning account_conversations.id, account_conversations.account_id
            """
        ) { ChangedConversation(id: try $0[0], account: try $0[1]) }
        return changed.sorted { $0.id < $1.id }
    }
}
