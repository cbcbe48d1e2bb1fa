/// Which known words somebody may have meant.
enum NearWords {
    /// Those that differ by the fewest slips, up to three of them; where none is near, those that begin with it.
    static func near(to word: String, among known: [String]) -> [String] {
        // One slip in three letters, and never more than two.
        let bound = min(2, max(1, word.count / 3))
        let distances = known.map { ($0, slips(between: Array(word), and: Array($0))) }
        if let least = distances.map(\.1).min(), least <= bound, least < word.count {
            return Array(distances.filter { $0.1 == least }.map(\.0).prefix(3))
        }
        let longer = known.filter { word.count > 1 && $0.hasPrefix(word) }
        return longer.count > 3 ? [] : longer
    }

    /// How many letters were left out, added, mistaken, or swapped with the next one.
    static func slips(between one: [Character], and other: [Character]) -> Int {
        // Rows of the table of distances between beginnings of both: the one before the last, the last, this one.
        var older: [Int] = []
        var last = Array(0...other.count)
        for row in 0..<one.count {
            var current = [row + 1]
            for column in 0..<other.count {
                let changed = last[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(last[column + 1] + 1, current[column] + 1, changed)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, older[column - 1] + 1)
                }
                current.append(least)
            }
            older = last
            last = current
        }
        return last[other.count]
    }
}
