import Glibc
import Model
import Postgres
import Sandbox
import Support

/// What all measurements share: the program under test, a folder for lists, shell pieces.
struct Bench {
    let binary: String
    /// Holds the programs of `bench/floor`, and lists.
    let folder: String
    /// Divides every amount, for a quick look.
    let scale: Int

    func shell(_ script: String, _ arguments: [String] = []) -> ProcessFigures {
        ProcessFigures.of(["/bin/sh", "-ec", script, "sh"] + arguments, in: folder)
    }

    func mastoctl(_ words: [String], on instance: TestInstance) -> ProcessFigures {
        let figures = ProcessFigures.of(
            [binary] + words + ["--env-file", instance.environmentFile],
            environment: ["MASTOCTL_STATE_DIR": "\(folder)/state"], in: folder)
        if figures.status != 0 { say("mastoctl \(words.joined(separator: " ")) ended with \(figures.status)") }
        return figures
    }

    /// The words that let psql reach an instance's database.
    func psql(_ instance: TestInstance) -> String {
        let settings = instance.database
        let parts = [
            ("host", settings.host), ("port", settings.port), ("user", settings.user), ("dbname", settings.database),
        ]
        return "psql -Xq '" + parts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
            + "'"
    }

    func say(_ text: String) {
        Console.write(text, to: STDERR_FILENO)
    }
}
