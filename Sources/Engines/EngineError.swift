import Faults

/// What another program said when it did not do its part.
package struct EngineError: Error, Sendable {
    package enum Kind: Sendable, Equatable {
        case failed
        /// There is nothing at the address yet.
        case noRepository
        /// There is a repository already.
        case repositoryExists
        case wrongPassword
        /// Somebody else's lock, or one that a killed run left.
        case locked
        /// Some of what was to be saved could not be read.
        case unreadable
        case diskFull
        /// What is stored is not what was stored once.
        case damaged
    }

    package var kind: Kind
    /// Its name: `restic`.
    package var program: String
    /// Its exit status, or 128 + a signal.
    package var status: Int32
    /// The last lines of its complaints; they may hold addresses with passwords in them, and are masked by Assembly.
    package var lines: [String]

    init(_ kind: Kind, _ program: String, status: Int32 = 0, lines: [String]) {
        self.kind = kind
        self.program = program
        self.status = status
        self.lines = Array(lines.suffix(8))
    }
}
