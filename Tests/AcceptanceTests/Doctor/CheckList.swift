import Model
import Support
import Testing

/// What `mastoctl doctor --format json` said.
struct CheckList {
    let status: Int32
    let text: String
    private let checks: [JSONValue]

    init(_ program: Program, _ words: String...) async throws {
        let ending = try await program.run(["doctor", "--format", "json"] + words)
        let answer = try #require(JSONValue(parsing: ending.output), "\(ending)")
        #expect(answer["schema"]?.string == "doctor/1")
        status = ending.status
        text = ending.output
        checks = try #require(answer["checks"]?.array)
    }

    private func check(_ area: String, _ name: String) -> JSONValue? {
        checks.first { $0["area"]?.string == area && $0["name"]?.string == name }
    }

    func state(_ area: String, _ name: String) -> String? { check(area, name)?["state"]?.string }
    func detail(_ area: String, _ name: String) -> String { check(area, name)?["detail"]?.string ?? "" }
    func help(_ area: String, _ name: String) -> String { check(area, name)?["help"]?.string ?? "" }

    /// `postgres/reachable` of every check in that state.
    func all(_ state: String) -> [String] {
        checks.filter { $0["state"]?.string == state }.map { check in
            "\(check["area"]?.string ?? "")/\(check["name"]?.string ?? "")"
        }
    }
}

extension Program {
    /// For an instance of a test's own, with some settings said otherwise.
    init(for instance: TestInstance, _ changes: [String: String]) {
        self.init(["MASTOCTL_ENV_FILE": instance.environmentFile].merging(changes) { $1 })
    }
}
