/// How much of an archive a look at it reads.
package enum ArchiveReading: Sendable, Equatable {
    /// Only whether everything is where it should be; a byte that has changed is not seen.
    case structure
    /// Every byte.
    case all
    /// One slice of so many: `2/10`.
    case slice(Int, of: Int)

    /// Whether the thing of that number, counted from zero, is read.
    package func includes(_ number: Int) -> Bool {
        switch self {
        case .structure: false
        case .all: true
        case .slice(let slice, let count): number % count == slice - 1
        }
    }

    /// Reads `2/10`; nil for what is none.
    package init?(slice text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]), (1...10_000).contains(count),
            (1...count).contains(number)
        else { return nil }
        self = .slice(number, of: count)
    }
}
