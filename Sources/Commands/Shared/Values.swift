import ArgumentParser
import Console
import Model
import Presentation

// How the words of the command line become values; each refuses what it cannot read with the parser's own message.

extension Form: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }

    package static var allValueStrings: [String] { words }

    /// `plain, nginx, table or json; plain if not given`.
    static var wordsInProse: String {
        let choice = "\(words.dropLast().joined(separator: ", ")) or \(words.last ?? "")"
        return Own.allCases.isEmpty ? choice : "\(choice); \(usual.word) if not given"
    }
}
extension ColourChoice: ExpressibleByArgument {}
extension StatusLine.Choice: ExpressibleByArgument {}

extension Duration: @retroactive ExpressibleByArgument {
    /// `90s`, `15m`, `24h`, `7d`.
    public init?(argument: String) {
        guard let duration = try? Duration(parsing: argument) else { return nil }
        self = duration
    }

    public var defaultValueDescription: String { brief }
}

/// A number of days, whole or not: `7`, `0.5`.
struct Days: ExpressibleByArgument, Equatable {
    var days: Double

    init(_ days: Double) {
        self.days = days
    }

    init?(argument: String) {
        guard let days = Double(argument), days.isFinite, days >= 0 else { return nil }
        self.days = days
    }

    var defaultValueDescription: String { days == days.rounded() ? "\(Int(days))" : "\(days)" }
}

extension ByteCount: ExpressibleByArgument {
    /// `500M`, `10GiB`.
    package init?(argument: String) {
        guard let size = try? ByteCount(parsing: argument) else { return nil }
        self = size
    }
}

extension MediaType: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }

    package static var allValueStrings: [String] { allCases.map(\.word) }
}

extension Handle: ExpressibleByArgument {
    /// `user@domain`.
    package init?(argument: String) {
        self.init(argument)
    }
}

extension AccountName: ExpressibleByArgument {
    /// `alice`, `user@domain`, an id.
    package init?(argument: String) {
        self.init(argument)
    }
}

extension Shard: ExpressibleByArgument {
    /// `2/4`.
    package init?(argument: String) {
        self.init(argument)
    }
}

extension UsageBreakdown.Property: ExpressibleByArgument {}

extension AttachmentKind: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(word: argument)
    }

    package static var allValueStrings: [String] { allCases.map(\.word) }
}
