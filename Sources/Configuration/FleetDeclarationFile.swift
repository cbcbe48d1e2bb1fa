import Faults
import Model

extension Configuration {
    /// What the servers of a fleet are to have in common. Paths in it count from its own folder.
    ///
    ///     release = "4.6"
    ///     block_lists = ["main.toml"]
    ///
    ///     [settings]
    ///     registrations_mode = "approved"
    ///     media_cache_retention_period = 14
    ///
    /// - Throws: `Fault` of kind `configuration` for bad TOML, an unknown key, a value that is none of a setting's or a file
    ///   that declares nothing; `denied` when the file may not be read.
    package static func fleetDeclaration(at path: String, files: any FileReader) throws -> FleetDeclaration {
        let path = files.absolute(path)
        let content = try files.content(of: path, as: "the declaration")
        let table = BlockListTable(
            table: try Profile.table(path: path, content: content, what: "declaration"), place: path, path: path)
        try table.refuseOthers(than: ["release", "block_lists", "settings"])
        let settings = try table.table["settings"].map { value in
            guard let section = value.table else { throw table.fault("settings", "must be a section") }
            return try section.map { entry in
                guard let value = entry.value.settingValue else {
                    throw Fault(
                        .configuration, "\(entry.name) in \(path):\(entry.position) must be a text, a number or a flag")
                }
                return FleetDeclaration.Setting(name: entry.name, value: value)
            }
        }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let declaration = FleetDeclaration(
            release: try table.text("release"), settings: settings ?? [],
            blockLists: try table.texts("block_lists").map { $0.hasPrefix("/") ? $0 : joined(folder, $0) })
        if declaration == FleetDeclaration(release: nil, settings: [], blockLists: []) {
            throw Fault(
                .configuration, "\(path) declares nothing", help: "write release, block_lists or [settings] into it")
        }
        return declaration
    }
}

extension TOMLValue {
    fileprivate var settingValue: JSONValue? {
        switch self {
        case .string(let text): .string(text)
        case .integer(let number): .integer(Int64(number))
        case .float(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .moment, .array, .table: nil
        }
    }
}
