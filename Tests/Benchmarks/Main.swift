import Glibc
import Support

/// `benchmarks BINARY FOLDER SCALE [NAME …]`: prints a line a figure and writes the raw results to FOLDER/results.jsonl.
@main
enum Main {
    static func main() async throws {
        let words = CommandLine.arguments
        let benches: [(name: String, run: (Bench) async throws -> [Result])] = [
            ("start", { $0.start() }),
            ("files", { try await $0.fileRemoval() }),
            ("s3", { try await $0.bucketRemoval() }),
            ("orphans", { try await $0.orphans() }),
            ("accounts", { try await $0.accountList() }),
            ("prune", { try await $0.prune() }),
            ("memory", { try await $0.memory() }),
            ("purge", { try await $0.purge() }),
            ("posts", { try await $0.posts() }),
            ("emoji", { try await $0.emoji() }),
            ("search", { try await $0.search(intoCluster: false) }),
            ("cluster", { try await $0.search(intoCluster: true) }),
            ("queues", { try await $0.queues() }),
            ("doctor", { try await $0.doctor() }),
            ("backups", { try await $0.backups() }),
            ("moves", { try await $0.moves() }),
            ("fleet", { try await $0.fleet() }),
        ]
        guard words.count >= 4, let scale = Int(words[3]), scale >= 1 else {
            let names = benches.map(\.name).joined(separator: "|")
            Console.write("usage: benchmarks BINARY FOLDER SCALE [\(names) …]", to: STDERR_FILENO)
            exit(64)
        }
        let bench = Bench(binary: words[1], folder: words[2], scale: scale)
        let wanted = Set(words.dropFirst(4))
        var results: [Result] = []
        for (name, run) in benches where wanted.isEmpty || wanted.contains(name) {
            let found = try await run(bench)
            results += found
            for result in found { Console.write(result.line, to: STDOUT_FILENO) }
        }
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
