import ArgumentParser
import Faults
import Model

/// `mastoctl ip-blocks`.
struct IPBlocksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ip-blocks",
        abstract: "Say which IP addresses may not sign up or come in.",
        subcommands: [
            Add.self,
            Export.self,
            Import.self,
            List.self,
            Remove.self,
        ])
}

extension IPBlock.Severity: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }

    package static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension IPNetwork: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

/// How long a block lasts: seconds as tootctl takes them, or with a unit.
struct BlockDuration: ExpressibleByArgument {
    var seconds: Int64

    init?(argument: String) {
        if let number = Double(argument), number >= 0, number < 1e12 {
            seconds = Int64(number)
        } else {
            guard let duration = try? Duration(parsing: argument) else { return nil }
            seconds = duration.wholeSeconds
        }
    }
}
