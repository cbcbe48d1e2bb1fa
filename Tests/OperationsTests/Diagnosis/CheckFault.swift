import Operations
import Support

/// A fault as it is made on a sound server, and the check that has to see it.
struct CheckFault: Sendable {
    typealias Act = @Sendable (CheckStage, _ database: String, _ redis: Int) async throws -> Void

    var id: String
    var environment: [String: String] = [:]
    /// Of the env file, whole.
    var text: String?
    var mode: UInt32 = 0o600
    /// A threshold in the place of the check's, where a fault would take hours or gigabytes.
    var limit: Double?
    /// Run in the copy of the database; faults of one table are made one after the other and stay.
    var script = ""
    var redis: [[String]] = []
    /// Files of the machine.
    var machine: [String: String]?
    var site: (@Sendable (SiteStandIn.Request) -> SiteStandIn.Answer?)?
    var front: (@Sendable () throws -> CheckFront)?
    /// What no script does, and what takes it back.
    var make: Act?
    var undo: Act?
    /// The repository that backups are in, by its name on the stage; `nil` for none.
    var backups: String? = "sound"

    static func sql(_ id: String, limit: Double? = nil, _ script: String) -> CheckFault {
        CheckFault(id: id, limit: limit, script: script)
    }

    static func limit(_ id: String, _ limit: Double) -> CheckFault { CheckFault(id: id, limit: limit) }

    static func variables(_ id: String, _ environment: [String: String]) -> CheckFault {
        CheckFault(id: id, environment: environment)
    }

    static func backup(_ id: String, limit: Double? = nil, in repository: String?) -> CheckFault {
        CheckFault(id: id, limit: limit, backups: repository)
    }

    static func redis(_ id: String, limit: Double? = nil, _ commands: [[String]]) -> CheckFault {
        CheckFault(id: id, limit: limit, redis: commands)
    }

    static func machine(_ id: String, limit: Double? = nil, _ files: [String: String]) -> CheckFault {
        CheckFault(id: id, limit: limit, machine: CheckStage.quietMachine.merging(files) { $1 })
    }

    /// A page of the site that answers with a status, or otherwise.
    static func site(_ id: String, _ path: String, _ answer: SiteStandIn.Answer) -> CheckFault {
        CheckFault(id: id, site: { $0.path.hasPrefix(path) ? answer : nil })
    }
}
