import ArgumentParser
import Operations

/// Whether the mail servers of an e-mail address are looked up, and where.
struct MailOptions: ParsableArguments {
    @Flag(
        name: .customLong("mx"), inversion: .prefixedNo,
        help: "Look up the mail servers of the address, and refuse it when they are blocked.")
    var looksUp = true

    @OptionGroup var names: ResolverOptions

    var lookup: MailLookup { MailLookup(looksUp ? names.mail(lookups: 1) : nil) }
}
