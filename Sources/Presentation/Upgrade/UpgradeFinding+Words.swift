import Faults
import Model
import Operations

extension UpgradeFinding: Encodable {
    private enum CodingKeys: CodingKey { case name, state, rows, examples, detail, mend }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(state, forKey: .state)
        try container.encodeIfPresent(rows, forKey: .rows)
        try container.encode(examples, forKey: .examples)
        try container.encode(inWords, forKey: .detail)
        try container.encodeIfPresent(mend, forKey: .mend)
    }

    /// What was found.
    var inWords: String {
        switch detail {
        case .plain: (state == .ok ? fine : found) ?? ""
        case .unfinished(let release, let signs):
            "those to Mastodon \(release.rawValue) are not finished: " + signs.joined(separator: "; ")
        case .later(let schema): "the schema is \(schema); use a newer mastoctl"
        case .pending(before: 0, after: 0, _): "none is pending"
        case .pending(let before, let after, let schema):
            (schema.map { "the schema is \($0): " } ?? "pending: ")
                + "\(Noun.counted(before, "migrations")) before the restart, \(after) after it"
        case .extras(let words): words
        case .noAmcheck: "amcheck is not installed, or this role may not use it"
        case .noKeys: "the ACTIVE_RECORD_ENCRYPTION keys are not configured; 4.7 seals every account's key with them"
        case .uselessKeys(let fault): fault.message
        case .version(let version, let needed, let release):
            "\(name == .postgres ? "PostgreSQL" : "Redis") \(version), and \(release.rawValue) needs \(needed)"
        case .room(let free?, let wanted):
            "\(ByteCount(free)) are free for the database, "
                + "and the migrations want about \(ByteCount(wanted)) for a while"
        case .room(nil, let wanted):
            "the migrations want about \(ByteCount(wanted)) for a while; the database's disk is not seen from here"
        }
    }

    /// Where nothing is wrong.
    private var fine: String? {
        switch name {
        case .sharedNames: "no two accounts share a name"
        case .sharedActors: "no two accounts share an address"
        case .nameless: "every remote account has an address"
        case .uniqueRows: "no row is in the way of a new unique index"
        case .emptyValues: "no value is missing that has to be there"
        case .clashes: "the tables are Mastodon's own, and nothing else"
        case .invalidIndexes: "every index is whole"
        case .damagedIndexes: "the unique indexes over text are in order"
        case .keyless: "every user's account has a key"
        case .encryption: "the ACTIVE_RECORD_ENCRYPTION keys are configured"
        case .migrations, .postgres, .redis, .disk: nil
        }
    }

    private var found: String? {
        switch name {
        case .sharedNames:
            "accounts share a name in another case, which only a damaged index allows: the migrations stop at it"
        case .sharedActors: "accounts share an address: 4.7 merges them row by row, which takes long"
        case .nameless: "remote accounts have no address: 4.7 deletes their rows and leaves their files"
        case .uniqueRows: "groups of rows are in the way of new unique indexes"
        case .emptyValues: "rows lack a value that has to be there: the migrations delete them, or stop"
        case .clashes: "what the migrations add is there already"
        case .invalidIndexes: "indexes were not built to their end"
        case .damagedIndexes: "indexes are damaged: the migrations may stop at them"
        case .keyless: "accounts of users have no key, so that nothing they write reaches another server"
        case .redis: "Redis did not answer"
        case .migrations, .encryption, .postgres, .disk: nil
        }
    }

    /// The command that mends it; nil where nothing is to be mended.
    var mend: String? {
        switch (name, state) {
        case (.migrations, .problem): "RAILS_ENV=production bundle exec rails db:migrate"
        case (.damagedIndexes, .skipped):
            "as a superuser: create extension amcheck; "
                + "grant execute on function bt_index_check(regclass) to the server's role"
        case (.redis, .skipped): "mastoctl doctor"
        case (.disk, .skipped): "df -h on the database's machine"
        case (.migrations, _), (_, .ok), (_, .skipped): nil
        case (.sharedNames, _):
            "mastoctl accounts merge id:ONE id:OTHER, then in SQL "
                + "reindex index index_accounts_on_username_and_domain_lower"
        case (.sharedActors, _): "mastoctl accounts fix-duplicates"
        case (.nameless, _): "mastoctl accounts prune; after the upgrade mastoctl media remove-orphans"
        case (.uniqueRows, _): "delete all but one row of each group in SQL"
        case (.emptyValues, _): "delete these rows in SQL, as they belong to nobody"
        case (.clashes, _): "upgrade by the fork's own guide"
        case (.invalidIndexes, _), (.damagedIndexes, _): "reindex index concurrently \(examples.first ?? "")"
        case (.keyless, _): "mastoctl accounts rotate NAME"
        case (.encryption, _):
            if case .uselessKeys(let fault) = detail {
                fault.help
            } else {
                "RAILS_ENV=production bin/rails db:encryption:init, and its three lines into the env file"
            }
        case (.postgres, _): "upgrade PostgreSQL first: pg_upgradecluster"
        case (.redis, _): "upgrade Redis first"
        case (.disk, _): "make room on the database's disk"
        }
    }
}
