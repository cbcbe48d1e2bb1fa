import Commands
import FoundationEssentials
import Testing

/// What ArgumentParser checks at every parsing of a program that is built with DEBUG, checked once.
@Suite struct DefinitionTests {
    /// What could never be typed, or would mean two things, in a command and all below it.
    private func faults(of command: CommandTree) -> [String] {
        let arguments = command.arguments ?? []
        let names = arguments.flatMap { ($0.names ?? []) + ($0.opposites ?? []) }.map(\.typed)
        let twice = Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys.sorted()
        let positional = arguments.filter { $0.kind == .positional }
        let unreachable = positional.dropLast().filter(\.isRepeating)
        let optional = positional.drop { !$0.isOptional }.filter { !$0.isOptional }
        let alwaysOn = arguments.filter { $0.kind == .flag && $0.defaultValue == "true" && $0.opposites == nil }
        let own =
            twice.map { "\($0) has two meanings" }
            + unreachable.map { "nothing is left after \($0.valueName ?? "")..." }
            + optional.map { "\($0.valueName ?? "") is required after what is not" }
            + alwaysOn.flatMap { ($0.names ?? []).map { "\($0.typed) is always true" } }
        return own.map { "\(command.words.joined(separator: " ")): \($0)" }
            + (command.subcommands ?? []).flatMap { faults(of: $0) }
    }

    @Test func `every word of every command has one meaning`() throws {
        #expect(faults(of: try Shipped.tree()) == [])
    }

    @Test func `a definition that cannot work is told`() throws {
        let argument = #""shouldDisplay":true,"isOptional":false,"isRepeating":false"#
        let name = #""names":[{"kind":"long","name":"days"}]"#
        let planted = """
            {"commandName": "planted", "shouldDisplay": true, "arguments": [
                {"kind": "option", \(argument), \(name)}, {"kind": "flag", \(argument), \(name), "defaultValue": "true"},
                {"kind": "positional", "shouldDisplay": true, "isOptional": true, "isRepeating": true, "valueName": "all"},
                {"kind": "positional", \(argument), "valueName": "rest"}
            ]}
            """
        let tree = try JSONDecoder().decode(CommandTree.self, from: Data(planted.utf8))
        #expect(
            faults(of: tree) == [
                "planted: --days has two meanings", "planted: nothing is left after all...",
                "planted: rest is required after what is not", "planted: --days is always true",
            ])
    }
}
