import ArgumentParser
import Configuration
import Model
import Operations
import Presentation

extension AccountsCommand {
    /// `mastoctl accounts list`: the accounts that fit a query.
    struct List: ListingCommand {
        typealias Row = AccountRow

        static let configuration = CommandConfiguration(
            abstract: "List the accounts that fit a query.",
            discussion: """
                --where takes terms of a key and a value, all of which must hold: 'origin:remote last-active:>90d'. A \
                dash or not: before a term turns it round; commas separate values of which one is enough; numbers, \
                sizes, dates and ages take >, >=, <, <= and ranges such as 10..20; names take * for anything; double \
                quotes protect blanks, commas and stars.

                Keys:
                  origin           local, remote
                  domain           example.org, *.example.org for its subdomains
                  status           pending, active (not suspended), disabled, silenced, suspended, sensitized, \
                memorial, moved, unconfirmed
                  role             a role's name or number, or none
                  username         al*
                  display-name     a part of the name
                  email            *@example.org
                  email-domain     example.org, *.example.org
                  ip               192.0.2.0/24, 2001:db8::/32: where somebody signed up or in from
                  created          2026-01-31, >2y (longer ago), <30d (since then), 2026-01-01..2026-01-31
                  last-active      the last sign-in or post known of; as created, or never
                  last-post        as last-active, for posts alone
                  posts followers following reports strikes id
                                   0, >100, 10..20
                  storage          >1GB: attachments, avatar and header
                  bot locked       yes, no

                The plain options say the same: --remote --domain example.org is --where 'origin:remote \
                domain:example.org', and all that is given must hold. What is not known fails a term: a remote account \
                has no e-mail address, so it fits no email: and every -email:.

                Rows are told as they are read, in pages by the sort key and the id. --sort id has the oldest first, \
                created and active the latest, the others the largest; any sort but id reads all accounts that fit \
                for each page. The sum of media is only made with --sort storage or a storage: term.

                Examples:
                  mastoctl accounts list --local --status pending
                  mastoctl accounts list --where 'origin:remote last-active:>2y followers:0' --format ids
                  mastoctl accounts list --ip 192.0.2.0/24 --created '<7d'
                  mastoctl accounts list --sort storage --limit 20
                """)

        @OptionGroup(title: "Selection")
        var search: AccountSearch

        @Option(help: ArgumentHelp("The order: id, created, active, followers, posts or storage.", valueName: "key"))
        var sort = AccountOrder.id

        @Flag(help: "Turn the order round.")
        var reverse = false

        @Option(help: ArgumentHelp("List this many at most.", valueName: "n"))
        var limit: Int?

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            if let limit, limit < 0 { throw ValidationError("--limit must be zero or more") }
        }

        func question(_ configuration: Configuration) throws -> AccountListing {
            AccountListing(try search.filter(), order: sort, isReversed: reverse, limit: limit)
        }
    }
}

extension AccountOrder: ExpressibleByArgument {}
