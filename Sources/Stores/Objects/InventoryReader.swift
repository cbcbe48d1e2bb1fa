import Faults
import Model

/// Reads the objects of an inventory, one line after the other. Confined to one task at a time.
final class InventoryReader {
    enum Entry {
        case object(StoredObject)
        /// A key without the prefix.
        case outside
    }

    private enum Form {
        case json
        case columns(InventoryColumns)
    }

    private let lines: LineReader
    private let inventory: Inventory
    private var form: Form?

    init(_ inventory: Inventory) throws {
        self.inventory = inventory
        lines = try LineReader(path: inventory.path)
    }

    /// The next object, nil at the end.
    func next() throws -> Entry? {
        while let line = try lines.next() {
            let line = Self.trimmed(line[...])
            if line.isEmpty { continue }
            switch try form ?? sniff(line) {
            case .json:
                if let entry = try object(json: line) { return entry }
            case .columns(let columns):
                if let entry = try object(line, columns) { return entry }
            }
        }
        return nil
    }

    /// Tells the form by the first line that is not blank.
    private func sniff(_ line: ArraySlice<UInt8>) throws -> Form {
        let found: Form
        if line.first == UInt8(ascii: "{") || line.first == UInt8(ascii: "[") {
            found = .json
        } else {
            guard let fields = CommaSeparated.fields(line) else { throw fault("a quoted field does not end") }
            found = .columns(InventoryColumns(header: fields) ?? .amazon)
        }
        form = found
        return found
    }

    /// Nil for a line that holds no object: the header, an old version, a marker of a deletion.
    private func object(_ line: ArraySlice<UInt8>, _ columns: InventoryColumns) throws -> Entry? {
        guard let fields = CommaSeparated.fields(line) else { throw fault("a quoted field does not end") }
        if columns.hasHeader, lines.number == headerLine ?? lines.number {
            headerLine = lines.number
            return nil
        }
        guard fields.count >= columns.width else {
            throw fault(
                "there \(Noun.agreeing(fields.count, "are")) \(Noun.counted(fields.count, "fields")) instead of \(columns.width)"
            )
        }
        if columns.isOldVersion(fields) { return nil }
        var key = fields[columns.key]
        if columns.isEncoded {
            guard let decoded = PercentEncoding.decoded(key, isForm: true) else {
                throw fault("the key's escapes cannot be read")
            }
            key = decoded
        }
        let size = columns.size.map { String(decoding: fields[$0], as: UTF8.self) } ?? "0"
        let modified = columns.modified.map { String(decoding: fields[$0], as: UTF8.self) } ?? ""
        return try entry(key, size: size, modified: modified)
    }

    private var headerLine: Int?

    private func object(json line: ArraySlice<UInt8>) throws -> Entry? {
        var text = line
        if text.first == UInt8(ascii: "[") { text.removeFirst() }
        if text.last == UInt8(ascii: "]"),
            !text.contains(UInt8(ascii: "{")) || text.dropLast().last == UInt8(ascii: "}")
        {
            text.removeLast()
        }
        text = Self.trimmed(text)
        if text.last == UInt8(ascii: ",") { text = Self.trimmed(text.dropLast()) }
        if text.isEmpty { return nil }
        guard let members = FlatJSON.members(text) else { throw fault("it is not a JSON object") }
        if members["isdir"] == .literal("true") { return nil }
        guard case .string(let key)? = members["key"] ?? members["path"] else { throw fault("it names no key") }
        let size = (members["size"]?.text).map { $0 == "null" ? "0" : $0 } ?? "0"
        let time = members["lastmodified"] ?? members["last_modified"] ?? members["modtime"]
        return try entry(Array(key.utf8), size: size, modified: time.map { $0.text == "null" ? "" : $0.text } ?? "")
    }

    /// - Parameter modified: empty when the inventory does not tell.
    private func entry(_ key: [UInt8], size: String, modified: String) throws -> Entry {
        guard !key.isEmpty else { throw fault("the key is empty") }
        guard let bytes = Int64(size.isEmpty ? "0" : size), bytes >= 0 else { throw fault("the size is not a number") }
        var seconds = 0.0
        if !modified.isEmpty {
            guard let time = UTCTime(parsing: modified) else { throw fault("the time cannot be read") }
            seconds = time.seconds
        }
        let prefix = inventory.keyPrefix.utf8
        guard key.starts(with: prefix), key.count > prefix.count else { return .outside }
        let own = key.dropFirst(prefix.count).withUnsafeBufferPointer { ObjectKey(bytes: $0) }
        return .object(StoredObject(key: own, size: bytes, modified: seconds))
    }

    private func fault(_ reason: String) -> Fault {
        Fault(
            .badData, "line \(lines.number) of \(inventory.path) cannot be read", notes: [reason],
            help: "an inventory is CSV (bucket, key, size, time; or with a header) or JSON lines with Key, Size and"
                + " LastModified; nothing was changed")
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line
        while let last = line.last, last == 32 || last == 13 || last == 9 { line.removeLast() }
        while let first = line.first, first == 32 || first == 9 { line.removeFirst() }
        return line
    }
}

/// Which column of an inventory holds what.
struct InventoryColumns {
    var key: Int
    var size: Int?
    var modified: Int?
    var isLatest: Int?
    var isDeleteMarker: Int?
    var isEncoded = false
    var hasHeader = false

    /// Amazon's order without a header.
    static let amazon = InventoryColumns(key: 1, size: 2, modified: 3, isEncoded: true)

    /// Columns up to the last one that is read.
    var width: Int { ([key, size, modified, isLatest, isDeleteMarker].compactMap { $0 }.max() ?? 0) + 1 }

    init(key: Int, size: Int?, modified: Int?, isEncoded: Bool) {
        self.key = key
        self.size = size
        self.modified = modified
        self.isEncoded = isEncoded
    }

    /// Nil when no field is called key or path: then it is no header.
    init?(header fields: [[UInt8]]) {
        let names = fields.map { field in
            String(decoding: field, as: UTF8.self).lowercased().filter { !"_- ".contains($0) }
        }
        // An object may be called "key", but then its size is beside it.
        guard !names.contains(where: { Int64($0) != nil }) else { return nil }
        guard let key = names.firstIndex(of: "key") ?? names.firstIndex(of: "path") else { return nil }
        self.key = key
        size = names.firstIndex(of: "size")
        modified = ["lastmodified", "lastmodifieddate", "modtime"].compactMap { names.firstIndex(of: $0) }.first
        isLatest = names.firstIndex(of: "islatest")
        isDeleteMarker = names.firstIndex(of: "isdeletemarker")
        hasHeader = true
    }

    func isOldVersion(_ fields: [[UInt8]]) -> Bool {
        func says(_ column: Int?, _ word: String) -> Bool {
            column.map { String(decoding: fields[$0], as: UTF8.self).lowercased() == word } ?? false
        }
        return says(isLatest, "false") || says(isDeleteMarker, "true")
    }
}
