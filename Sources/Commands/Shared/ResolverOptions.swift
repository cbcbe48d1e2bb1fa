import ArgumentParser
import Operations

/// Where the records of a domain are asked for.
struct ResolverOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ask this name server for the records, not those of this machine.", valueName: "address[:port]"))
    var resolver: String?

    func validate() throws {
        guard MailResolver(resolver) != nil else {
            throw ValidationError("--resolver must be an IPv4 address, with a port if need be: 127.0.0.1:5353")
        }
    }

    /// Nil for what `validate` refuses.
    func mail(lookups: Int = 8) -> MailResolver? { MailResolver(resolver, lookups: lookups) }
}
