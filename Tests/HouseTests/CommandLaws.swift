import Commands
import Faults
import Testing

@Suite struct CommandLaws {
    private func everyone() throws -> [CommandTree] { try Shipped.tree().everyone }
    private func leaves() throws -> [CommandTree] { try everyone().filter { $0.shownSubcommands.isEmpty } }

    @Test func `every command says what it does, and every option what it is for`() throws {
        var silent: [String] = []
        for command in try everyone() {
            let name = command.words.joined(separator: " ")
            if (command.abstract ?? "").isEmpty { silent.append(name) }
            for argument in (command.arguments ?? []).filter(\.shouldDisplay) where (argument.abstract ?? "").isEmpty {
                silent.append("\(name) \(argument.names?.last?.typed ?? argument.valueName ?? "?")")
            }
        }
        #expect(silent == [])
    }

    @Test func `a short letter means one thing everywhere`() throws {
        var meanings: [String: Set<String>] = [:]
        for command in try everyone() {
            for argument in command.arguments ?? [] {
                let names = argument.names ?? []
                guard let short = names.first(where: { $0.kind == "short" }) else { continue }
                meanings[short.typed, default: []].insert(names.first { $0.kind == "long" }?.typed ?? "nothing")
            }
        }
        #expect(meanings.filter { $0.value.count > 1 }.isEmpty, "\(meanings.filter { $0.value.count > 1 })")
    }

    @Test func `every command that changes something can be rehearsed, and every command takes the global options`()
        throws
    {
        var missing: [String] = []
        for command in try leaves() {
            let options = Set((command.arguments ?? []).flatMap { ($0.names ?? []).map(\.typed) })
            let name = command.words.joined(separator: " ")
            if options.contains("--yes") && !options.contains("--dry-run") { missing.append("\(name) --dry-run") }
            for option in ["--profile", "--env-file", "--format", "--quiet", "--color"] where !options.contains(option)
            {
                missing.append("\(name) \(option)")
            }
        }
        #expect(missing == [])
    }

    /// What stands behind the options that only one command has, in the order in which it does.
    private static let common = [
        "Selection", "Accounts", "Lanes", "Moderation", "Plan", "Run options", "Global options",
    ]
    /// Titles of options that belong to what a command does.
    private static let own: Set<String> = ["Strike", "Password options", "Mail servers", "The server's work"]

    @Test func `help and manual tell what a command does before what many commands take`() throws {
        var wrong: [String] = []
        for leaf in try leaves() {
            let name = leaf.words.joined(separator: " ")
            let help = Shipped.help(of: leaf).split(separator: "\n")
                .filter { $0.hasSuffix(":") && $0 == $0.uppercased() }.map { String($0.dropLast()) }
            let sections = leaf.sections.map(\.title)
            let expected =
                (leaf.positionals.isEmpty ? [] : ["Arguments"]) + sections + (leaf.hasExamples ? ["Examples"] : [])
            if help != expected.map({ $0.uppercased() }) { wrong.append("\(name): help has \(help)") }
            let page = SourceFile.read("\(SourceFile.repository)/man/\(leaf.words.joined(separator: "-")).1")
            let titles = page.split(separator: "\n").filter { $0.hasPrefix(".SS ") }
                .map { $0.dropFirst(4).filter { $0 != "\"" } }
            if titles != sections.filter({ $0 != "Options" }) { wrong.append("\(name): the page has \(titles)") }

            let ranks = sections.map { title in
                title == "Options" ? -2 : Self.own.contains(title) ? -1 : Self.common.firstIndex(of: title) ?? 100
            }
            if ranks != ranks.sorted() || ranks.contains(100) { wrong.append("\(name): \(sections)") }
            if Set(sections).count != sections.count { wrong.append("\(name): a title stands there twice") }
            let told = leaf.sections.flatMap(\.arguments).flatMap { ($0.names ?? []) + ($0.opposites ?? []) }
            let given = (leaf.arguments ?? []).filter { $0.shouldDisplay && $0.kind != .positional }
                .flatMap { $0.names ?? [] }.filter { $0.typed != "--version" }
            if told.map(\.typed).sorted() != given.map(\.typed).sorted() { wrong.append("\(name): it lacks an option") }
        }
        #expect(wrong == [])
    }

