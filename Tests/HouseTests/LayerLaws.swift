import Testing

/// What a room may import is in `Package.swift` and nowhere else; what it may never import, whoever edits that list, is
/// here.
@Suite struct LayerLaws {
    private let manifest = Manifest.own

    /// What comes with the language.
    private static let standard: Set<String> = ["Glibc", "Synchronization"]

    private func imports(_ file: SourceFile) -> [String] {
        file.codeLines.filter { $0.text.holds("import ") }
            .compactMap { line in
                line.text.firstMatch(
                    of:
                        /^\s*(?:@\S+ )?(?:package |public |internal |private )?import (?:struct |enum |class |protocol |func )?(\w+)/
                )
                .map { String($0.1) }
            }
    }

    @Test func `every file is in a room, and every room has files`() {
        let strays = SourceFile.sources.filter { manifest.room(of: $0.path) == nil }.map(\.path)
        #expect(strays == [])
        let rooms = manifest.rooms.values.filter { !manifest.libraries.contains($0.name) }
        #expect(rooms.count > 15 && manifest.libraries.count > 8)
        let empty = rooms.filter { room in
            !SourceFile.sources.contains { manifest.room(of: $0.path)?.name == room.name }
        }
        #expect(empty.map(\.name) == [])
    }

    @Test func `a room imports only what its door allows`() {
        var found: [String] = []
        for file in SourceFile.sources {
            guard let room = manifest.room(of: file.path) else { continue }
            let allowed = room.imports.union(room.products).union(Self.standard)
            for name in imports(file) where !allowed.contains(name) {
                // ArgumentParser brings it, for reading the command tree that it dumps.
                if name == "FoundationEssentials" && file.path == "Sources/Commands/Manual/CommandTree.swift" {
                    continue
                }
                found.append("\(file.path) imports \(name)")
            }
        }
        #expect(found == [])
    }

    @Test func `no list of imports breaks the order of the house`() {
        let never: [String: Set<String>] = [
            "Faults": ["*"],
            "Model": ["*", "Faults"],
            "Console": ["*", "Faults"],
            "Engines": [
                "Stores", "Operations", "Console", "Presentation", "Configuration", "Assembly", "Sandbox", "Commands",
            ],
            "Operations": ["Engines", "Console", "Presentation", "Configuration", "Assembly", "Sandbox", "Commands"],
            "Stores": ["Operations", "Console", "Presentation", "Configuration", "Assembly", "Sandbox", "Commands"],
            // What a command names is Model's; Operations know where it is kept.
            "Commands": ["Stores", "Engines"],
            "Presentation": ["Stores", "Configuration", "Assembly", "Sandbox", "Commands"],
            "Configuration": ["Stores", "Operations", "Console", "Presentation", "Assembly", "Sandbox", "Commands"],
        ]
        var found: [String] = []
        for room in manifest.rooms.values {
            let refused = never[room.name] ?? []
            // With a star the named ones are all there may be.
            let wrong =
                refused.contains("*") ? room.imports.subtracting(refused) : room.imports.intersection(refused)
            found += wrong.map { "\(room.name) imports \($0)" }
            guard room.isDriver else { continue }
            let known = room.imports.compactMap { manifest.room(named: $0) }
            #expect(known.count == room.imports.count, "\(room.name) imports what is nowhere")
            found += known.filter { !$0.isDriver && $0.name != "Faults" }.map { "\(room.name) imports \($0.name)" }
        }
        #expect(found == [])
    }

    /// `transaction.reports.dossier(of: 27)`: what a transaction is handed to as an argument is a store's own affair.
    /// Servers of this machine's own, and settings that others connect by.
    private static let connectsElsewhere: Set<String> = [
        "Sources/Assembly/ThrowAwayServer.swift", "Sources/Assembly/Mail+Configuration.swift",
    ]

    @Test func `whoever connects to the services of an instance knows that they may be brought by ssh`() {
        let words = ["ConnectionSettings(", "RedisServers(", "SearchLink(", "SearchServer(", "PgPlace("]
        let connecting = SourceFile.sources.filter { file in
            ["Sources/Assembly/", "Sources/Commands/"].contains { file.path.hasPrefix($0) }
                && file.codeLines.contains { line in words.contains { line.text.holds($0) } }
        }
        let ignorant = connecting.filter { !$0.text.holds("reached") && !$0.text.holds(".via") }.map(\.path)
        #expect(connecting.count > 4)
        #expect(Set(ignorant).subtracting(Self.connectsElsewhere) == [])
    }

    @Test func `stores are doors on a transaction`() {
        var handed: Set<String> = []
        for file in SourceFile.sources where file.path.hasPrefix("Sources/Stores/") && file.text.holds("package enum ")
        {
            var isInside = false
            for line in file.codeLines {
                if line.text.hasPrefix("package enum ") { isInside = true }
                if line.text == "}" { isInside = false }
                if isInside, line.text.holds("Transaction<") { handed.insert(file.path) }
            }
        }
        #expect(handed == [])
    }

    @Test func `each package has one room, but for what everybody logs with`() {
        let only = ["ArgumentParser": "Commands"]
        var found: [String] = []
        for room in manifest.rooms.values {
            for product in room.products where product != "Logging" && only[product] != room.name {
                found.append("\(room.name) uses \(product)")
            }
        }
        #expect(found == [])
    }

    @Test func `every import of a file is seen`() {
        let main = SourceFile.sources.first { $0.path == "Sources/mastoctl/Main.swift" }
        #expect(main.map(imports) == ["Commands"])
        let odd = SourceFile(
            path: "", text: "@preconcurrency import A\npackage import B\nimport struct C.D\n// import E\nimport F\n")
        #expect(imports(odd) == ["A", "B", "C", "F"])
    }

    @Test func `the manifest is read as it is written`() {
        let manifest = Manifest(
            text: """
                let rooms: [Room] = [
                    Room(name: "A", path: "A"),
                    Room(
                        name: "B", path: "Drivers/B", imports: ["A", "CB"],
                        products: [.product(name: "P", package: "p"), logging]),
                ]
                targets: [
                    .systemLibrary(
                        name: "CB", path: "Sources/Drivers/CB", pkgConfig: "b"),
                    .executableTarget(name: "main", dependencies: ["B"], linkerSettings: [lean]),
                """)
        #expect(manifest.libraries == ["CB"])
        #expect(manifest.room(of: "Sources/Drivers/B/x.swift")?.imports == ["A", "CB"])
        #expect(manifest.room(of: "Sources/Drivers/B/x.swift")?.products == ["P", "Logging"])
        #expect(manifest.room(of: "Sources/A/deep/er.swift")?.name == "A")
        #expect(manifest.room(of: "Sources/main/Main.swift")?.imports == ["B"])
        #expect(manifest.room(of: "Sources/C/x.swift") == nil)
    }
}
