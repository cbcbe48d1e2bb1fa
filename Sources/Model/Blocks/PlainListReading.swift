/// Goes through a plain list and remembers which of its lines cannot be understood.
package struct PlainListReading: Sendable {
    /// The first of them.
    package private(set) var faults: [LineFault] = []
    package private(set) var faultCount = 0
    private var line = 0

    static let faultsKept = 20

    package init() {}

    /// The item of the next line, nil when it has none.
    package mutating func item(_ bytes: [UInt8]) -> String? {
        line += 1
        return PlainList.item(bytes)?.item
    }

    /// Remembers that the item of the last line is not what it should be: `a domain`.
    package mutating func refuse(_ item: String, as what: String) {
        fail("\(LineFault.shown(item)) is not \(what)")
    }

    mutating func fail(_ reason: String) {
        faultCount += 1
        if faults.count < Self.faultsKept { faults.append(LineFault(line: line, reason: reason)) }
    }
}
