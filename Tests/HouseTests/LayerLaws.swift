import Testing

@Suite struct LayerLaws {
    /// What each room may import of our own rooms. The house's plan, written down a second time on purpose: the
    /// manifest says what is built, this says what was meant.
    static let rooms: [String: Set<String>] = [
        "Faults": [], "Model": ["Faults"], "Console": ["Faults"], "CPostgres": [], "CCurl": [], "CHiredis": [],
        "CCrypto": [], "CCrypt": [], "CGumbo": [], "HTML": ["CGumbo"],
        "CResolv": [], "Threads": [],
        "DNS": ["CResolv", "Threads"],
        "Postgres": ["CPostgres", "Threads", "Faults"], "HTTP": ["CCurl", "Faults"],
        "Redis": ["CHiredis", "CCrypto", "Threads", "Faults"], "S3": ["HTTP", "Crypto", "Faults"],
        "Crypto": ["CCrypto", "CCrypt", "Faults"],
        "Configuration": ["Model", "Faults"],
        "Stores": ["DNS", "HTML", "Postgres", "HTTP", "Redis", "S3", "Crypto", "Model", "Faults"],
        "Operations": ["Stores", "Model", "Faults"],
        "Assembly": ["Configuration", "Stores", "Postgres", "HTTP", "Redis", "S3", "Crypto", "Model", "Faults"],
        "Sandbox": ["Postgres", "HTTP", "Redis", "S3", "CCrypto", "Model", "Faults"],
        "Presentation": ["Console", "Operations", "Model", "Faults"],
        "Commands": [
            "Presentation", "Operations", "Assembly", "Configuration", "Stores", "Sandbox", "Console", "Model",
            "Faults",
        ],
        "mastoctl": ["Commands"],
    ]

    /// The one room that may import a package's module.
    static let outside: [String: Set<String>] = [
        "ArgumentParser": ["Commands"], "TOMLKit": ["Configuration"], "FoundationEssentials": ["Commands"],
    ]

    private func room(_ file: SourceFile) -> String {
        let parts = file.path.split(separator: "/")
        return String(parts[1] == "Drivers" ? parts[2] : parts[1])
    }

    private func imports(_ file: SourceFile) -> [String] {
        file.codeLines.filter { $0.text.contains("import ") }.compactMap { line in
            line.text.firstMatch(
                of: /^\s*(?:@\S+ )?(?:package |public |internal |private )?import (?:struct |enum |func )?(\w+)/
            )
            .map { String($0.1) }
        }
    }

    @Test func `a room imports only what its door allows`() {
        var found: [String] = []
        for file in SourceFile.sources {
            guard let allowed = Self.rooms[room(file)] else {
                found.append("\(file.path) is in no known room")
                continue
            }
            for name in imports(file) {
                if Self.rooms[name] != nil && !allowed.contains(name) { found.append("\(file.path) imports \(name)") }
                if let only = Self.outside[name], !only.contains(room(file)) {
                    found.append("\(file.path) imports \(name)")
                }
            }
        }
        #expect(found == [])
    }

    @Test func `every import of a file is seen`() {
        let main = SourceFile.sources.first { $0.path == "Sources/mastoctl/Main.swift" }
        #expect(main.map(imports) == ["Commands"])
    }
}
