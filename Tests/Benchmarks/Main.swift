import Glibc
import Support

/// `benchmarks BINARY FOLDER SCALE [NAME …]`: prints a line a figure and writes the raw results to FOLDER/results.jsonl.
@main
enum Main {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count >= 4, let scale = Int(words[3]), scale >= 1 else {
            Console.write(
                """
                usage: benchmarks BINARY FOLDER SCALE \
                [start|files|orphans|accounts|prune|memory|purge|s3|search|cluster|fleet …]
                """,
                to: STDERR_FILENO)
            exit(64)
        }
        let bench = Bench(binary: words[1], folder: words[2], scale: scale)
        let wanted = Set(words.dropFirst(4))
        func wants(_ name: String) -> Bool { wanted.isEmpty || wanted.contains(name) }
        var results: [Result] = []
        func take(_ more: [Result]) {
            for result in more {
                results.append(result)
                Console.write(result.line, to: STDOUT_FILENO)
            }
        }
        if wants("start") { take(bench.start()) }
        if wants("files") { take(try await bench.fileRemoval()) }
        if wants("s3") { take(try await bench.bucketRemoval()) }
        if wants("orphans") { take(try await bench.orphans()) }
        if wants("accounts") { take(try await bench.accountList()) }
        if wants("prune") { take(try await bench.prune()) }
        if wants("memory") { take(try await bench.memory()) }
        if wants("purge") { take(try await bench.purge()) }
        if wants("search") { take(try await bench.search(intoCluster: false)) }
        if wants("cluster") { take(try await bench.search(intoCluster: true)) }
        if wants("fleet") { take(try await bench.fleet()) }
        try Raw.write(results, to: "\(bench.folder)/results.jsonl")
        exit(results.allSatisfy(\.isWithin) ? 0 : 1)
    }
}

/// Lines on their way out at once.
enum Console {
    static func write(_ text: String, to descriptor: Int32) {
        _ = (text + "\n").withCString { Glibc.write(descriptor, $0, strlen($0)) }
    }
}
