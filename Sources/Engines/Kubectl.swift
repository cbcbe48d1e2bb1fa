import Faults
import Glibc
import Processes

/// The system's kubectl, with its configuration and its credentials.
///
/// Source of the options: kubectl 1.32.
package struct Kubectl: Sendable {
    private let path: String
    private let environment: [String: String]
    private let timeLimit: Duration
    private let sizeLimit: Int

    /// - Parameters:
    ///   - environment: of this process: programs that get credentials for it have variables of their own.
    ///   - sizeLimit: how much one call may tell, in bytes.
    /// - Throws: `Fault(.configuration)` when there is none.
    package init(environment: [String: String], sizeLimit: Int) throws {
        guard let path = Executable.find("kubectl") else {
            throw Fault(
                .configuration, "kubectl was not found on this machine",
                help: "install it, or name a .json file of what it tells elsewhere")
        }
        self.init(at: path, environment: environment, timeLimit: .seconds(120), sizeLimit: sizeLimit)
    }

    /// - Parameter timeLimit: how long one call may take.
    init(at path: String, environment: [String: String] = [:], timeLimit: Duration, sizeLimit: Int) {
        self.path = path
        self.environment = environment
        self.timeLimit = timeLimit
        self.sizeLimit = sizeLimit
    }

    /// The contexts of its configuration.
    ///
    /// - Throws: `EngineError` with what it said; `Fault(.unreachable)` past its time.
    package func contexts() async throws -> [String] {
        try await answer(["config", "get-contexts", "--output=name"]).split(separator: "\n").map(String.init)
    }

    /// Objects of these kinds, as JSON.
    ///
    /// - Parameters:
    ///   - namespace: nil for all of them.
    ///   - fields: which of them, `type!=helm.sh/release.v1`.
    /// - Throws: as `contexts`.
    package func objects(
        _ kinds: String, in namespace: String?, of context: String, where fields: String? = nil
    ) async throws -> String {
        let place = namespace.map { "--namespace=\($0)" } ?? "--all-namespaces"
        let choice = fields.map { ["--field-selector=\($0)"] } ?? []
        return try await answer(
            ["get", kinds, place, "--context=\(context)", "--request-timeout=30s", "--output=json"] + choice)
    }

    private func answer(_ words: [String]) async throws -> String {
        let file = NamelessFile.make(in: ["/dev/shm", "/tmp"])
        guard file >= 0 else { throw Fault(.inputOutput, "cannot make a file in /tmp") }
        defer { close(file) }
        var call = Invocation(path, words, environment: environment, answer: .descriptor(file))
        // It keeps nothing that could be left half done, and what gets credentials for it may heed nothing milder.
        call.stopSignal = SIGKILL
        call.isDetached = true
        let ending = try await ending(of: call, into: file)
        guard ending.status == 0 else {
            throw EngineError(.failed, "kubectl", status: ending.status, lines: ending.lines)
        }
        return Self.text(of: file)
    }

    private func ending(of call: Invocation, into file: CInt) async throws -> Invocation.Ending {
        try await withThrowingTaskGroup(of: Invocation.Ending.self) { group in
            group.addTask { try await call.run() }
            group.addTask {
                let end = ContinuousClock.now + timeLimit
                while ContinuousClock.now < end {
                    if Self.size(of: file) > sizeLimit {
                        throw Fault(.badData, "kubectl told more than \(sizeLimit >> 20) MiB", help: "name a namespace")
                    }
                    try await Task.sleep(for: .milliseconds(50))
                }
                throw Fault(.unreachable, "kubectl was ended after \(timeLimit.components.seconds) s without an answer")
            }
            defer { group.cancelAll() }
            while let ending = try await group.next() { return ending }
            throw CancellationError()
        }
    }

    private static func size(of file: CInt) -> Int {
        var status = stat()
        return fstat(file, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func text(of file: CInt) -> String {
        let end = size(of: file)
        let bytes = [UInt8](unsafeUninitializedCapacity: end) { buffer, count in
            count = max(pread(file, buffer.baseAddress, buffer.count, 0), 0)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