    @Test func `the help of --format names the forms that the command takes, and no other`() throws {
        var wrong: [String] = []
        for leaf in try leaves() {
            let format = (leaf.arguments ?? []).first { $0.names?.contains { $0.typed == "--format" } == true }
            let text = format?.abstract?.split(separator: ": ").last?.prefix { $0 != ";" && $0 != "." } ?? ""
            let words = text.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
            if words != format?.allValues || words.isEmpty { wrong.append(leaf.words.joined(separator: " ")) }
        }
        #expect(wrong == [])
    }

    @Test func `every command of the first screen is in one group, and all of it fits a terminal`() throws {
        let lines = Shipped.firstScreen.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count <= 60)
        #expect(lines.filter { $0.count > 80 } == [])
        let rows = lines.filter { $0.hasPrefix("  ") }
        let names = rows.map { String($0.split(separator: " ")[0]) }
        #expect(names.sorted() == (try Shipped.tree().shownSubcommands.map(\.commandName).sorted()))
        let groups = lines.filter { !$0.isEmpty && !$0.hasPrefix("  ") && !$0.hasSuffix(".") && !$0.hasSuffix(",") }
        #expect(groups == ["People", "Other servers", "Media", "Search", "The instance", "This tool"])
        #expect(Shipped.facts.groups.flatMap(\.commands).sorted() == names.sorted())
    }

    @Test func `every operation command is written with the run options`() {
        let without = SourceFile.sources.filter { file in
            file.path.hasPrefix("Sources/Commands/") && file.text.firstMatch(of: /struct \w+: OperationCommand/) != nil
                && file.text.firstMatch(of: /var running\b.*RunOptions/) == nil
        }
        #expect(without.map(\.path) == [])
    }

    @Test func `every command has its page and its help in the repository`() throws {
        var without: [String] = []
        for name in try everyone().map({ $0.words.joined(separator: "-") }) {
            for path in ["man/\(name).1", "Tests/Golden/help/\(name).txt"]
            where SourceFile.read("\(SourceFile.repository)/\(path)").isEmpty {
                without.append(path)
            }
        }
        #expect(without == [])
    }

    /// Refusals that no words can provoke any more: a duration is read without a sign.
    private static let unheard: Set<String> = ["--confirm-after must not be negative"]

    @Test func `every refusal of a command line is provoked by a row of the parse tables`() {
        let said = SourceFile.tests.filter { $0.path.hasPrefix("Tests/CommandsTests/") }.flatMap(\.literals).map(\.text)
        var unheard: [String] = []
        for file in SourceFile.sources where file.path.hasPrefix("Sources/Commands/") {
            let lines = Set(file.codeLines.filter { $0.text.holds("ValidationError(") }.map(\.number))
            for literal in file.literals where lines.contains(literal.line) || lines.contains(literal.line - 1) {
                if Self.unheard.contains(literal.text) { continue }
                // A row tells a part of the message, and the values in it differ.
                let fixed = literal.text.split(separator: /\\\([^)]*\)/).max { $0.count < $1.count } ?? ""
                if fixed.count > 8,
                    !said.contains(where: { $0.count > 8 && (fixed.contains($0) || $0.contains(fixed)) })
                {
                    unheard.append("\(literal.place) \(literal.text)")
                }
            }
        }
        #expect(unheard == [])
    }

    @Test func `every environment variable that is read is in the manual`() {
        let told = Set(Shipped.facts.variables.map(\.name))
        var missing: [String] = []
        for file in SourceFile.sources {
            for line in file.codeLines where line.text.holds("environment[") || line.text.holds("getenv(") {
                for match in line.text.matches(of: /(?:environment\["|getenv\(")([A-Z][A-Z0-9_]*)"/)
                where !told.contains(String(match.1)) {
                    missing.append("\(file.path):\(line.number) \(match.1)")
                }
            }
        }
        #expect(missing == [])
    }

    @Test func `every kind of fault ends with a status the manual documents`() throws {
        let documented = Set(Shipped.facts.statuses.map(\.number))
        let page = SourceFile.read("\(SourceFile.repository)/man/mastoctl.1")
        for kind in Fault.Kind.allCases {
            #expect(documented.contains(kind.status.rawValue))
            #expect(page.contains("\\fB\(kind.status.rawValue)\\fR"))
            #expect(kind.status != .done)
        }
        #expect(Set(Fault.Kind.allCases.map(\.status)).count == Fault.Kind.allCases.count)
    }
}
