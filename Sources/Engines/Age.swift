import Processes

/// age: encrypts for somebody whose own key is kept elsewhere.
package struct Age: Sendable {
    private let path: String

    /// - Throws: `Fault(.configuration)` with the package that has it.
    package init() throws {
        path = try EnginePath.require("age", of: "age")
    }

    /// - Parameter recipient: `age1…`, which is public.
    /// - Throws: `EngineError` for a recipient that is none.
    package func encrypt(_ bytes: [UInt8], for recipient: String) async throws -> [UInt8] {
        let ending = try await Invocation(path, ["--encrypt", "--recipient", recipient], input: .bytes(bytes)).run()
        guard ending.status == 0 else {
            throw EngineError(.failed, "age", status: ending.status, lines: ending.lines)
        }
        return ending.answer
    }
}
