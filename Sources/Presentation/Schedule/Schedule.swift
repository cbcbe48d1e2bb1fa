import Console

/// Ready files that make commands run by themselves.
package struct Schedule: Presentable {
    /// Who shall run it.
    package enum Kind: String, CaseIterable, Sendable {
        case systemd, cron, kubernetes
    }

    package struct File: Sendable, Encodable {
        /// Where it belongs: `/etc/systemd/system/mastoctl-prune.service`.
        package var name: String
        package var text: String
    }

    /// `prune.schedule/1`.
    package var schema: String
    package var files: [File]

    /// - Parameter facts: of one command each.
    package init(_ kind: Kind, as schema: String, for facts: [Facts]) {
        self.schema = schema
        files =
            switch kind {
            case .systemd: facts.flatMap(\.systemdFiles)
            case .cron: facts.map(\.cronFile)
            case .kubernetes: facts.map(\.kubernetesFile)
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

    /// A command that runs by itself.
    package struct Work: Sendable {
        /// `["backup", "create"]`.
        package var words: [String]
        /// `Prune cached media of`; the instance's name comes behind it.
        package var title: String
        /// The hour at which it begins, some minutes past.
        package var hour = 3
        /// Only on this day, as systemd calls it: `Sun`; nil for every day.
        package var day: String?
        /// Whether it deletes or adds media; else they are only read.
        package var writesMedia = true
        /// Whether it starts a PostgreSQL of its own, which translates queries into code that it runs.
        package var runsPostgres = false
        /// What it keeps for a while, in Kubernetes' words: `64Mi`.
        package var room = "64Mi"
        package var memory = "256Mi"
        /// What the image must hold besides the program.
        package var image = "libpq5, libcurl4, libhiredis and libssl3"

        package init(_ words: [String], title: String) {
            self.words = words
            self.title = title
        }

        var name: String { words.joined(separator: " ") }
        /// The same for all commands of a noun.
        var noun: String { words[0] }
        /// How its files were printed.
        var printing: String { noun == "prune" ? "prune --schedule" : "\(noun) schedule" }
    }

    /// What the files are filled with.
    package struct Facts: Sendable {
        package var work: Work
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
        /// The policy as a file of its own holds it; nil for work without one.
        package var policy: String?

        package init(
            _ work: Work, program: String, version: String, instance: String, profile: String?, selection: [String],
            options: [String], traces: [String], user: String, userID: UInt32, groupID: UInt32, mediaRoot: String?,
            stateDirectory: String?, writable: [String], readable: [String], policy: String?
        ) {
            self.work = work
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

        /// `mastoctl-prune`, `mastoctl-backup-create`, with the profile behind it where there are several; good for files, units and objects.
        var unit: String {
            let name = "mastoctl-" + work.words.joined(separator: "-")
            guard let profile else { return name }
            let plain = profile.lowercased().map { ("a"..."z").contains($0) || ("0"..."9").contains($0) ? $0 : "-" }
            return name + "-" + String(plain.prefix(40))
        }

        package var arguments: [String] { work.words + ["--quiet"] + selection + options + traces }

        /// A minute of the hour that differs between instances, so that hosts of many do not start all at once.
        var minute: Int {
            Int(instance.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 } % 60)
        }
    }
}
