import Faults
import Glibc
import Model
import Processes

/// A headless Chromium that is spoken to by its DevTools protocol, over two pipes: messages of JSON, each with a zero byte
/// behind it. See https://chromedevtools.github.io/devtools-protocol/.
package final class Browser {
    private let process: ChildProcess
    private let input: CInt
    private let output: CInt
    private let folder: TemporaryFolder
    private var pending: [UInt8] = []
    private var number: Int64 = 0
    /// What the browser told of itself, unasked.
    package private(set) var events: [(method: String, parameters: JSONValue)] = []

    private static let name = "chromium-headless-shell"
    package static let isInstalled = getenv("CI") != nil || Executable.find(name) != nil

    package init() throws {
        var (toBrowser, fromBrowser): ([CInt], [CInt]) = ([0, 0], [0, 0])
        guard pipe(&toBrowser) == 0, pipe(&fromBrowser) == 0 else {
            throw Fault(.inputOutput, "there are no pipes left")
        }
        for end in toBrowser + fromBrowser { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        folder = TemporaryFolder()
        let program = try Executable.require(Self.name, of: Self.name)
        // It reads from 3 and writes to 4. Root has no namespaces of its own in a container, so there is no sandbox; no
        // name is resolved, so that whatever a page asks for is seen and goes nowhere.
        process = try ChildProcess.spawn(
            "/bin/sh",
            [
                "-c", #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, program, "--remote-debugging-pipe",
                "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--user-data-dir=\(folder.path)", "--host-resolver-rules=MAP * ~NOTFOUND", "--no-first-run",
                "--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb",
            ], environment: ["HOME": folder.path], output: .descriptor(fromBrowser[1]), errors: fromBrowser[1],
            input: toBrowser[0])
        Glibc.close(toBrowser[0])
        Glibc.close(fromBrowser[1])
        (input, output) = (toBrowser[1], fromBrowser[0])
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
    }

    deinit {
        process.send(SIGKILL)
        Glibc.close(input)
        Glibc.close(output)
    }

    /// Ends it with all its processes, which write into its folder until then.
    package func close() async {
        _ = try? await call("Browser.close")
        _ = await process.wait()
    }

    /// Calls a method and waits for what it returns.
    ///
    /// - Throws: `Fault` with the browser's words when it refuses, and when it ends.
    @discardableResult
    package func call(_ method: String, _ parameters: JSONValue = .object([]), in session: String? = nil) async throws
        -> JSONValue
    {
        number += 1
        var message: [JSONValue.Member] = [
            .init("id", .integer(number)), .init("method", .string(method)), .init("params", parameters),
        ]
        if let session { message.append(.init("sessionId", .string(session))) }
        let bytes = Array(JSONValue.object(message).text.utf8) + [0]
        guard write(input, bytes, bytes.count) == bytes.count else { throw Fault(.inputOutput, "the browser is gone") }
        let wanted = number
        var answer: JSONValue?
        try await untilTrue("\(method) of the browser") {
            answer = try next { $0["id"]?.integer == wanted }
            return answer != nil
        }
        if let error = answer?["error"] { throw Fault(.inputOutput, "\(method): \(error.text)") }
        return answer?["result"] ?? .null
    }

    /// Takes what there is, and keeps events.
    private func next(_ isWanted: (JSONValue) -> Bool) throws -> JSONValue? {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(output, &chunk, chunk.count)
            if count == 0 { throw Fault(.inputOutput, "the browser is gone") }
            if count < 0 { break }
            pending += chunk[..<count]
        }
        var wanted: JSONValue?
        while wanted == nil, let end = pending.firstIndex(of: 0) {
            let message = JSONValue(parsing: String(decoding: pending[..<end], as: UTF8.self)) ?? .null
            pending.removeSubrange(...end)
            if isWanted(message) {
                wanted = message
            } else if let method = message["method"]?.string {
                events.append((method, message["params"] ?? .null))
            }
        }
        return wanted
    }
}
