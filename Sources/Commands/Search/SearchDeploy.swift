import ArgumentParser
import Configuration
import Model
import Operations

extension SearchCommand {
    /// `mastoctl search deploy`: create or upgrade the indexes and fill them.
    struct Deploy: OperationCommand {
        static let configuration = CommandConfiguration(
            abstract: "Create or upgrade the search indexes and fill them.",
            discussion: """
                An index that is missing is created and filled. One whose specification has changed is filled anew aside \
                and put in place of the one in service by a single call, so that people go on searching meanwhile. One \
                that is up to date is written over, and documents that do not belong there any more are removed. A run \
                that was interrupted or killed goes on with --resume. --rate counts documents sent.

                Several machines fill indexes together with --shard: each run fills its share of new indexes aside, and \
                may be killed and gone on with by itself. When all shares are whole, --finish brings the new indexes up \
                to date and swaps them in; it refuses as long as a share is missing. Do not wait long between them: what \
                changes while no run is at work is found by ids and times alone, and `search verify --full --repair` \
                finds the rest.

                Lanes: direct; the cluster is written to, the database is only read.

                Examples:
                  mastoctl search deploy
                  mastoctl search deploy --dry-run
                  mastoctl search deploy --only statuses public_statuses --concurrency 4
                  mastoctl search deploy --only accounts --no-import
                  mastoctl search deploy --resume
                  mastoctl search deploy --only statuses --shard 1/4
                  mastoctl search deploy --only statuses --finish
                """)

        @Option(
            parsing: .upToNextOption,
            help: ArgumentHelp(
                "Only these indexes: instances, accounts, tags, statuses, public_statuses.", valueName: "index"))
        var only: [SearchIndex] = []

        @Flag(inversion: .prefixedNo, help: "Fill the indexes from the database.")
        var `import` = true

        @Flag(inversion: .prefixedNo, help: "Remove documents that do not belong there any more.")
        var clean = true

        @Flag(help: "Make the index of the specifications' records anew.")
        var resetChewy = false

        @Flag(help: "Bring mappings up to date without filling anything.")
        var onlyMapping = false

        @Option(name: [.short, .long], help: ArgumentHelp("Rows read at once.", valueName: "n"))
        var batchSize = 2_000

        @Flag(
            inversion: .prefixedNo,
            help: "Send documents compressed. Without a word: unless the cluster is on this machine.")
        var gzip: Bool?

        @Flag(help: "Fill every index that exists aside, and swap it in.")
        var swap = false

        @Flag(help: "Write over the indexes in service, also changed ones.")
        var inPlace = false

        @Option(help: ArgumentHelp("Only posts since then; other rows are done whole.", valueName: "time"))
        var since: UTCTime?

        @Flag(help: "Go on where the last run ended.")
        var resume = false

        @Option(
            help: ArgumentHelp(
                "Fill only this share of new indexes aside: 2/4 is the second of four.", valueName: "k/n"))
        var shard: Shard?

        @Flag(help: "Put indexes in service whose shares are all whole.")
        var finish = false

        @OptionGroup(title: "Run options")
        var running: RunOptions

        @OptionGroup(title: "Global options")
        var global: GlobalOptions

        func validate() throws {
            guard (1...100_000).contains(batchSize) else {
                throw ValidationError("--batch-size must be from 1 to 100000")
            }
            if swap, inPlace { throw ValidationError("--swap and --in-place exclude each other") }
            if swap, since != nil {
                throw ValidationError("--since writes into the index in service; leave --swap out")
            }
            if shard != nil || finish, swap || inPlace || resetChewy || onlyMapping || since != nil || !`import` {
                throw ValidationError("--shard and --finish fill aside and swap; leave out what says otherwise")
            }
            if finish, shard != nil || resume {
                throw ValidationError("--finish comes when all shares are whole; leave out --shard and --resume")
            }
            if resume, !only.isEmpty || swap || inPlace || resetChewy || onlyMapping || since != nil {
                throw ValidationError("--resume goes on with what was begun; leave out what says what to do")
            }
        }

        var overrides: [Override] {
            guard let gzip else { return [] }
            return [Override(flag: gzip ? "--gzip" : "--no-gzip", key: "elasticsearch.gzip", value: "\(gzip)")]
        }

        func operation(_ configuration: Configuration) -> SearchDeployment {
            var options = SearchDeployment.Options()
            if !only.isEmpty { options.indexes = SearchIndex.allCases.filter(only.contains) }
            options.imports = `import`
            options.cleans = clean
            options.resetsRecords = resetChewy
            options.onlyMapping = onlyMapping
            options.batchSize = batchSize
            options.rate = running.pace(configuration.run).rate
            options.mode = swap ? .swap : inPlace ? .inPlace : nil
            options.since = since
            options.resumes = resume
            options.shard = shard
            options.finishes = finish
            return SearchDeployment(options)
        }
    }
}

extension SearchIndex: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(rawValue: argument.replacing("-", with: "_"))
    }
}

extension UTCTime: ExpressibleByArgument {
    /// `2026-11-21`, `2026-11-21T07:36:00Z`.
    package init?(argument: String) {
        self.init(parsing: argument)
    }
}
