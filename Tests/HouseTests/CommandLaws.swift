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

    @Test func `every operation command is written with the run options`() {
        let without = SourceFile.sources.filter { file in
            file.path.hasPrefix("Sources/Commands/") && file.text.firstMatch(of: /struct \w+: OperationCommand/) != nil
                && file.text.firstMatch(of: /var running\b.*RunOptions/) == nil
        }
        #expect(without.map(\.path) == [])
    }

    @Test func `every command has its page in the repository`() throws {
        let without = try everyone().map { $0.words.joined(separator: "-") }.filter { name in
            SourceFile.read("\(SourceFile.repository)/man/\(name).1").isEmpty
        }
        #expect(without == [])
    }

    @Test func `every environment variable that is read is in the manual`() {
        let told = Set(Shipped.facts.variables.map(\.name))
        var missing: [String] = []
        for file in SourceFile.sources {
            for line in file.codeLines where line.text.contains("environment[") || line.text.contains("getenv(") {
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
        let page = try #require(try Shipped.files()["man/mastoctl.1"])
        for kind in Fault.Kind.allCases {
            #expect(documented.contains(kind.status.rawValue))
            #expect(page.contains("\\fB\(kind.status.rawValue)\\fR"))
            #expect(kind.status != .done)
        }
        #expect(Set(Fault.Kind.allCases.map(\.status)).count == Fault.Kind.allCases.count)
    }
}
