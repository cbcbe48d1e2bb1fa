/// Reads lists of IP addresses line by line: plain ones, nginx's `deny`, nftables' sets. Which it is shows in the lines.
///
/// A word of the list is an address, a range, or for nftables `first-last`. Lines may end with a comment, which becomes
/// the block's.
package struct IPListReader: Sendable {
    /// A range and the comment beside it.
    package struct Entry: Sendable, Equatable {
        package var ip: IPNetwork
        package var comment: String?
    }

    package private(set) var entries: [Entry] = []
    /// The first of them; `faultCount` counts all.
    package private(set) var faults: [LineFault] = []
    package private(set) var faultCount = 0

    private static let faultsKept = 20
    private var line = 0
    /// Inside the braces of nftables' `elements = { … }`, which may take many lines.
    private var isInSet = false

    /// What lines of an nftables file begin with when no address stands first.
    private static let ruleWords: Set<String> = [
        "table", "set", "type", "typeof", "flags", "auto-merge", "size", "policy", "timeout", "gc-interval", "counter",
        "comment", "chain", "flush", "delete", "destroy", "add", "create", "elements", "elements=", "define", "ip",
        "ip6",
        "tcp", "ct", "meta", "accept", "drop", "return", "hook", "{", "}", "};",
    ]

    package init() {}

    /// Reads the next line, without its end.
    package mutating func read(_ bytes: [UInt8]) {
        line += 1
        guard let (text, comment) = PlainList.item(bytes) else { return }
        if isInSet {
            readElements(text[...])
            return
        }
        let word = String(text.prefix { !$0.isWhitespace })
        switch word {
        case "deny": readDirective(text, comment)
        case "allow", "satisfy": return
        case _ where Self.ruleWords.contains(word): openSet(text, word)
        default: take(text[...], comment)
        }
    }

    /// `deny 192.0.2.0/24;`, and `deny all;`, which is a range of two families.
    private mutating func readDirective(_ text: String, _ comment: String?) {
        guard text.hasSuffix(";") else {
            fail("a 'deny' without a semicolon")
            return
        }
        let words = text.dropLast().split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else {
            fail("a 'deny' takes one address")
            return
        }
        take(words[1], comment)
    }

    /// What stands behind `elements = {`, `add element … {` or `define … = {` on the same line.
    private mutating func openSet(_ text: String, _ word: String) {
        let isNamed = ["add", "create", "define"].contains(word) && (word == "define" || text.contains(" element "))
        guard let start = isNamed ? text.startIndex : text.firstRange(of: "elements")?.upperBound,
            let brace = text[start...].firstIndex(of: "{")
        else { return }
        isInSet = true
        readElements(text[text.index(after: brace)...])
    }

    private mutating func readElements(_ text: Substring) {
        var rest = text
        if let end = rest.firstIndex(of: "}") {
            rest = rest[..<end]
            isInSet = false
        }
        for part in rest.split(separator: ",") {
            // Behind the address there may be `timeout 1d`, `expires 3h`, `counter` …
            guard let word = part.split(whereSeparator: \.isWhitespace).first else { continue }
            if let dash = word.firstIndex(of: "-") {
                takeSpan(word[..<dash], word[word.index(after: dash)...], word)
            } else {
                take(word, nil)
            }
        }
    }

    private mutating func take(_ word: Substring, _ comment: String?) {
        guard let ip = IPNetwork(word) else {
            fail("\(LineFault.shown(word)) is no IP address")
            return
        }
        entries.append(Entry(ip: ip, comment: comment))
    }

    /// A span as the ranges that cover it.
    private mutating func takeSpan(_ first: Substring, _ last: Substring, _ word: Substring) {
        guard let first = IPNetwork(first), let last = IPNetwork(last), first.isSingle, last.isSingle,
            first.family == last.family, first.address <= last.address
        else {
            fail("\(LineFault.shown(word)) is no range of IP addresses")
            return
        }
        entries += IPNetwork.ranges(from: first, through: last).map { Entry(ip: $0, comment: nil) }
    }

    private mutating func fail(_ reason: String) {
        faultCount += 1
        if faults.count < Self.faultsKept { faults.append(LineFault(line: line, reason: reason)) }
    }
}

extension IPNetwork {
    /// The fewest ranges that hold the addresses from one through another of the same family, in order; at most twice
    /// as many as an address has bits.
    package static func ranges(from first: IPNetwork, through last: IPNetwork) -> [IPNetwork] {
        let width = first.family.width
        var ranges: [IPNetwork] = []
        var next = first.address
        while true {
            // The largest block that begins here and does not go beyond the end.
            var free = min(next == 0 ? width : next.trailingZeroBitCount, width)
            while free > 0, (free == 128 ? UInt128.max : (1 << UInt128(free)) - 1) > last.address - next { free -= 1 }
            ranges.append(IPNetwork(first.family, next, prefix: width - free))
            let end = next | (free == 128 ? .max : (1 << UInt128(free)) - 1)
            if end >= last.address { return ranges }
            next = end + 1
        }
    }
}
