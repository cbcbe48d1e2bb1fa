/// Numbers as a line of blocks: `▁▃█`. What is missing is a blank.
package enum Sparkline {
    private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// From the least of them, the lowest block, to the greatest; equal ones are all in the middle.
    package static func text(_ values: [Double?]) -> String {
        let known = values.compactMap(\.self).filter(\.isFinite)
        guard let least = known.min(), let most = known.max() else { return "" }
        return String(
            values.map { value in
                guard let value, value.isFinite else { return " " }
                if least == most { return blocks[3] }
                return blocks[Int(((value - least) / (most - least) * Double(blocks.count - 1)).rounded())]
            })
    }
}
