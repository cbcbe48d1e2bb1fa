import Crypto
import Model

/// Accounts, users and what ties them together.
extension Population {
    func peopleTables() -> [TableRows?] {
        [
            accountRows(), keyRows(), userRows(), followRows(), followRequestRows(), blockRows(), muteRows(),
            listRows(),
            memberRows(),
        ]
    }

    func rows(
        _ table: String, _ columns: [String], count: Int,
        write: @escaping @Sendable (Int, inout RowWriter) throws -> Void
    ) -> TableRows? {
        TableRows(table, of: release, columns, count: count, write: write)
    }

    private func accountRows() -> TableRows? {
        let columns = [
            "id", "username", "domain", "actor_type", "display_name", "note", "uri", "url", "inbox_url", "outbox_url",
            "shared_inbox_url", "followers_url", "protocol", "private_key", "public_key", "locked", "discoverable",
            "indexable", "id_scheme", "avatar_file_name", "avatar_content_type", "avatar_file_size",
            "avatar_updated_at",
            "avatar_storage_schema_version", "avatar_remote_url", "header_file_name", "header_content_type",
            "header_file_size", "header_updated_at", "header_storage_schema_version", "header_remote_url",
            "last_webfingered_at", "silenced_at", "suspended_at", "suspension_origin", "created_at", "updated_at",
        ]
        return rows("accounts", columns, count: accountCount + 1) { index, row in
            if index == accountCount { return try instanceActor(&row) }
            let person = person(index)
            let isLocal = person.domain == nil
            let uri = uri(ofAccount: index)
            let host = person.domain ?? localDomain
            let keys = isLocal && release < .v4_7 ? try signing.key(ofAccount: index) : nil
            row.put(person.id)
            row.put(person.username)
            row.put(person.domain)
            row.put(index % 37 == 23 ? "Service" : index % 53 == 31 ? nil : "Person")
            row.put(hasCuriosities && index % 41 == 3 ? Words.hostile[index / 41 % 8] : "\(person.username) of \(host)")
            row.put(isLocal ? text(.text, index, words: 5) : "<p>\(text(.text, index, words: 5))</p>")
            row.put(!isLocal ? uri : release >= .v4_7 ? nil : index % 2 == 0 ? "" : uri)
            row.put(isLocal ? nil : "https://\(host)/@\(person.username)")
            row.put(isLocal ? "" : uri + "/inbox")
            row.put(isLocal ? "" : uri + "/outbox")
            row.put(isLocal ? "" : "https://\(host)/inbox")
            row.put(isLocal ? "" : uri + "/followers")
            row.put(isLocal ? 0 : 1)
            row.put(keys?.privateKey)
            row.put(isLocal ? keys?.publicKey ?? "" : "sandbox public key of \(person.username)")
            row.put(index % 9 == 4)
            row.put(index % 3 != 1)
            row.put(index % 4 != 1)
            row.put(index % 2)
            picture(person.avatar, of: person, column: "avatar", &row)
            picture(person.header, of: person, column: "header", &row)
            let seen = isLocal || index % 19 == 6 ? nil : fraction(.webfinger, index) * 120
            row.put(seen.map { now.before(days: $0) })
            row.put(isSilenced(index) ? (isLocal ? now.before(days: 20.5) : blockMoment) : nil)
            row.put(isSuspended(index) ? (isLocal ? now.before(days: 10.5) : blockMoment) : nil)
            row.put(isSuspended(index) ? 0 : nil)
            row.put(person.created)
            let touched = now.before(days: fraction(.profile, index) * 120)
            row.put(max(person.created, touched))
            row.end()
        }
    }

    /// The keys that local accounts sign with.
    var signing: SigningKeys { SigningKeys(seed: seed) }

    private func picture(_ picture: ProfilePicture?, of person: Person, column: String, _ row: inout RowWriter) {
        if let picture, picture.isCached {
            row.put(picture.name)
            row.put(picture.contentType)
            row.put(picture.size)
            row.put(person.created)
        } else {
            for _ in 0..<4 { row.null() }
        }
        row.put(picture == nil ? nil : picture?.version)
        if let domain = person.domain, picture != nil {
            row.put("https://\(domain)/system/\(column)/\(person.index).png")
        } else if column == "header" {
            row.put("")
        } else {
            row.null()
        }
    }

    /// The account the server itself acts by.
    private func instanceActor(_ row: inout RowWriter) throws {
        let keys = release < .v4_7 ? try signing.key(ofAccount: counts.localAccounts) : nil
        row.put(-99)
        row.put("mastodon.internal")
        row.null()
        row.put("Application")
        for _ in 0..<2 { row.put("") }
        row.put(release >= .v4_7 ? nil : "")
        row.null()
        for _ in 0..<4 { row.put("") }
        row.put(0)
        row.put(keys?.privateKey)
        row.put(keys?.publicKey ?? "")
        row.put(true)
        row.put(false)
        row.put(false)
        row.put(0)
        for _ in 0..<11 { row.null() }
        row.put("")
        for _ in 0..<4 { row.null() }
        row.put(now.before(days: ages.upperBound + 405))
        row.put(now.before(days: ages.upperBound + 405))
        row.end()
    }

