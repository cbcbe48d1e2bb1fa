/// What `Package.swift` says of the rooms, read from its text: the one list of them there is.
struct Manifest {
    struct Room {
        var name: String
        /// Below `Sources`: `Drivers/Postgres`.
        var path: String
        /// Rooms and system libraries.
        var imports: Set<String> = []
        /// Modules of packages.
        var products: Set<String> = []

        var isDriver: Bool { path.hasPrefix("Drivers/") }
    }

    /// By path below `Sources`.
    let rooms: [String: Room]
    /// Names of system libraries.
    let libraries: Set<String>

    static let own = Manifest(text: SourceFile.read("\(SourceFile.repository)/Package.swift"))

    init(text: String) {
        let table = Self.part(of: text, from: "let rooms: [Room] = [", to: "\n]\n")
        var rooms = table.components(of: "Room(").map { entry in
            Room(
                name: Self.string(after: "name: ", in: entry), path: Self.string(after: "path: ", in: entry),
                imports: Self.strings(in: Self.part(of: entry, from: "imports: [", to: "]")),
                products: Self.products(in: entry))
        }
        let library = /\.systemLibrary\(\s*name: "(\w+)", path: "Sources\/([^"]+)"/
        let program = /\.executableTarget\(name: "(\w+)", dependencies: \[([^\]]*)\]/
        let found = text.matches(of: library).map { Room(name: String($0.1), path: String($0.2)) }
        rooms += found
        rooms += text.matches(of: program).map {
            Room(name: String($0.1), path: String($0.1), imports: Self.strings(in: String($0.2)))
        }
        libraries = Set(found.map(\.name))
        self.rooms = Dictionary(rooms.map { ($0.path, $0) }) { first, _ in first }
    }

    /// The room a path such as `Sources/Drivers/Redis/RedisLink.swift` is in.
    func room(of path: String) -> Room? {
        let parts = path.split(separator: "/").dropFirst()
        return rooms[parts.prefix(2).joined(separator: "/")] ?? rooms[String(parts.first ?? "")]
    }

    func room(named name: String) -> Room? { rooms.values.first { $0.name == name } }

    private static func products(in entry: String) -> Set<String> {
        let named = entry.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
        return Set(named + (part(of: entry, from: "products: [", to: "]").contains("logging") ? ["Logging"] : []))
    }

    private static func string(after mark: String, in text: String) -> String {
        part(of: text, from: mark + "\"", to: "\"")
    }

    private static func strings(in text: String) -> Set<String> {
        Set(text.matches(of: /"(\w+)"/).map { String($0.1) })
    }

    /// What stands between two marks, empty when the first is not there.
    private static func part(of text: String, from start: String, to end: String) -> String {
        guard let first = text.firstRange(of: start) else { return "" }
        let rest = text[first.upperBound...]
        return String(rest[..<(rest.firstRange(of: end)?.lowerBound ?? rest.endIndex)])
    }
}

extension String {
    /// What stands behind each of the marks, up to the next.
    fileprivate func components(of mark: String) -> [String] {
        let starts = ranges(of: mark)
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1].lowerBound : endIndex
            return String(self[starts[index].upperBound..<end])
        }
    }
}
