/// Goes through a plain list and remembers which of its lines cannot be understood.
package struct PlainListReading: Sendable {
    package private(set) var unread = UnreadLines()
    private var line = 0

    package init() {}

    /// The item of the next line, nil when it has none.
    package mutating func item(_ bytes: [UInt8]) -> String? {
        line += 1
        return PlainList.item(bytes)?.item
    }

    /// Remembers that the item of the last line is not what it should be: `a domain`.
    package mutating func refuse(_ item: String, as what: String) {
        unread.add(LineFault(line: line, reason: "\(LineFault.shown(item)) is not \(what)"))
    }
}
