import Commands
import Glibc
import Synchronization
import Testing

/// What holds of the tests themselves; CONTRIBUTING says how they are laid out.
@Suite struct TestLaws {
    @Test func `the names of tests are sentences in backticks`() {
        var found: [String] = []
        for file in SourceFile.tests {
            let lines = file.codeLines
            for (index, line) in lines.enumerated() where line.text.holds("@Test") {
                if line.text.firstMatch(of: /^\s*@Test\b/) == nil { continue }
                let declaration = lines[index...].prefix(40).first { $0.text.firstMatch(of: /\bfunc\s/) != nil }
                if declaration?.text.firstMatch(of: /func `[^`]* [^`]*`/) == nil {
                    found.append("\(file.path):\(line.number)")
                }
            }
        }
        #expect(found == [])
    }

    /// On a busy machine everything takes any time. What must end is given a `Patience`, what must be quick is held
    /// against `workedSeconds`; only what is measured on purpose, in whole rounds, may look at the clock.
    @Test func `no test fails since the clock went on`() {
        let pattern = /\.now\s*-\s*\w+\s*<|\bseconds\s*<[^.=]/
        #expect(places(pattern, in: SourceFile.tests, words: [".now", "seconds"]) == [])
    }

    /// Beside other children of the runner such a test never ends, so the Makefile runs them by these names alone.
    @Test func `tests that end a process stand in suites that say so`() {
        let word = "processExits" + "With"
        let found = SourceFile.tests.filter { $0.text.contains(word) }.map(\.path)
        #expect(!found.isEmpty)
        #expect(
            found.filter { !$0.hasPrefix("Tests/ConsoleTests/") && !$0.hasSuffix("ExitTests.swift") } == [])
    }

    /// Folders that are called after what is tested and not after a folder of the room.
    private static let elsewhere: Set<String> = [
        "ModelTests/Fuzz", "CommandsTests/Parsing", "AcceptanceTests/SignUpLists", "AcceptanceTests/Lanes",
        "AcceptanceTests/FieldCases", "AcceptanceTests/Releases", "AcceptanceTests/Round", "AcceptanceTests/Secrets",
        "ConfigurationTests/Fuzz", "StoresTests/Fuzz", "StoresTests/Slopes",
    ]

    @Test func `tests of a room are in the room's own folders, scenarios in those of the commands`() {
        let folders = Set(SourceFile.sources.map { folder(of: $0.path) })
        var found: Set<String> = []
        for file in SourceFile.tests {
            let parts = file.path.split(separator: "/").dropFirst().dropLast()
            let target = parts.first ?? ""
            let room = target == "AcceptanceTests" ? "Commands" : target.dropLast("Tests".count)
            guard target.hasSuffix("Tests"), parts.count > 1, Manifest.own.room(named: String(room)) != nil else {
                continue
            }
            let below = parts.dropFirst().joined(separator: "/")
            if !folders.contains("Sources/\(room)/\(below)") { found.insert("\(target)/\(below)") }
        }
        #expect(found.subtracting(Self.elsewhere) == [])
        #expect(Self.elsewhere.subtracting(found) == [], "an exception nobody needs any more")
    }

    private func folder(of path: String) -> String { path.split(separator: "/").dropLast().joined(separator: "/") }

    /// A scenario has the words as they are typed, so that whoever looks for `"accounts", "show"` finds it.
    @Test func `every leaf command has a scenario that speaks its words`() throws {
        var spoken: Set<[String]> = []
        for file in SourceFile.tests where file.path.hasPrefix("Tests/AcceptanceTests/") {
            let words = file.literals.flatMap { $0.text.split(separator: " ") }.map { word in
                String(word.map { $0 == "_" ? "-" : $0 })
            }
            for index in words.indices {
                for count in 1...3 where index + count <= words.count {
                    spoken.insert(Array(words[index..<index + count]))
                }
            }
        }
        let leaves = try Shipped.tree().everyone.filter { $0.shownSubcommands.isEmpty }.map {
            Array($0.words.dropFirst())
        }
        #expect(leaves.count > 90)
        #expect(leaves.filter { !spoken.contains($0) } == [])
    }

    /// Lists of what is in no table, and exports that read what their lists read.
    private static let withoutSlope: Set<String> = [
        "media list", "backup list", "backup show", "config show", "doctor list", "domain-blocks export",
        "email-domain-blocks export", "emoji export", "fleet audit", "fleet list", "instance show", "ip-blocks export",
        "queues dead list",
        "queues list", "queues retry list", "queues scheduled list", "queues show", "support show",
    ]

    @Test func `every list, export and dossier is held to the law of slopes`() throws {
        let named = Set(
            SourceFile.tests.filter { $0.path.hasPrefix("Tests/StoresTests/Slopes/") }.flatMap(\.literals).map {
                String($0.text)
            })
        let ends: Set = ["list", "show", "export", "audit", "dossier"]
        let leaves = try Shipped.tree().everyone.filter { $0.shownSubcommands.isEmpty }.map {
            $0.words.dropFirst()
        }
        let lists = Set(leaves.filter { $0.last.map { ends.contains($0) } ?? false }.map { $0.joined(separator: " ") })
        #expect(lists.count > 40)
        #expect(lists.subtracting(named).subtracting(Self.withoutSlope).sorted() == [])
        #expect(
            Self.withoutSlope.subtracting(lists).union(Self.withoutSlope.intersection(named)).sorted() == [],
            "an exception nobody needs any more")
    }

    /// How many tests may be at work at once, when somebody said it: `scripts/test` does.
    private static let width = getenv("SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH")
        .flatMap { Int(String(cString: $0)) }
    private static let atWork = Mutex(0)

    /// Swift 6.2 knows no bound, and a later one may call it otherwise: then this says so.
    @Test(.enabled(if: width != nil, "nobody said how many"), arguments: 0..<64)
    func `no more tests are at work at once than were asked for`(number: Int) async throws {
        #if compiler(>=6.3)
            let count = Self.atWork.withLock { count in
                count += 1
                return count
            }
            try await Task.sleep(for: .milliseconds(2))
            Self.atWork.withLock { $0 -= 1 }
            #expect(count <= Self.width ?? .max)
        #endif
    }
}
