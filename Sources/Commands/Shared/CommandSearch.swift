import ArgumentParser
import Console
import Faults

/// Where the words of a command line lead in the command tree, as far as they name commands.
struct CommandSearch {
    /// From the root to the command they name.
    private(set) var path: [any ParsableCommand.Type]
    /// The first word that should name a command and names none.
    private(set) var unknown: String?
    /// True for `help media remove` and the like.
    private(set) var asksForHelp = false

    init(_ words: [String]) {
        path = [MastoctlCommand.self]
        for word in words {
            let commands = path[path.count - 1].configuration.subcommands
            if commands.isEmpty || word.hasPrefix("-") { return }
            if word == "help" {
                asksForHelp = true
            } else if let next = commands.first(where: { $0._commandName == word }) {
                path.append(next)
            } else {
                unknown = word
                return
            }
        }
    }

    /// The words of the path: `mastoctl media`.
    var words: [String] { path.map { $0._commandName } }

    /// What is wrong with the words, nil when each of them names a command.
    var fault: Fault? {
        guard let unknown else { return nil }
        let place = words.joined(separator: " ")
        let wanted = unknown.dashed
        let known = path[path.count - 1].configuration.subcommands.map { $0._commandName }
        let near = NearWords.near(to: wanted, among: known)
        let message = "unknown command '\(unknown.clipped(to: 40))'"
        let listing = "`\(place) --help` lists the commands there are"
        guard near.isEmpty else {
            let guesses = near.map { "'\($0)'" }.joined(separator: " or ")
            return Fault(.usage, "\(message); did you mean \(guesses)?", help: listing)
        }
        let elsewhere = namesakes(of: wanted).prefix(3).map { "`\($0)`" }.joined(separator: ", ")
        return Fault(
            .usage, message, help: elsewhere.isEmpty ? listing : "\(listing); elsewhere there is \(elsewhere)")
    }

    /// Commands of that name in other places: who types `media purge` may look for `domains purge`.
    private func namesakes(of name: String) -> [String] {
        func found(below command: any ParsableCommand.Type, _ words: [String]) -> [String] {
            command.configuration.subcommands.flatMap { child in
                let path = words + [child._commandName]
                return (child._commandName == name ? [path.joined(separator: " ")] : []) + found(below: child, path)
            }
        }
        return found(below: path[0], [path[0]._commandName])
    }
}
