import ArgumentParser
import Faults
import Model

/// `--where` and the plain options that say the same.
struct AccountSearch: ParsableArguments {
    @OptionGroup var selection: AccountSelection

    @Flag(help: "Accounts of this server.")
    var local = false

    @Flag(help: "Accounts of other servers.")
    var remote = false

    @Option(help: ArgumentHelp("Accounts of these domains; *.example.org for subdomains.", valueName: "domain"))
    var domain: [String] = []

    @Option(
        help: ArgumentHelp(
            "Accounts that are pending, active, disabled, silenced, suspended, sensitized, memorial, moved or "
                + "unconfirmed.", valueName: "status"))
    var status: [String] = []

    @Option(help: ArgumentHelp("Users with these roles, or none.", valueName: "role"))
    var role: [String] = []

    @Option(help: ArgumentHelp("Users with these e-mail addresses; * for anything.", valueName: "address"))
    var email: [String] = []

    @Option(help: ArgumentHelp("Users with addresses at these domains.", valueName: "domain"))
    var emailDomain: [String] = []

    @Option(help: ArgumentHelp("Users who signed up or in from these addresses or ranges.", valueName: "cidr"))
    var ip: [String] = []

    @Option(help: ArgumentHelp("Created then: '<30d', '>2y', 2026-01-31.", valueName: "when"))
    var created: [String] = []

    @Option(help: ArgumentHelp("Last active then: '<30d', '>2y', 2026-01-31, never.", valueName: "when"))
    var active: [String] = []

    func validate() throws {
        do {
            _ = try filter()
        } catch {
            throw ValidationError(error.message)
        }
    }

    /// All of it together; a filter without terms when nothing is given.
    ///
    /// - Throws: `Fault(.usage)`.
    func filter() throws(Fault) -> AccountFilter {
        var filter = try selection.filter() ?? AccountFilter()
        var origins: [AccountFilter.Origin] = []
        if local { origins.append(.local) }
        if remote { origins.append(.remote) }
        if origins.count == 1 { filter.terms.append(.init(.origin(origins))) }
        let options: [(name: String, key: AccountQueryKey, values: [String])] = [
            ("domain", .domain, domain), ("status", .status, status), ("role", .role, role), ("email", .email, email),
            ("email-domain", .emailDomain, emailDomain), ("ip", .ip, ip), ("created", .created, created),
            ("active", .lastActive, active),
        ]
        for (name, key, values) in options where !values.isEmpty {
            do {
                filter.terms.append(try AccountFilter.Term(key, values.joined(separator: ",")))
            } catch {
                throw Fault(.usage, "--\(name): \(error.message)" + (error.help.map { "; \($0)" } ?? ""))
            }
        }
        return filter
    }
}
