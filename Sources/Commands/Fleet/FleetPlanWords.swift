import Configuration
import Faults

/// How plans of a fleet are made and carried out by the commands for one server.
enum FleetPlan {
    /// The options in front of a `--`, behind which everything is a value.
    static func words(_ words: [String], with options: [String]) -> [String] {
        let end = words.firstIndex(of: "--") ?? words.endIndex
        return words[..<end] + options + words[end...]
    }

    /// What `apply` is told.
    static func words(isRehearsal: Bool) -> (words: [String], asks: Bool) {
        isRehearsal ? (["--dry-run"], false) : (["--yes"], true)
    }

    /// Why no plan can be made or carried out there.
    static func obstacle(_ member: FleetMember) -> String? {
        if let trouble = member.trouble { return trouble.message }
        return member.via?.kind == .sshExec ? "plans are files of this machine, and the command would run there" : nil
    }

    /// The processes have the same working directory, but what is told should be found from anywhere.
    static func absolute(_ path: String) -> String { SystemFileReader().absolute(path) }
}
