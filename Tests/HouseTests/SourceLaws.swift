import Testing

@Suite struct SourceLaws {
    /// Files that a program wrote, not a person.
    static let generated: Set<String> = [
        "Sources/Model/Schema/ForkText.swift", "Sources/Model/Schema/MigrationText.swift",
        "Sources/Model/Schema/SchemaCatalogText.swift",
    ]

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

    /// Descriptors close at `exec`, but a child that is just being started still has them.
    @Test func `whoever locks a file lets go of it before closing it`() {
        func folders(_ word: String) -> Set<String> {
            Set(
                SourceFile.sources.filter { $0.text.holds(word) }.map { file in
                    file.path.split(separator: "/").dropLast().joined(separator: "/")
                })
        }
        let locking = folders("LOCK_EX")
        #expect(locking.count > 3)
        #expect(locking.subtracting(folders("LOCK_UN")) == [])
    }

    /// An array lends its address for one call. Optimised code frees it right behind its last use, while libraries that
    /// keep a pointer go on to read from there.
    @Test func `what keeps a pointer is given one that somebody holds`() {
        let keepers = ["BIO_new_mem_buf(", "yaml_parser_set_input_string(", "fmemopen(", "setvbuf(", "putenv("]
        let found = SourceFile.sources.flatMap { file in
            file.lines.filter { line in
                keepers.contains { line.text.holds($0) } && !line.text.holds(".baseAddress")
                    || line.text.holds("CURLOPT_POSTFIELDS,")
            }.map { "\(file.path):\($0.number)" }
        }
        #expect(found == [])
        #expect(places(/BIO_new_mem_buf\(/, in: SourceFile.sources, words: ["BIO_new_mem_buf("]).count == 1)
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
        let found = (SourceFile.sources + SourceFile.tests).filter { file in
            words.contains { file.text.holds($0) }
        }.flatMap { file in
            file.lines.filter { line in words.contains { line.text.holds($0) } }.filter { line in
                // A server's variables begin with its name, which holds one of them.
                let text = line.text.replacing("MAS" + words[0] + "N", with: "")
                return words.contains { text.contains($0) }
            }.map { "\(file.path):\($0.number)" }
        }
        #expect(found == [])
    }

    /// Words that say of a type only that it does something, at the end of its name.
    private static let vague: Set<String> = [
        "Manager", "Helper", "Util", "Utility", "Service", "Handler", "Common", "Base",
    ]

    /// Types that end in one of them all the same, each with its reason.
    private static let calledSo: [String: String] = [
        "Service": "PostgreSQL or Redis, as an overview tells of it",
        "Services": "the servers an instance is told to tell of new accounts and posts",
        "IndexService": "to be called otherwise",
    ]

    @Test func `types are called after what they are`() {
        let declaration = /\b(?:struct|class|enum|actor|protocol|typealias) ([A-Z]\w*)/
        var found: Set<String> = []
        for file in SourceFile.sources {
            for line in file.codeLines where Self.vague.contains(where: { line.text.holds($0) }) {
                for match in line.text.matches(of: declaration) where isVague(String(match.1)) {
                    found.insert(String(match.1))
                }
            }
            let name = String(file.path.split(separator: "/").last?.prefix { $0 != "." && $0 != "+" } ?? "")
            if isVague(name) { found.insert(name) }
        }
        #expect(found.subtracting(Self.calledSo.keys) == [])
        #expect(Set(Self.calledSo.keys).subtracting(found) == [], "an exception nobody needs any more")
    }

    private func isVague(_ name: String) -> Bool {
        let singular =
            name.hasSuffix("ies") ? name.dropLast(3) + "y" : name.hasSuffix("s") ? name.dropLast() : name[...]
        let last = singular.lastIndex(where: \.isUppercase).map { singular[$0...] } ?? singular
        return Self.vague.contains(String(last))
    }

    @Test func `a vague name is told from one that only sounds like it`() {
        for name in ["Service", "JobHelper", "FileUtils", "StringUtilities", "BlockManagers", "Base"] {
            #expect(isVague(name), "\(name)")
        }
        for name in ["Base64", "ServiceSettings", "Database", "Handle", "ServicesMaking"] {
            #expect(!isVague(name), "\(name)")
        }
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
