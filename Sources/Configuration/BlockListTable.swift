import Faults
import Model

/// Typed values of one table of a declared list.
struct BlockListTable {
    let table: TOMLTable
    /// What the table is called in a message.
    let place: String
    let path: String

    func refuseOthers(than keys: Set<String>) throws {
        guard let entry = table.first(where: { !keys.contains($0.name) }) else { return }
        let unknown = entry.name
        let near = keys.min { Setting.distance(unknown, $0) < Setting.distance(unknown, $1) } ?? ""
        let isNear = Setting.distance(unknown, near) <= max(2, unknown.count / 3)
        throw Fault(
            .configuration, "unknown setting \(unknown) in \(whereabouts(entry.position))",
            help: isNear ? "did you mean \(near)?" : "there is \(keys.sorted().joined(separator: ", "))")
    }

    func fault(_ key: String, _ words: String) -> Fault {
        Fault(.configuration, "\(key) in \(whereabouts(table.position(of: key))) \(words)")
    }

    /// `source 2 of list.toml:7:1`, without a place for what is not there.
    private func whereabouts(_ position: TOMLPosition?) -> String {
        let file = position.map { "\(path):\($0)" } ?? path
        return place == path ? file : "\(place) of \(file)"
    }

    /// Text, or a number as its text.
    func text(_ key: String) throws -> String? {
        guard let value = table[key] else { return nil }
        if let text = value.string { return text }
        if let number = value.int { return "\(number)" }
        if let number = value.double { return "\(number)" }
        throw fault(key, "must be text")
    }

    func number(_ key: String) throws -> Double? {
        guard let value = table[key] else { return nil }
        guard let number = value.double ?? value.int.map(Double.init) else { throw fault(key, "must be a number") }
        return number
    }

    func integer(_ key: String) throws -> Int? {
        guard let value = table[key] else { return nil }
        guard let number = value.int else { throw fault(key, "must be a whole number") }
        return number
    }

    func boolean(_ key: String) throws -> Bool? {
        guard let value = table[key] else { return nil }
        guard let flag = value.bool else { throw fault(key, "must be true or false") }
        return flag
    }

    func severity(_ key: String) throws -> BlockSeverity? {
        guard let word = try text(key) else { return nil }
        guard let severity = BlockSeverity(word: word) else { throw fault(key, "must be suspend, silence or noop") }
        return severity
    }

    /// `20%`, or a part of one.
    func share(_ key: String) throws -> Double? {
        guard let text = try text(key) else { return nil }
        guard let share = Self.share(text) else { throw fault(key, "must be a share such as 20%") }
        return share
    }

    static func share(_ text: String) -> Double? {
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? String(text.dropLast()) : text) else { return nil }
        let share = isPercent ? number / 100 : number
        return (0...1).contains(share) ? share : nil
    }

    /// A text, or a list of them.
    func texts(_ key: String) throws -> [String] {
        guard let value = table[key] else { return [] }
        if let text = value.string { return [text] }
        let texts = value.array?.map(\.string) ?? [nil]
        guard !texts.contains(nil) else { throw fault(key, "must be a file or a list of files") }
        return texts.compactMap { $0 }
    }

    /// Names of domains as the database holds them.
    func domains(_ key: String) throws -> [String] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else { throw fault(key, "must be a list of domains") }
        return try list.map { element in
            guard let text = element.string else { throw fault(key, "must be a list of domains") }
            let domain = DomainName.covered(by: text).name
            guard DomainName.isValid(domain) else { throw fault(key, "holds \(text), which is no domain") }
            return domain
        }
    }
}
