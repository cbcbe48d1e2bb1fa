import ArgumentParser

/// Where a command stands in the tree.
enum CommandWords {
    /// The words typed for a command below the root: `media remove`.
    static func of(_ command: any ParsableCommand.Type) -> String {
        path(to: command, from: MastoctlCommand.self)?.joined(separator: " ") ?? command._commandName
    }

    /// Every word that names a command anywhere in the tree.
    static var all: Set<String> { names(below: MastoctlCommand.self) }

    private static func path(to wanted: any ParsableCommand.Type, from command: any ParsableCommand.Type) -> [String]? {
        for child in command.configuration.subcommands {
            if child == wanted { return [child._commandName] }
            if let rest = path(to: wanted, from: child) { return [child._commandName] + rest }
        }
        return nil
    }

    private static func names(below command: any ParsableCommand.Type) -> Set<String> {
        command.configuration.subcommands.reduce(into: []) { names, child in
            names.insert(child._commandName)
            names.formUnion(self.names(below: child))
        }
    }
}
