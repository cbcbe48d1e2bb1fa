import Model
import Support
import Testing

/// What `mastoctl doctor examine --format json` said.
struct CheckList {
    let status: Int32
    let text: String
    private let checks: [JSONValue]

    init(_ program: Program, _ words: String...) async throws {
        let ending = try await program.run(["doctor", "examine", "--format", "json"] + words)
        let answer = try #require(JSONValue(parsing: ending.output), "\(ending)")
        #expect(answer["schema"]?.string == "doctor/2")
        status = ending.status
        text = ending.output
        checks = try #require(answer["checks"]?.array)
    }

    private func check(_ id: String) -> JSONValue? { checks.first { $0["id"]?.string == id } }

    func state(_ id: String) -> String? { check(id)?["state"]?.string }
    func detail(_ id: String) -> String { check(id)?["detail"]?.string ?? "" }
    func fix(_ id: String) -> String { check(id)?["fix"]?.string ?? "" }

    /// Ids of every check in that state.
    func all(_ state: String) -> [String] {
        checks.filter { $0["state"]?.string == state }.compactMap { $0["id"]?.string }
    }

    /// Ids of all that was found to be wrong.
    var found: [String] { ["critical", "problem", "warning", "notice"].flatMap(all) }
}

extension Program {
    /// For an instance of a test's own, with some settings said otherwise.
    init(for instance: TestInstance, _ changes: [String: String]) {
        self.init(["MASTOCTL_ENV_FILE": instance.environmentFile].merging(changes) { $1 })
    }
}
