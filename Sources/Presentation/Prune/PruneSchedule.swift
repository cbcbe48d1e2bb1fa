import Console

/// Ready files that make `prune` run by itself.
package struct PruneSchedule: Presentable {
    /// Who shall run it.
    package enum Kind: String, CaseIterable, Sendable {
        case systemd, cron, kubernetes
    }

    package struct File: Sendable, Encodable {
        /// Where it belongs: `/etc/systemd/system/mastoctl-prune.service`.
        package var name: String
        package var text: String
    }

    package var schema = "prune.schedule/1"
    package var files: [File]

    package init(_ kind: Kind, for facts: Facts) {
        files =
            switch kind {
            case .systemd: facts.systemdFiles
            case .cron: [facts.cronFile]
            case .kubernetes: [facts.kubernetesFile]
            }
    }

    package func text(for terminal: Terminal) -> String { files.map(\.text).joined(separator: "\n") }

    package var table: Table {
        var table = Table([.init("file"), .init("line")])
        for file in files {
            for line in file.text.split(separator: "\n") { table.add([file.name, String(line)]) }
        }
        return table
    }

    package var lines: [any Encodable & Sendable] { files }

    package var ids: [String] { files.map(\.name) }

    /// What the files are filled with.
    package struct Facts: Sendable {
        /// Absolute path of this program.
        package var program: String
        package var version: String
        /// The instance's domain.
        package var instance: String
        /// The profile's name when it is not the default one; tells the units of several instances apart.
        package var profile: String?
        /// Options that say which instance and which policy.
        package var selection: [String]
        /// Options of the run.
        package var options: [String]
        /// Options that name files of this machine a run leaves behind; pods have their own ways.
        package var traces: [String]
        /// Who owns the media, and so may delete them.
        package var user: String
        package var userID: UInt32
        package var groupID: UInt32
        /// Nil when media lie in a bucket.
        package var mediaRoot: String?
        /// Nil when it may be the place systemd gives.
        package var stateDirectory: String?
        /// Directories a run writes files in, besides the two above.
        package var writable: [String]
        /// Files a run reads.
        package var readable: [String]
        /// The policy as a file of its own holds it.
        package var policy: String

        package init(
            program: String, version: String, instance: String, profile: String?, selection: [String],
            options: [String], traces: [String], user: String, userID: UInt32, groupID: UInt32, mediaRoot: String?,
            stateDirectory: String?, writable: [String], readable: [String], policy: String
        ) {
            self.program = program
            self.version = version
            self.instance = instance
            self.profile = profile
            self.selection = selection
            self.options = options
            self.traces = traces
            self.user = user
            self.userID = userID
            self.groupID = groupID
            self.mediaRoot = mediaRoot
            self.stateDirectory = stateDirectory
            self.writable = writable
            self.readable = readable
            self.policy = policy
        }

        /// `mastoctl-prune`, with the profile behind it where there are several; good for files, units and objects.
        var unit: String {
            guard let profile else { return "mastoctl-prune" }
            let plain = profile.lowercased().map { ("a"..."z").contains($0) || ("0"..."9").contains($0) ? $0 : "-" }
            return "mastoctl-prune-" + String(plain.prefix(40))
        }

        package var arguments: [String] { ["prune", "--quiet"] + selection + options + traces }

        /// A minute of the hour that differs between instances, so that hosts of many do not start all at once.
        var minute: Int {
            Int(instance.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 } % 60)
        }
    }
}
