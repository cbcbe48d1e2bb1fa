import Faults
import Model
import Stores

extension UpgradeParts {
    /// Indexes that are not built, and those that amcheck finds in disorder.
    func indexes(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let questions = questions
        let invalid = try await site.database.read { try await questions.invalidIndexes(over: $0) }
        let unbuilt = finding(
            .invalidIndexes, .warning, .init(count: Int64(invalid.count), examples: Array(invalid.prefix(5))))
        guard try await site.mayCheckIndexes() else {
            return [unbuilt, UpgradeFinding(.damagedIndexes, .skipped, .noAmcheck)]
        }
        var damaged: [String] = []
        for index in try await site.database.read({ try await questions.textIndexes(over: $0) })
        where try await !site.isInOrder(index) {
            damaged.append(index)
        }
        return [
            unbuilt,
            finding(.damagedIndexes, .problem, .init(count: Int64(damaged.count), examples: damaged)),
        ]
    }

    /// What accounts sign with, and what that is sealed with since 4.7.
    func keys(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let (questions, instance) = (questions, site.instance)
        let keyless = try await site.database.read { try await questions.keyless(over: $0) }
        let lacking = finding(.keyless, .warning, keyless)
        guard target >= .v4_7 else { return [lacking] }
        if instance.cipher == nil { return [UpgradeFinding(.encryption, .problem, .noKeys), lacking] }
        do {
            try await site.database.read { try await LocalKeys(instance).requireUsable(over: $0) }
        } catch let fault as Fault where fault.kind == .configuration {
            return [UpgradeFinding(.encryption, .problem, .uselessKeys(fault)), lacking]
        }
        return [UpgradeFinding(.encryption, .ok), lacking]
    }

    /// What the release runs on.
    func services(at site: Site<ReadOnly>) async throws -> [UpgradeFinding] {
        let questions = questions
        let (version, folder) = try await site.database.read { try await questions.server(over: $0) }
        let major = version / 10_000
        let postgres = UpgradeFinding(
            .postgres, major >= target.oldestPostgres ? .ok : .problem,
            .version("\(major).\(version % 10_000)", needed: "\(target.oldestPostgres)", by: target))
        let need = try await site.database.read { try await questions.size(of: "accounts", over: $0) }
        return [postgres, await redis(at: site), disk(folder, need)]
    }

    private func redis(at site: Site<ReadOnly>) async -> UpgradeFinding {
        guard let version = try? await site.redisVersion(), !version.isEmpty else {
            return UpgradeFinding(.redis, .skipped)
        }
        return UpgradeFinding(
            .redis, Self.isEnough(version, target.oldestRedis) ? .ok : .problem,
            .version(version, needed: target.oldestRedis, by: target))
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
        let free = folder.flatMap { Site<ReadOnly>.free(at: $0) }
        let state: UpgradeFinding.State = free.map { $0 > need * 2 ? .ok : .problem } ?? .skipped
        return UpgradeFinding(.disk, state, .room(free: free, wanted: need))
    }
}
