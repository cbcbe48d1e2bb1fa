import ArgumentParser
import Model
import Operations

extension BlockSeverity: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }
}

extension BlockListDialect: ExpressibleByArgument {}

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
