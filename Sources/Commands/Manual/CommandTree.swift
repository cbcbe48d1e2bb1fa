import ArgumentParser
import Faults
import FoundationEssentials

/// A command, its options and its subcommands, as ArgumentParser describes them (`--experimental-dump-help`).
package struct CommandTree: Decodable, Sendable {
    package struct Argument: Decodable, Sendable {
        package enum Kind: String, Decodable, Sendable {
            case positional, option, flag
        }

        package struct Name: Decodable, Sendable {
            /// `long`, `short` or `longWithSingleDash`.
            package var kind: String
            package var name: String

            /// As it is typed: `--days`, `-d`.
            package var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        package var kind: Kind
        package var shouldDisplay: Bool
        package var sectionTitle: String?
        package var isOptional: Bool
        package var isRepeating: Bool
        package var names: [Name]?
        package var valueName: String?
        package var defaultValue: String?
        package var allValues: [String]?
        package var abstract: String?
        package var discussion: String?
        /// The names by which a flag that can be turned round says no: `--no-wait`.
        package var opposites: [Name]?
    }

    package var commandName: String
    package var superCommands: [String]?
    package var shouldDisplay: Bool
    package var abstract: String?
    package var discussion: String?
    package var subcommands: [CommandTree]?
    package var arguments: [Argument]?

    /// Every word of the command: `mastoctl`, `media`, `remove`.
    package var words: [String] { (superCommands ?? []) + [commandName] }

    /// The subcommands a user is told of, without ArgumentParser's own `help`.
    package var shownSubcommands: [CommandTree] {
        (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
    }

    /// This command and all below it that a user is told of.
    package var everyone: [CommandTree] { [self] + shownSubcommands.flatMap(\.everyone) }

    /// The tree below a command.
    ///
    /// - Parameter words: those that lead to the command, when it is not the root.
    /// - Throws: `Fault` of kind `ourBug` when ArgumentParser describes it in another form.
    package static func of(_ root: any ParsableCommand.Type, below words: [String] = []) throws -> CommandTree {
        struct Dump: Decodable {
            var command: CommandTree
        }
        do {
            let tree = try JSONDecoder().decode(Dump.self, from: Data(root._dumpHelp().utf8)).command
            return tree.moved(below: words)
        } catch {
            throw Fault(.ourBug, "the command tree cannot be read", cause: error)
        }
    }

    private func moved(below words: [String]) -> CommandTree {
        var tree = self
        tree.superCommands = words + (superCommands ?? [])
        tree.subcommands = subcommands?.map { $0.moved(below: words) }
        return tree
    }
}
