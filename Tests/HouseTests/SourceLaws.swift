import Testing

@Suite struct SourceLaws {
    /// Files that a program wrote, not a person.
    static let generated: Set<String> = ["Sources/Model/Schema/SchemaCatalogText.swift"]

    @Test func `the sources are found`() {
        #expect(SourceFile.sources.count > 50)
        #expect(SourceFile.tests.count > 20)
    }

    @Test func `a file has at most 300 lines`() {
        let long = (SourceFile.sources + SourceFile.tests).filter { file in
            file.lines.count > 301 && !Self.generated.contains(file.path)
        }
        #expect(long.map(\.path) == [])
    }

    @Test func `only the console prints, and only the entry point ends the process`() {
        let words = ["print", "debugPrint", "dump", "exit", "_exit", "abort", "fatalError"].map { $0 + "(" }
        let call = /(^|[^.A-Za-z_`]|Glibc\.)(print|debugPrint|dump|exit|_exit|abort|fatalError)\(/
        let outsiders = SourceFile.sources.filter { file in
            !file.path.hasPrefix("Sources/Console/") && !file.path.hasPrefix("Sources/mastoctl/")
        }
        let found = places(call, in: outsiders, words: words, without: "func ")
        #expect(found.filter { !$0.hasPrefix("Sources/Commands/Shared/EntryPoint.swift") } == [])
        #expect(found.count <= 1)
    }

    @Test func `the entry of the program stays at ten lines`() {
        let main = SourceFile.sources.first { $0.path == "Sources/mastoctl/Main.swift" }
        #expect(main.map { $0.lines.count <= 11 } == true)
    }

    /// Swift 6.3 crashes on one when it optimises, which no test of a debug build sees; a struct around it is safe.
    @Test func `no task-local value is a bare function`() {
        let line = /@TaskLocal .*(=\s*\{|->)/
        #expect(places(line, in: SourceFile.sources, words: ["@TaskLocal"]) == [])
    }

    @Test func `full Foundation is imported nowhere`() {
        let line = /^(@\S+ )*(package |public |internal |private )?import Foundation$/
        #expect(places(line, in: SourceFile.sources + SourceFile.tests, words: ["import Foundation"]) == [])
    }

    @Test func `nothing is left to do later`() {
        // The words are put together here, so that this file does not break its own law.
        let words = ["TO" + "DO", "FIX" + "ME", "X" + "XX:"]
        let found = (SourceFile.sources + SourceFile.tests).flatMap { file in
            file.lines.filter { line in words.contains { line.text.contains($0) } }.map { "\(file.path):\($0.number)" }
        }
        #expect(found == [])
    }

    @Test func `the names of tests are sentences in backticks`() {
        var found: [String] = []
        for file in SourceFile.tests {
            let lines = file.codeLines
            for (index, line) in lines.enumerated() where line.text.contains("@Test") {
                if line.text.firstMatch(of: /^\s*@Test\b/) == nil { continue }
                let declaration = lines[index...].prefix(40).first { $0.text.firstMatch(of: /\bfunc\s/) != nil }
                if declaration?.text.firstMatch(of: /func `[^`]* [^`]*`/) == nil {
                    found.append("\(file.path):\(line.number)")
                }
            }
        }
        #expect(found == [])
    }

    @Test func `types are called after what they are`() {
        let vague =
            /\b(struct|class|enum|actor|protocol) [A-Za-z]*(Manager|Helper|Helpers|Util|Utils|Utility|Handler|Common)\b/
        let words = ["Manager", "Helper", "Util", "Handler", "Common"]
        #expect(places(vague, in: SourceFile.sources, words: words) == [])
    }

    @Test func `files of one target have different names`() {
        var seen: [String: String] = [:]
        var twins: [String] = []
        for file in SourceFile.sources {
            let parts = file.path.split(separator: "/")
            let target = parts[1] == "Drivers" ? parts[1...2].joined(separator: "/") : String(parts[1])
            let key = "\(target)/\(parts.last ?? "")"
            if let twin = seen[key] { twins.append("\(twin) and \(file.path)") }
            seen[key] = file.path
        }
        #expect(twins == [])
    }
}
