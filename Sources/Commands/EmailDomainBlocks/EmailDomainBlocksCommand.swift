import ArgumentParser
import Faults
import Model
import Operations

/// `mastoctl email-domain-blocks`.
struct EmailDomainBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "email-domain-blocks",
        abstract: "Say with which e-mail domains nobody may sign up.",
        subcommands: [
            Add.self,
            Export.self,
            Import.self,
            List.self,
            Remove.self,
        ])
}

/// What `add` and `import` know beside the domains.
struct EmailDomainOptions: ParsableArguments {
    @Flag(help: "Block the mail servers of the domains too, as their MX records name them.")
    var withDnsRecords = false

    @Flag(help: "Let people sign up, but have a moderator approve them. Mastodon 4.3 and newer.")
    var allowWithApproval = false

    @OptionGroup var names: ResolverOptions

    func validate() throws {
        guard names.resolver == nil || withDnsRecords else {
            throw ValidationError("--resolver goes with --with-dns-records")
        }
    }

    /// Where mail servers are asked for; nil when they are not.
    var resolver: MailResolver? { withDnsRecords ? names.mail() : nil }

    /// The domains as the server keeps them.
    func requests(_ words: [String]) throws -> ReadItems<EmailDomainBlockRequest> {
        try ReadItems(words, as: "a domain") { word in
            DomainName.valid(word).map { EmailDomainBlockRequest(domain: $0, allowWithApproval: allowWithApproval) }
        }
    }
}

extension DomainName {
    /// The normalised name, without a star before it; nil for what is none.
    static func valid(_ word: String) -> String? {
        let name = covered(by: word).name
        return isValid(name) ? name : nil
    }
}