    /// The user's id is the account's number plus one.
    func hasUser(_ account: Int) -> Bool { isLocalAccount(account) && account % 37 != 19 }

    private func userRows() -> TableRows? {
        let columns = [
            "id", "account_id", "email", "encrypted_password", "confirmed_at", "confirmation_token",
            "confirmation_sent_at", "approved", "disabled", "role_id", "locale", "current_sign_in_at",
            "last_sign_in_at",
            "sign_in_count", "sign_up_ip", "settings", "otp_required_for_login", "created_at", "updated_at",
        ]
        return rows("users", columns, count: counts.localAccounts) { index, row in
            guard hasUser(index) else { return }
            let isConfirmed = index % 19 != 7
            let isApproved = index % 17 != 5
            let seen = isConfirmed && isApproved ? fraction(.profile, index, salt: 1) * 90 : nil
            row.put(index + 1)
            row.put(accountID(index))
            row.put("\(username(index))@mail.example")
            row.put("sandbox: nobody signs in")
            row.put(isConfirmed ? accountCreated(index) : nil)
            row.put(isConfirmed ? nil : hexName(.secret, index))
            row.put(isConfirmed ? nil : accountCreated(index))
            row.put(isApproved)
            row.put(index % 23 == 11)
            row.put(index < 3 ? [3, 1, 2][index] : nil)
            row.put(["en", "de", "ja", "pt-BR"][index % 4])
            row.put(seen.map { now.before(days: $0) })
            row.put(seen.map { now.before(days: $0 + 2) })
            row.put(seen == nil ? 0 : 3 + index % 40)
            row.put("192.0.2.\(index % 250 + 1)")
            row.put("{}")
            row.put(index % 13 == 8)
            row.put(accountCreated(index))
            row.put(accountCreated(index))
            row.end()
        }
    }

    private static let bond = ["id", "account_id", "target_account_id", "uri", "created_at", "updated_at"]

    /// Whom an account follows: local people a handful of anybody, every third remote one somebody local.
    func follows(of account: Int) -> [Int] {
        if isLocalAccount(account) {
            return people(.follow, account, 4 + pick(.follow, account, below: 12)).filter { $0 != account }
        }
        return account % 3 == 0 ? [pick(.follow, account, below: localAuthors)] : []
    }

    private func followRows() -> TableRows? {
        rows("follows", Self.bond, count: accountCount) { index, row in
            for (at, target) in follows(of: index).enumerated() {
                bond(index * 16 + at + 1, index, target, &row)
            }
        }
    }

    private func bond(_ id: Int, _ account: Int, _ target: Int, hidden: Bool? = nil, _ row: inout RowWriter) {
        row.put(id)
        row.put(accountID(account))
        row.put(accountID(target))
        if let hidden { row.put(hidden) } else { row.put("\(uri(ofAccount: account))#follows/\(id)") }
        let since = max(accountCreated(account), accountCreated(target))
        row.put(since)
        row.put(since)
        row.end()
    }

    /// Remote people waiting for somebody with a locked account.
    private func followRequestRows() -> TableRows? {
        rows("follow_requests", Self.bond, count: min(counts.remoteAccounts, 200)) { index, row in
            let account = counts.localAccounts + index
            guard account % 3 == 1, index % 4 == 0, localAuthors > 4 else { return }
            bond(index + 1, account, 4, &row)
        }
    }

    private func blockRows() -> TableRows? {
        rows("blocks", Self.bond, count: counts.localAccounts) { index, row in
            guard index % 6 == 2 else { return }
            bond(
                index + 1, index, counts.localAccounts + pick(.follow, index, below: counts.remoteAccounts, salt: 5),
                &row)
        }
    }

    private func muteRows() -> TableRows? {
        let columns = ["id", "account_id", "target_account_id", "hide_notifications", "created_at", "updated_at"]
        return rows("mutes", columns, count: counts.localAccounts) { index, row in
            guard index % 5 == 1 else { return }
            let target = counts.localAccounts + pick(.follow, index, below: counts.remoteAccounts, salt: 6)
            bond(index + 1, index, target, hidden: index % 2 == 0, &row)
        }
    }

    private func listRows() -> TableRows? {
        let columns = ["id", "account_id", "title", "created_at", "updated_at"]
        return rows("lists", columns, count: counts.localAccounts) { index, row in
            guard index % 4 == 0 else { return }
            row.put(index + 1)
            row.put(accountID(index))
            row.put(index % 8 == 0 ? "friends" : "news")
            row.put(accountCreated(index))
            row.put(accountCreated(index))
            row.end()
        }
    }

    private func memberRows() -> TableRows? {
        rows("list_accounts", ["id", "list_id", "account_id", "follow_id"], count: counts.localAccounts) { index, row in
            guard index % 4 == 0 else { return }
            for (at, target) in follows(of: index).enumerated() where at < 3 {
                row.put(index * 16 + at + 1)
                row.put(index + 1)
                row.put(accountID(target))
                row.put(index * 16 + at + 1)
                row.end()
            }
        }
    }
}
