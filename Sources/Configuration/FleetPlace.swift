/// Where a fleet's own files lie, and what its processes get of this one's environment.
package struct FleetPlace: Sendable {
    /// Folders of past runs.
    package let folder: String
    /// Nothing in it says anything about a server, so that no variable of the person's reaches every one of them.
    package let variables: [String: String]

    private static let kept: Set<String> = [
        "HOME", "USER", "LOGNAME", "SUDO_USER", "SSH_AUTH_SOCK", "XDG_CONFIG_HOME", "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR", "STATE_DIRECTORY", "MASTOCTL_STATE_DIR",
    ]

    package init(environment: [String: String], files: any FileReader) {
        let state = environment["MASTOCTL_STATE_DIR"].map(files.absolute)
        folder = (state ?? RunSettings.standardState(environment, files: files)) + "/fleet"
        variables = environment.filter { Self.kept.contains($0.key) }
    }

    /// The same for what may not change anything.
    package var forLooking: [String: String] {
        variables.merging([Configuration.readOnlyVariable: "true"]) { $1 }
    }
}
