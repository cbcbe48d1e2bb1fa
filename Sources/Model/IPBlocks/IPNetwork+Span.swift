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
