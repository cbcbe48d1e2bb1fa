import ArgumentParser
import Configuration
import Console
import Faults
import Model
import Operations
import Presentation

/// `mastoctl fleet`: many servers from one place.
struct FleetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fleet", abstract: "Look after many servers from one place.",
        subcommands: [List.self, Run.self, Plan.self, Apply.self, Audit.self, Report.self, Drift.self, Offboard.self])
}

/// The servers that are meant.
struct FleetChoice: ParsableArguments {
    @Argument(help: ArgumentHelp("Which servers: 'tag:hosted !eu', all.", valueName: "selection"))
    var selection: String

    @Option(
        help: ArgumentHelp("Choose among the hosts of this Ansible inventory, INI or .yml.", valueName: "file"),
        completion: .file())
    var inventory: String?

    func validate() throws {
        do throws(FleetSelection.Trouble) {
            _ = try FleetSelection(parsing: selection)
        } catch {
            throw ValidationError(error.text)
        }
    }

    /// Those that fit.
    ///
    /// - Throws: `Fault(.noSuch)` when there is none.
    func members(of tour: FleetTour) throws -> [FleetMember] {
        guard let selection = try? FleetSelection(parsing: selection) else { return [] }
        return try tour.members(selection, of: inventory)
    }
}

/// How the servers of a fleet are run.
struct FleetOptions: ParsableArguments {
    @Option(help: ArgumentHelp("So many servers at once.", valueName: "n"))
    var parallel = 8

    @Option(help: ArgumentHelp("How long one server may take: 90s, 15m.", valueName: "duration"))
    var timeLimit: Duration = .seconds(900)

    func validate() throws {
        guard (1...200).contains(parallel) else { throw ValidationError("--parallel must be from 1 to 200") }
        if timeLimit <= .zero { throw ValidationError("--time-limit must be more than nothing") }
    }
}

/// The command line that every server gets.
struct FleetWords: ParsableArguments {
    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("Behind --: the command that each of them runs.", valueName: "words"))
    var words: [String] = []

    /// What says itself which server is meant, or asks a person.
    private static let own = ["--profile", "--env-file", "--api-url"]

    func validate() throws {
        guard let noun = words.first else { throw ValidationError("name the command behind --") }
        if noun == "fleet" { throw ValidationError("a fleet runs no fleet") }
        for word in words where Self.own.contains(String(word.prefix { $0 != "=" })) {
            throw ValidationError("\(word) says which server is meant, which the fleet does")
        }
    }
}

/// One run of a fleet, for a command.
struct FleetTour {
    let session: Session
    let place: FleetPlace
    let options: FleetOptions
    let progress: StatusLine.Choice

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
    /// - Parameter inventory: the file of hosts they are chosen among; nil for the profiles there are.
    /// - Throws: `Fault(.noSuch)` when there is none.
    func members(_ selection: FleetSelection, of inventory: String? = nil) throws -> [FleetMember] {
        let profiles = FleetMember.all(environment: session.environment, files: SystemFileReader())
        let all =
            try inventory.map {
                FleetMember.all(of: try HostInventory(at: $0, files: SystemFileReader()), profiles: profiles)
            } ?? profiles
        let chosen = all.filter { selection.holds(name: $0.name, tags: $0.tags) }
        if chosen.isEmpty {
            throw Fault(
                .noSuch, "no \(inventory == nil ? "profile" : "host") fits the selection",
                notes: ["there are \(all.count) of them"],
                help: "`mastoctl fleet list all` tells them with their tags")
        }
        return chosen
    }

    /// The same command line for each; one whose profile cannot be read is not begun.
    func errands(_ words: [String], for members: [FleetMember]) -> [FleetRunning.Errand] {
        members.map {
            FleetRunning.Errand(server: $0.name, profile: $0.path, words: words, obstacle: $0.trouble?.message)
        }
    }

    /// A new folder for what the servers say.
    func folder(_ wanted: String?) throws -> String {
        let time = "\(UTCTime.present)".filter { $0.isNumber || $0 == "T" || $0 == "Z" }
        return try FleetKeeping.folder(wanted ?? "\(place.folder)/\(time)-\(UInt16.random(in: 0 ... .max))")
    }

    /// Writes the profiles that are in no file yet, in a new folder of their own, so that servers can be run by them.
    func writing(_ members: [FleetMember]) throws -> [FleetMember] {
        guard members.contains(where: { $0.written != nil }) else { return members }
        let place = try folder(nil)
        return try members.map { member in
            guard let text = member.written else { return member }
            var member = member
            member.path = "\(place)/\(member.name).toml"
            member.written = nil
            try ProfileTemplate.write(text, to: member.path)
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
        }
        return try await running.run(errands, begin: show.begin, tell: show.end)
    }
}
