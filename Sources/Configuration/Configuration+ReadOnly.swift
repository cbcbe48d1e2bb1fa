import Faults

extension Configuration {
    /// The variable by which one run is kept from changing anything. A word that is not understood forbids.
    package static let readOnlyVariable = "MASTOCTL_READ_ONLY"

    static func isReadOnly(_ environment: [String: String]) -> Bool {
        environment[readOnlyVariable].map { !$0.isEmpty && $0 != "false" } ?? false
    }

    /// - Throws: `Fault(.denied)` where nothing may be changed. No option and no variable can take that back.
    package func requireWritable() throws {
        guard isReadOnly else { return }
        let isOfProfile = rows.contains { $0.key == "read_only" && $0.value == "true" }
        throw Fault(
            .denied, isOfProfile ? "nothing may be changed through this profile" : "nothing may be changed in this run",
            notes: [
                isOfProfile
                    ? "\(profilePath ?? "the profile") says read_only = true" : "\(Self.readOnlyVariable) is set"
            ],
            help: "rehearse with --dry-run, or use another profile")
    }
}
