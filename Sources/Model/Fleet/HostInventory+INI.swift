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

    /// `web[01:03].example.org` is three hosts, `db-[a:c]` as well.
    package static func spread(_ pattern: String) throws(Trouble) -> [String] {
        guard let open = pattern.firstIndex(of: "["), let close = pattern[open...].firstIndex(of: "]") else {
            return [pattern]
        }
        let parts = pattern[pattern.index(after: open)..<close].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { throw Trouble("\(pattern) has no range from:to") }
        let (from, to) = (String(parts[0]), String(parts[1]))
        let step = parts.count == 3 ? Int(parts[2]) ?? 0 : 1
        guard step > 0 else { throw Trouble("\(pattern) has no step") }
        let middles: [String]
        if let low = Int(from), let high = Int(to), low <= high, high - low < 100_000 {
            middles = stride(from: low, through: high, by: step).map { number in
                let digits = String(number)
                return String(repeating: "0", count: max(from.count - digits.count, 0)) + digits
            }
        } else if let low = from.utf8.first, let high = to.utf8.first, from.utf8.count == 1, to.utf8.count == 1,
            low <= high
        {
            middles = stride(from: Int(low), through: Int(high), by: step).map {
                String(decoding: [UInt8($0)], as: UTF8.self)
            }
        } else {
            throw Trouble("\(pattern) has no range from:to")
        }
        let head = pattern[..<open]
        var all: [String] = []
        let tails = try spread(String(pattern[pattern.index(after: close)...]))
        guard middles.count * tails.count <= 100_000 else { throw Trouble("\(pattern) is too many hosts") }
        for middle in middles { all += tails.map { head + middle + $0 } }
        return all
    }
}
