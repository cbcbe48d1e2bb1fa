import ArgumentParser
import Configuration
import Faults
import Model
import Operations

extension BlockSeverity: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }
}

extension BlockListDialect: ExpressibleByArgument {}

/// `--where`: the blocks a query means.
struct BlockSelection: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "The blocks of which all of this is true: 'severity:silence private-comment:~\"import\"'.",
            valueName: "query"))
    var query: String?

    func validate() throws {
        do {
            guard let condition = try condition(), condition.terms.isEmpty else { return }
        } catch {
            throw ValidationError("--where: \(error.message)")
        }
        throw ValidationError("--where says nothing; write terms such as \(DomainBlockQueryKey.example)")
    }

    /// What the query says, nil without one.
    ///
    /// - Throws: `Fault(.usage)`.
    func condition() throws(Fault) -> DomainBlockQuery? {
        guard let query else { return nil }
        do {
            return try DomainBlockQuery(parsing: query)
        } catch {
            throw Fault(.usage, error.text)
        }
    }
}

/// What is blocked although the guard holds it back.
struct BlockGuardOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Block this domain although it is the server's own, one above it, or one like com or co.uk.",
            valueName: "domain"))
    var allowDomain: [String] = []

    func guardian(_ configuration: Configuration) -> BlockGuard {
        BlockGuard(own: configuration.ownDomains, allowing: allowDomain)
    }
}

/// How the server's own work is waited for and held back.
struct BlockWorkOptions: ParsableArguments {
    @Flag(inversion: .prefixedNo, help: "Wait until the server has done its work on the accounts.")
    var wait = true

    @OptionGroup var queue: BlockQueueOptions

    var pace: BlockPace { BlockPace(waits: wait, queueLimit: queue.queueLimit) }
}

/// How far the server's queue is filled.
struct BlockQueueOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Let at most this many jobs wait in the server's queue.", valueName: "n"))
    var queueLimit = 1_000

    var pace: BlockPace { BlockPace(queueLimit: queueLimit) }

    func validate() throws {
        guard (1...100_000).contains(queueLimit) else {
            throw ValidationError("--queue-limit must be from 1 to 100000")
        }
    }
}
