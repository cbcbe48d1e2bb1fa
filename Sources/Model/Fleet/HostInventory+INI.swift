extension HostInventory {
    /// Reads an inventory in Ansible's INI form: hosts with variables behind them, `[group]`, `[group:vars]`,
    /// `[group:children]`, and ranges such as `web[01:12].example.org`.
    package init(parsingINI text: String) throws(Trouble) {
        var draft = InventoryDraft()
        var (group, kind) = ("ungrouped", "hosts")
        for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            do throws(Trouble) {
                let words = try Self.words(raw)
                guard let first = words.first else { continue }
                if first.hasPrefix("["), first.hasSuffix("]"), words.count == 1 {
                    let parts = first.dropFirst().dropLast().split(separator: ":", omittingEmptySubsequences: false)
                    group = String(parts[0])
                    kind = parts.count == 2 ? String(parts[1]) : "hosts"
                    guard !group.isEmpty, parts.count <= 2, ["hosts", "vars", "children"].contains(kind) else {
                        throw Trouble("\(first) is no section")
                    }
                    draft.add(group: group)
                    continue
                }
                switch kind {
                case "vars":
                    let (name, value) = try Self.variable(words.joined(separator: " "))
                    draft.set(name, to: value, of: group)
                case "children":
                    guard words.count == 1 else { throw Trouble("more than a group stands on the line") }
                    draft.add(child: first, to: group)
                default:
                    var variables: [String: String] = [:]
                    for word in words.dropFirst() {
                        let (name, value) = try Self.variable(word)
                        variables[name] = value
                    }
                    for host in try Self.spread(first) { draft.add(host: host, to: group, variables) }
                }
            } catch {
                throw Trouble(line: number + 1, error.reason)
            }
        }
        self = try draft.finished()
    }

    private static func variable(_ text: String) throws(Trouble) -> (String, String) {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
            throw Trouble("what stands behind a host must be name=value")
        }
        func bare(_ part: Substring) -> String {
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        return (bare(text[..<sign]), bare(text[text.index(after: sign)...]))
    }

    /// Words of a line, without a comment; quotes hold blanks together and are taken away.
    private static func words(_ line: Substring) throws(Trouble) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isFirst = true
        for letter in line {
            if let open = quote {
                if letter == open { quote = nil } else { word = (word ?? "") + String(letter) }
            } else if letter == "\"" || letter == "'" {
                quote = letter
                word = word ?? ""
            } else if letter == "#" && word == nil || letter == ";" && isFirst {
                break
            } else if letter.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
                continue
            } else {
                word = (word ?? "") + String(letter)
            }
            isFirst = false
        }
        if quote != nil { throw Trouble("a quote is open") }
        if let done = word { words.append(done) }
        return words
    }

    /// `web[01:03].example.org` is three hosts, `db-[a:c]` as well. With a step, as in `[1:9:2]`, every so many is taken.
    ///
    /// Source: Ansible 2.19, `expand_hostname_range`. A range without hosts, which it passes over, is refused.
    package static func spread(_ pattern: String) throws(Trouble) -> [String] {
        guard let open = pattern.firstIndex(of: "["), let close = pattern[open...].firstIndex(of: "]") else {
            return [pattern]
        }
        let parts = pattern[pattern.index(after: open)..<close].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { throw Trouble("\(pattern) has no range from:to") }
        let step = parts.count == 3 ? Int(parts[2]) ?? 0 : 1
        guard (1...100_000).contains(step) else { throw Trouble("\(pattern) has no step") }
        let middles = try Self.range(parts[0].isEmpty ? "0" : String(parts[0]), String(parts[1]), step, of: pattern)
        let head = pattern[..<open]
        var all: [String] = []
        let tails = try spread(String(pattern[pattern.index(after: close)...]))
        guard middles.count * tails.count <= 100_000 else { throw Trouble("\(pattern) is too many hosts") }
        for middle in middles { all += tails.map { head + middle + $0 } }
        return all
    }

    /// Numbers, or letters in this order.
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

    private static func range(
        _ from: String, _ to: String, _ step: Int, of pattern: String
    ) throws(Trouble) -> [String] {
        if from.count == 1, to.count == 1, let low = letters.firstIndex(of: Character(from)),
            let high = letters.firstIndex(of: Character(to))
        {
            guard low <= high else { throw Trouble("the range of \(pattern) ends before it begins") }
            return stride(from: low, through: high, by: step).map { String(letters[$0]) }
        }
        guard let low = Int(from), let high = Int(to) else {
            throw Trouble("the range of \(pattern) is neither of numbers nor of letters")
        }
        guard low <= high else { throw Trouble("the range of \(pattern) ends before it begins") }
        // As far apart as two numbers can be is more than a number can say.
        guard !high.subtractingReportingOverflow(low).overflow, high - low < 100_000 else {
            throw Trouble("\(pattern) is too many hosts")
        }
        let isPadded = from.count > 1 && from.hasPrefix("0")
        guard !isPadded || from.count == to.count else {
            throw Trouble("the ends of the range of \(pattern) must have the same number of digits")
        }
        return stride(from: low, through: high, by: step).map { number in
            let digits = String(number)
            return String(repeating: "0", count: isPadded ? max(from.count - digits.count, 0) : 0) + digits
        }
    }
}
