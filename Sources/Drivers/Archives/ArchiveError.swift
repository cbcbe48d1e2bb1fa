/// Why an archive cannot be read or written.
package struct ArchiveError: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// The file cannot be opened, read or written; with the system's code.
        case system(Int32)
        /// It is no archive, or a damaged one.
        case damaged
        /// It holds more than is read.
        case tooLarge
    }

    package var kind: Kind
    /// For people: `the archive ends in the middle of new.png`.
    package var reason: String
}
