import Faults
import Model
import Stores

extension UpgradeParts {
    /// Indexes that are not built, and those that amcheck finds in disorder.
    func indexes(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let questions = questions
        let invalid = try await site.database.read { try await questions.invalidIndexes(over: $0) }
        var findings = [
            finding(
                .invalidIndexes, .warning, .init(count: Int64(invalid.count), examples: Array(invalid.prefix(5))),
                "every index is whole", "indexes were not built to their end",
                mend: "reindex index concurrently \(invalid.first ?? "")")
        ]
        guard try await site.mayCheckIndexes() else {
            return findings + [
                UpgradeFinding(
                    .damagedIndexes, .skipped, "amcheck is not installed, or this role may not use it",
                    mend: "as a superuser: create extension amcheck; "
                        + "grant execute on function bt_index_check(regclass) to the server's role")
            ]
        }
        var damaged: [String] = []
        for index in try await site.database.read({ try await questions.textIndexes(over: $0) })
        where try await !site.isInOrder(index) {
            damaged.append(index)
        }
        findings.append(
            finding(
                .damagedIndexes, .problem, .init(count: Int64(damaged.count), examples: damaged),
                "the unique indexes over text are in order", "indexes are damaged: the migrations may stop at them",
                mend: "reindex index concurrently \(damaged.first ?? "")"))
        return findings
    }

    /// What accounts sign with, and what that is sealed with since 4.7.
    func keys(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let (questions, instance) = (questions, site.instance)
        let keyless = try await site.database.read { try await questions.keyless(over: $0) }
        let lacking = finding(
            .keyless, .warning, keyless, "every user's account has a key",
            "accounts of users have no key, so that nothing they write reaches another server",
            mend: "mastoctl accounts rotate NAME")
        guard target >= .v4_7 else { return [lacking] }
        let mend = "RAILS_ENV=production bin/rails db:encryption:init, and its three lines into the env file"
        if instance.cipher == nil {
            return [
                UpgradeFinding(
                    .encryption, .problem,
                    "the ACTIVE_RECORD_ENCRYPTION keys are not configured; 4.7 seals every account's key with them",
                    mend: mend), lacking,
            ]
        }
        do {
            try await site.database.read { try await LocalKeys(instance).requireUsable(over: $0) }
        } catch let fault as Fault where fault.kind == .configuration {
            return [UpgradeFinding(.encryption, .problem, fault.message, mend: fault.help), lacking]
        }
        return [UpgradeFinding(.encryption, .ok, "the ACTIVE_RECORD_ENCRYPTION keys are configured"), lacking]
    }

    /// What the release runs on.
    func services(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let questions = questions
        let (version, folder) = try await site.database.read { try await questions.server(over: $0) }
        let major = version / 10_000
        let postgres = UpgradeFinding(
            .postgres, major >= target.oldestPostgres ? .ok : .problem,
            "PostgreSQL \(major).\(version % 10_000), and \(target.rawValue) needs \(target.oldestPostgres)",
            mend: major >= target.oldestPostgres ? nil : "upgrade PostgreSQL first: pg_upgradecluster")
        let need = try await site.database.read { try await questions.size(of: "accounts", over: $0) }
        return [postgres, await redis(at: site), disk(folder, need)]
    }

    private func redis(at site: Site<ReadOnly>) async -> UpgradeFinding {
        guard let version = try? await site.redisVersion(), !version.isEmpty else {
            return UpgradeFinding(.redis, .skipped, "Redis did not answer", mend: "mastoctl doctor")
        }
        let isEnough = Self.isEnough(version, target.oldestRedis)
        return UpgradeFinding(
            .redis, isEnough ? .ok : .problem, "Redis \(version), and \(target.rawValue) needs \(target.oldestRedis)",
            mend: isEnough ? nil : "upgrade Redis first")
    }

    /// Whether `7.2.4` is at least `7.0`.
    static func isEnough(_ version: String, _ wanted: String) -> Bool {
        let (have, want) = (numbers(version), numbers(wanted))
        return !have.lexicographicallyPrecedes(want)
    }

    private static func numbers(_ text: String) -> [Int] {
        text.split(separator: ".").map { Int($0.prefix { $0.isASCII && $0.isNumber }) ?? 0 }
    }

    /// The migrations build indexes of the table of accounts anew, beside the old ones.
    private func disk(_ folder: String?, _ need: Int64) -> UpgradeFinding {
        let size = "\(ByteCount(need))"
        guard let folder, let free = Site<ReadOnly>.free(at: folder) else {
            return UpgradeFinding(
                .disk, .skipped,
                "the migrations want about \(size) for a while; the database's disk is not seen from here",
                mend: "df -h on the database's machine")
        }
        let isEnough = free > need * 2
        return UpgradeFinding(
            .disk, isEnough ? .ok : .problem,
            "\(ByteCount(free)) are free for the database, and the migrations want about \(size) for a while",
            mend: isEnough ? nil : "make room on the database's disk")
    }
}
