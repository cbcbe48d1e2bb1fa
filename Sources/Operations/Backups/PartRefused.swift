import Faults
import Model

/// A part could not be had because of one thing in the database. Other operations leave that thing and go on with the
/// next; of parts that belong together none may be missing.
struct PartRefused: Transient, Wrapping {
    let cause: any Error
    let note: String
    var isTransient: Bool { (cause as? any Transient)?.isTransient ?? false }

    /// - Parameter part: what it is called.
    static func watch<Value>(
        _ part: String, _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch let error as any Refusing where error.refusal != nil {
            throw PartRefused(cause: error, note: "the part \(part) could not be had")
        }
    }
}
