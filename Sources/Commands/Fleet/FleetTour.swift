import Assembly
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

/// One run of a fleet, for a command.
struct FleetTour {
    let session: Session
    let place: FleetPlace
    let options: FleetOptions
    let progress: StatusLine.Choice
    private let papers = FleetPapers()

    init(_ session: Session, _ options: FleetOptions, _ global: SharedOptions<some OwnForms>) throws {
        if global.profile != nil || global.envFile != nil || global.apiURL != nil {
            throw Fault(
                .usage, "--profile, --env-file and --api-url name one server",
                help: "a fleet is chosen by words such as 'tag:hosted !eu'")
        }
        self.session = session
        self.options = options
        progress = global.progress
        place = FleetPlace(environment: session.environment, files: SystemFileReader())
    }

    /// The servers that are meant, by name.
    ///
    /// - Parameter inventories: where they are chosen among; none for the profiles there are.
    /// - Throws: `Fault(.noSuch)` when there is none.
    func members(_ selection: FleetSelection, of inventories: [String]) async throws -> [FleetMember] {
        var all = FleetMember.all(environment: session.environment, files: SystemFileReader())
        if !inventories.isEmpty {
            let found = try await FleetInventory(
                inventories, profiles: all, environment: session.environment, files: SystemFileReader())
            found.warnings.forEach(session.warn)
            all = found.members
        }
        let chosen = all.filter { selection.holds(name: $0.name, tags: $0.tags) }
        if chosen.isEmpty {
            throw Fault(
                .noSuch, "no \(inventories.isEmpty ? "profile" : "host") fits the selection",
                notes: ["there are \(all.count) of them"],
                help: "`mastoctl fleet list all` tells them with their tags")
        }
        warnOfNames(of: chosen)
        return chosen
    }

    /// Services of a cluster have names that nobody else resolves.
    private func warnOfNames(of members: [FleetMember]) {
        let inner = members.filter { $0.isWithinCluster && $0.trouble == nil }.map(\.name)
        guard session.environment["KUBERNETES_SERVICE_HOST"] == nil, !inner.isEmpty else { return }
        let others = inner.count > 5 ? " and \(inner.count - 5) others" : ""
        session.warn(
            """
            services of \(inner.prefix(5).joined(separator: ", "))\(others) have names that resolve within the cluster \
            alone: run mastoctl there, or say in a profile of the server's name how they are reached, by via or by the \
            host and port of `kubectl port-forward`
            """)
    }

    /// The same command line for each; one whose profile cannot be read is not begun.
    func errands(_ words: [String], for members: [FleetMember]) -> [FleetRunning.Errand] {
        members.map { errand(words, for: $0, obstacle: $0.trouble?.message) }
    }

    func errand(_ words: [String], for member: FleetMember, obstacle: String?) -> FleetRunning.Errand {
        FleetRunning.Errand(
            server: member.name, profile: member.path, variables: member.variables, words: words, obstacle: obstacle)
    }

    /// A new folder for what the servers say.
    func folder(_ wanted: String?) throws -> String {
        let time = "\(UTCTime.present)".filter { $0.isNumber || $0 == "T" || $0 == "Z" }
        return try FleetKeeping.folder(wanted ?? "\(place.folder)/\(time)-\(UInt16.random(in: 0 ... .max))")
    }

    /// Writes the profiles and env files that are in no file yet, in a new folder of their own, so that servers can be run
    /// by them. The env files, which hold secrets, go with this tour.
    func writing(_ members: [FleetMember]) throws -> [FleetMember] {
        guard members.contains(where: { $0.written != nil || $0.secrets != nil }) else { return members }
        let place = try folder(nil)
        return try members.map { member in
            var member = member
            if let text = member.written {
                member.path = "\(place)/\(member.name).toml"
                member.written = nil
                try ProfileTemplate.write(text, to: member.path)
            }
            if let text = member.secrets {
                let path = "\(place)/\(member.name).env"
                try ProfileTemplate.write(text, to: path)
                papers.keep(path)
                member.take(secretsAt: path)
            }
            return member
        }
    }

    /// Runs the errands, and shows how far that is.
    func run(
        _ errands: [FleetRunning.Errand], in folder: String, mayWrite: Bool = false
    ) async throws -> [FleetResult] {
        let running = FleetRunning(
            environment: mayWrite ? place.variables : place.forLooking, folder: folder, parallel: options.parallel,
            limit: options.timeLimit)
        let show = FleetShow(errands.map(\.server), output: session.output, choice: progress)
        let ticking = Task { await show.tick() }
        defer {
            ticking.cancel()
            show.finish()
            withExtendedLifetime(papers) {}
        }
        return try await running.run(errands, begin: show.begin, tell: show.end)
    }
}
