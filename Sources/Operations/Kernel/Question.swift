import Stores

/// A question about an instance: a value that says what is asked. Asking changes nothing.
///
/// A listing is a question whose answer is an `AsyncSequence` of pages of rows, read as they are told.
package protocol Question: Sendable {
    associatedtype Answer
    /// - Throws: `Fault(.noSuch)` where it asks about something that is not there; what reading throws.
    func answer(at site: Site<ReadOnly>) async throws -> Answer
}
