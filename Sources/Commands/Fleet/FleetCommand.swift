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

/// Which servers are meant.
protocol FleetChoosing: ParsableArguments {
    var selection: String { get }
    var source: FleetSource { get }
}

extension FleetChoosing {
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
    func members(of tour: FleetTour) async throws -> [FleetMember] {
        guard let selection = try? FleetSelection(parsing: selection) else { return [] }
        return try await tour.members(selection, of: source.inventories)
    }
}

/// For what runs a command on them: nobody means all of them by saying nothing.
struct FleetChoice: FleetChoosing {
    @Argument(help: ArgumentHelp("Which servers: 'tag:hosted !eu', all.", valueName: "selection"))
    var selection: String

    @OptionGroup
    var source: FleetSource
}

/// For what only tells of them.
struct FleetReach: FleetChoosing {
    @Argument(help: ArgumentHelp("Which servers: 'tag:hosted !eu'.", valueName: "selection"))
    var selection = "all"

    @OptionGroup
    var source: FleetSource
}

/// Where the servers are that a fleet is chosen among.
struct FleetSource: ParsableArguments {
    @Option(
        name: .customLong("inventory"),
        help: ArgumentHelp(
            """
            Choose among the servers of this inventory: Ansible's, INI or .yml; Kubernetes' objects, .json; or of a \
            cluster, kubernetes:CONTEXT/NAMESPACE. May be given again.
            """, valueName: "inventory"), completion: .file())
    var inventories: [String] = []
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
        try requireSense()
    }

    /// The command they name.
    var leaf: (any ParsableCommand.Type)? { CommandSearch(normalized).path.last }

    private var normalized: [String] { Arguments.normalized(words, commands: { CommandWords.all }) }

    /// What no server would understand is refused once, and not by each of them.
    private func requireSense() throws {
        let words = normalized
        let search = CommandSearch(words)
        if let fault = search.fault { throw ValidationError(fault.message) }
        guard let leaf = search.path.last, leaf.configuration.subcommands.isEmpty else { return }
        do {
            _ = try leaf.parse(Array(words.dropFirst(search.path.count - 1)))
        } catch {
            // Help is no mistake.
            if leaf.exitCode(for: error) == .success { return }
            throw ValidationError("\(search.words.dropFirst().joined(separator: " ")): \(leaf.message(for: error))")
        }
    }
}
