import Faults
import Glibc
import Support
import Testing

@testable import Engines

@Suite struct KubectlTests {
    private let folder = TemporaryFolder()

    private func kubectl(_ script: String, timeLimit: Duration = .seconds(60), sizeLimit: Int = 1 << 20) -> Kubectl {
        folder.make("kubectl", content: "#!/bin/sh\n\(script)\n")
        chmod("\(folder.path)/kubectl", 0o700)
        return Kubectl(at: "\(folder.path)/kubectl", timeLimit: timeLimit, sizeLimit: sizeLimit)
    }

    @Test func `it is asked for objects by words that no name can make options of`() async throws {
        let answer = try await kubectl(#"printf '%s\n' "$@""#).objects(
            "secrets", in: "-x", of: "--server=evil", where: "type!=a")
        #expect(
            answer.split(separator: "\n") == [
                "get", "secrets", "--namespace=-x", "--context=--server=evil", "--request-timeout=30s",
                "--output=json", "--field-selector=type!=a",
            ])
        #expect(try await kubectl("echo a; echo b/c").contexts() == ["a", "b/c"])
    }

    @Test func `what it complains of is told, and none of its answer`() async throws {
        let error = await #expect(throws: EngineError.self) {
            try await kubectl("echo secret; echo 'Error from server (Forbidden)' >&2; exit 1").contexts()
        }
        #expect(error?.status == 1 && error?.lines == ["Error from server (Forbidden)"])
    }

    @Test func `one that does not end is ended`() async throws {
        let fault = await #expect(throws: Fault.self) {
            try await kubectl("trap '' TERM INT; exec sleep 600", timeLimit: .milliseconds(200)).contexts()
        }
        #expect(fault?.kind == .unreachable && fault?.message.contains("without an answer") == true)
    }

    @Test func `one that tells without end is ended`() async throws {
        let script = "while :; do head -c 65536 /dev/zero; sleep 0.01; done"
        let fault = await #expect(throws: Fault.self) { try await kubectl(script).contexts() }
        #expect(fault?.kind == .badData && fault?.message == "kubectl told more than 1 MiB")
    }
}
