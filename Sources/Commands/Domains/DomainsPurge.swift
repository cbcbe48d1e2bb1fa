import ArgumentParser
import Configuration
import Model
import Operations

extension DomainsCommand {
    /// `mastoctl domains purge`: remove what came from a domain without a trace.
    struct Purge: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove what came from a domain without a trace.",
            discussion: """
                Removes the accounts of a domain with their posts, files and relations, and its emoji. Nobody is told, \
                and accounts of a server that still exists can come back when somebody looks them up. *.example.org is \
                everything below example.org.

                Lanes: direct.

                Examples:
                  mastoctl domains purge gone.example --dry-run
                  mastoctl domains purge gone.example *.gone.example --yes
                  mastoctl domains purge gone.example --include-subdomains --purge-domain-blocks
                  mastoctl domains purge --by-uri social.gone.example
                  mastoctl domains purge --limited-federation-mode
                """)

        @Argument(help: ArgumentHelp("Domains.", valueName: "domain"))
        var domains: [String] = []

        @Flag(help: "Every domain that is not explicitly allowed.")
        var limitedFederationMode = false

        @Flag(help: "Take the domain of the actor's address, not that of the handle.")
        var byUri = false

        @Flag(help: "Also what lies below each domain.")
        var includeSubdomains = false

        @Flag(help: "Also the blocks of the domains.")
        var purgeDomainBlocks = false

        @Flag(help: "Also the emoji of what lies below a domain.")
        var subdomainEmoji = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if limitedFederationMode, !domains.isEmpty {
                throw ValidationError("--limited-federation-mode takes no domains")
            }
            if !limitedFederationMode, domains.isEmpty { throw ValidationError("say which domains") }
            for domain in domains where DomainName.normalized(domain).isEmpty || domain == "*." {
                throw ValidationError("'\(domain)' is no domain")
            }
        }

        func operation(_ configuration: Configuration) throws -> DomainPurge {
            DomainPurge(
                PurgeSelection(
                    domains, includesSubdomains: includeSubdomains, isEverybodyNotAllowed: limitedFederationMode,
                    isByURI: byUri, takesBlocks: purgeDomainBlocks, takesEmojiBelow: subdomainEmoji))
        }
    }
}
