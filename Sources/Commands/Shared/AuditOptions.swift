import ArgumentParser
import Configuration
import Model

/// Whether the server's own audit log is told.
struct AuditOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Write the change to the server's audit log, on behalf of this moderator.", valueName: "name"))
    var moderator: String?

    /// For a command that tootctl has: it logs nothing, unless asked to here or by the profile (`audit = "server"`).
    func asTootctl(_ configuration: Configuration) -> Auditing {
        let own = configuration.ownDomains
        if let moderator { return .onBehalf(of: AccountName.handle(moderator, own: own)) }
        guard configuration.run.audit == .server else { return .silent }
        return .onBehalf(of: configuration.run.moderator.map { AccountName.handle($0, own: own) })
    }
}

extension ModeratorOptions {
    /// For what only the server's pages and its Admin API can do: they log it.
    func asPages(_ configuration: Configuration) -> Auditing { .onBehalf(of: name(configuration)) }
}
