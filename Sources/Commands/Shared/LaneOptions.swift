import ArgumentParser
import Configuration
import Model
import Operations

/// Options of commands that can go more than one way.
struct LaneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The way the change goes: api (the server's Admin API), jobs (rows and the server's own workers) or "
                + "direct (rows, files and Redis).", valueName: "lane"))
    var via: Lane?

    /// The way to go: what `--via` says, else the first lane offered that the profile allows.
    func lane(of offered: [Lane], _ configuration: Configuration) throws -> Lane {
        let allowed = configuration.lanes.allowed.compactMap { Lane(rawValue: $0.rawValue) }
        return try LaneChoice(
            allowed: Set(allowed), hasToken: configuration.lanes.apiToken != nil, wanted: via
        ).lane(of: offered)
    }
}

/// On whose behalf moderation is done.
struct ModeratorOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Act on behalf of this moderator; the profile's or the first owner when not given.", valueName: "name"))
    var moderator: String?

    /// Who is given here or in the profile; nil for the first owner.
    func name(_ configuration: Configuration) -> String? {
        (moderator ?? configuration.run.moderator).map { AccountName.handle($0, own: configuration.ownDomains) }
    }
}

extension Lane: ExpressibleByArgument {}
