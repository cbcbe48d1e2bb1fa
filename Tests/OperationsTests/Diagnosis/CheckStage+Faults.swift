import Operations
import Testing

extension CheckStage {
    /// Makes faults one after the other, each seen by the check it is for.
    func show(_ faults: [CheckFault], in database: String, redis number: Int) async throws {
        try await copy(database, redis: number)
        for fault in faults {
            let check = try #require(Check.named(fault.id), "\(fault.id)")
            do {
                let result = try #require(try await result(of: fault, in: database, redis: number))
                #expect(result.state.severity != nil, "\(fault.id): \(result.state) \(result.detail)")
                #expect(result.fix?.isEmpty == false && !result.detail.isEmpty, "\(fault.id)")
                #expect(check.group == result.group)
            } catch {
                Issue.record("\(fault.id): \(error)")
            }
        }
    }

    private func result(of fault: CheckFault, in database: String, redis number: Int) async throws -> CheckResult? {
        if !fault.script.isEmpty { try await run(fault.script, in: database) }
        if !fault.redis.isEmpty { try await tell(fault.redis, redis: number) }
        try await fault.make?(self, database, number)
        let results = try await look(
            at: [fault.id], environment(database: database, redis: number, fault.environment),
            text: fault.text, mode: fault.mode, limits: fault.limit.map { [fault.id: $0] } ?? [:],
            machine: fault.machine, site: fault.site.map { answer in CheckStage.site(answer) },
            backups: fault.backups, front: fault.front?())
        try await fault.undo?(self, database, number)
        return results[fault.id]
    }
}
