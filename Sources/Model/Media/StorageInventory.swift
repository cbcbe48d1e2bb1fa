/// What is really there in a storage, whatever the columns say.
package struct StorageInventory: Sendable, Equatable, Encodable {
    /// Files and the bytes they take.
    package struct Amount: Sendable, Equatable, Encodable {
        package var files: Int64 = 0
        package var bytes: Int64 = 0

        package init(files: Int64 = 0, bytes: Int64 = 0) {
            self.files = files
            self.bytes = bytes
        }

        package mutating func add(_ size: Int64) {
            files += 1
            bytes = bytes.adding(size)
        }

        package static func += (left: inout Self, right: Self) {
            left.files += right.files
            left.bytes = left.bytes.adding(right.bytes)
        }
    }

    /// One class of files: `media_attachments/files`.
    package struct Class: Sendable, Equatable, Encodable {
        package var name: String
        package var total = Amount()
        /// The part below `cache/`: copies from other servers.
        package var cached = Amount()
        /// The part no row owns.
        package var orphans = Amount()
        package var styles: [String: Amount] = [:]

        package init(name: String) {
            self.name = name
        }
    }

    /// Keys that are no file of a current server.
    package struct Unrecognised: Sendable, Equatable, Encodable {
        package var kind: String
        package var explanation: String
        package var amount = Amount()
        package var examples: [String] = []
    }

    package var total = Amount()
    package var orphans = Amount()
    package var classes: [Class] = []
    package var unrecognised: [Unrecognised] = []

    /// Styles beyond this many of one class are counted together: their names are only folder names, and anybody's.
    static let stylesListed = 64

    package init() {}

    /// Counts a file of a class.
    package mutating func add(_ path: StoredPath, size: Int64, isOrphan: Bool) {
        total.add(size)
        if isOrphan { orphans.add(size) }
        let index = index(of: path.kind.path)
        classes[index].total.add(size)
        if path.cacheParts > 0 { classes[index].cached.add(size) }
        if isOrphan { classes[index].orphans.add(size) }
        classes[index].count(Amount(files: 1, bytes: size), as: String(path.style))
    }

    /// Counts a key that is no file of a current server.
    package mutating func add(_ reason: StoredPath.Unrecognised, _ key: ObjectKey, size: Int64) {
        total.add(size)
        let index = index(of: reason.rawValue, explanation: reason.explanation)
        unrecognised[index].amount.add(size)
        if unrecognised[index].examples.count < 3 { unrecognised[index].examples.append(key.text) }
    }

    /// Adds what was counted elsewhere.
    package mutating func merge(_ other: Self) {
        total += other.total
        orphans += other.orphans
        for part in other.classes {
            let index = index(of: part.name)
            classes[index].total += part.total
            classes[index].cached += part.cached
            classes[index].orphans += part.orphans
            for (style, amount) in part.styles { classes[index].count(amount, as: style) }
        }
        for part in other.unrecognised {
            let index = index(of: part.kind, explanation: part.explanation)
            unrecognised[index].amount += part.amount
            unrecognised[index].examples = Array((unrecognised[index].examples + part.examples).prefix(3))
        }
    }

    /// The largest first.
    package mutating func sort() {
        classes.sort { ($0.total.bytes, $1.name) > ($1.total.bytes, $0.name) }
        unrecognised.sort { ($0.amount.bytes, $1.kind) > ($1.amount.bytes, $0.kind) }
    }

    private mutating func index(of name: String) -> Int {
        if let index = classes.firstIndex(where: { $0.name == name }) { return index }
        classes.append(Class(name: name))
        return classes.count - 1
    }

    private mutating func index(of kind: String, explanation: String) -> Int {
        if let index = unrecognised.firstIndex(where: { $0.kind == kind }) { return index }
        unrecognised.append(Unrecognised(kind: kind, explanation: explanation))
        return unrecognised.count - 1
    }
}

extension StorageInventory.Class {
    fileprivate mutating func count(_ amount: StorageInventory.Amount, as style: String) {
        let name = styles[style] != nil || styles.count < StorageInventory.stylesListed ? style : "other"
        styles[name, default: .init()] += amount
    }
}
