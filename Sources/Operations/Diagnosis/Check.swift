import Model
import Stores

/// One thing a check-up looks at: what, how bad it is, how it is seen, why it matters and what mends it.
package struct Check: Sendable {
    /// What a check is about; the first word of its id says which.
    package enum Group: String, Sendable, CaseIterable, Encodable {
        case configuration, postgres, schema, redis, sidekiq, schedules, storage, search, web, federation, mail
        case backups, people, data, software, host
    }

    /// How bad it is when it is found.
    package enum Severity: String, Sendable, CaseIterable, Encodable, Comparable {
        case notice, warning, problem, critical

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// How long looking takes: up to 50 ms, up to a second or two, or longer than that.
    package enum Cost: String, Sendable, CaseIterable, Encodable, Comparable {
        case fast, normal, deep

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
        private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }

    /// What has to be there before anything can be seen.
    package enum Need: String, Sendable, CaseIterable, Encodable {
        case database, redis, jobs, storage, search
        /// A token for the Admin API, and leave to use it.
        case api
        /// The file the server takes its settings from.
        case variables
        /// A place for backups.
        case backups
        /// That file with the server's own secrets, and not one made for this program.
        case secrets
        /// A server that is meant to last: not a sandbox, whose name nobody can own (RFC 2606).
        case production
    }

    /// What the number of a threshold counts.
    package enum Unit: String, Sendable, CaseIterable, Encodable {
        case seconds, minutes, hours, days, percent, bytes, count, milliseconds
    }

    /// From where on something is found; a profile may say otherwise.
    package struct Limit: Sendable, Equatable {
        package var value: Double
        package var unit: Unit

        package init(_ value: Double, _ unit: Unit) {
            self.value = value
            self.unit = unit
        }
    }

    /// `pg.long-query`; never changed once it is out.
    package let id: String
    package let severity: Severity
    package let cost: Cost
    /// The first release that can have it; nil for every one.
    package let since: MastodonRelease?
    package let needs: [Need]
    package let limit: Limit?
    /// What is looked at, in one line.
    package let title: String
    package let why: String
    /// What mends it; a command where there is one.
    package let fix: String
    /// Where the fact or the threshold comes from.
    package let source: String
    let look: @Sendable (Inspection, Check) async throws -> Verdict

    init(
        _ id: String, _ severity: Severity, cost: Cost = .fast, since: MastodonRelease? = nil, needs: [Need] = [],
        limit: Limit? = nil, _ title: String, why: String, fix: String, source: String,
        look: @escaping @Sendable (Inspection, Check) async throws -> Verdict
    ) {
        self.id = id
        self.severity = severity
        self.cost = cost
        self.since = since
        self.needs = needs
        self.limit = limit
        self.title = title
        self.why = why
        self.fix = fix
        self.source = source
        self.look = look
    }

    package var group: Group { Self.groups[String(id.prefix { $0 != "." })] ?? .host }

    /// Groups by the first word of an id.
    static let groups: [String: Group] = [
        "env": .configuration, "pg": .postgres, "schema": .schema, "redis": .redis, "sidekiq": .sidekiq,
        "sched": .schedules, "media": .storage, "search": .search, "web": .web, "streaming": .web, "api": .web,
        "fed": .federation,
        "mail": .mail, "backup": .backups, "people": .people, "data": .data, "soft": .software, "host": .host,
    ]

    /// Every check there is, in the order of their groups.
    package static let all: [Check] =
        environmentFile + environmentValues + environmentServices + postgresServer + postgresActivity
        + postgresSettings + postgresUpkeep + schemaShape + schemaObjects
        + redisServers + redisContent + sidekiqProcesses + sidekiqJobs + schedules + storagePlace + storageRows
        + searchCluster + webSite + secureHosts + names + adminAPI + federationRows + federationSite + mails + backups
        + people + contents
        + software
        + machine

    /// The check of that id, or nil.
    package static func named(_ id: String) -> Check? { byID[id] }
    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
