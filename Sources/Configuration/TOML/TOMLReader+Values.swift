extension TOMLReader {
    /// The value at the cursor.
    mutating func value(depth: Int) throws(TOMLTrouble) -> TOMLNode.Child {
        guard depth < Self.deepest else { throw trouble(Self.tooDeep) }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            if starts(with: "\"\"\"") || starts(with: "'''") { return .value(.string(try longString())) }
            return .value(.string(byte == UInt8(ascii: "'") ? try literalString() : try basicString()))
        case UInt8(ascii: "["): return .value(.array(try list(depth: depth + 1)))
        case UInt8(ascii: "{"): return .table(try inlineTable(depth: depth + 1))
        default: return .value(try word())
        }
    }

    private mutating func list(depth: Int) throws(TOMLTrouble) -> [TOMLValue] {
        let start = mark()
        index += 1
        var values: [TOMLValue] = []
        while true {
            try skipLines()
            if take("]") { return values }
            guard byte != nil else {
                throw TOMLTrouble(position: start, reason: "the list that begins here does not end")
            }
            switch try value(depth: depth) {
            case .value(let value): values.append(value)
            case .table(let node): values.append(.table(node.table))
            case .tables: break
            }
            try skipLines()
            if take(",") { continue }
            guard byte == nil || byte == UInt8(ascii: "]") else { throw trouble("a comma or ] must follow here") }
        }
    }

    private mutating func inlineTable(depth: Int) throws(TOMLTrouble) -> TOMLNode {
        index += 1
        let node = TOMLNode(.dotted, depth: depth)
        skipBlanks()
        if !take("}") {
            repeat {
                try pair(into: node)
                skipBlanks()
            } while take(",")
            guard take("}") else { throw trouble("a comma or } must follow here") }
        }
        close(node)
        return node
    }

    /// Nothing is added to a table in braces, nor to those that dotted names made in it.
    private func close(_ node: TOMLNode) {
        node.kind = .closed
        for (child, _) in node.children.values {
            if case .table(let inner) = child, inner.kind != .closed { close(inner) }
        }
    }

    // MARK: - words

    /// A number, a truth or a moment: everything up to the next character that none of them holds.
    private mutating func word() throws(TOMLTrouble) -> TOMLValue {
        let start = index
        while let byte, Self.isNameByte(byte) || "+.:".utf8.contains(byte) { index += 1 }
        // A date may have a blank before its time.
        if index - start == 10, byte == 0x20, index + 1 < bytes.count, Self.isDigit(bytes[index + 1]),
            TOMLMoment.isDate(bytes[start..<index])
        {
            index += 1
            while let byte, Self.isNameByte(byte) || "+.:".utf8.contains(byte) { index += 1 }
        }
        let word = bytes[start..<index]
        guard let value = Self.value(of: word) else {
            throw TOMLTrouble(
                position: position(at: start),
                reason: word.isEmpty ? "a value must stand here" : "this is no value (a text needs quotes)")
        }
        return value
    }

    private static func value(of word: ArraySlice<UInt8>) -> TOMLValue? {
        let text = String(decoding: word, as: UTF8.self)
        switch text {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "inf", "+inf": return .float(.infinity)
        case "-inf": return .float(-.infinity)
        case "nan", "+nan", "-nan": return .float(.nan)
        default: break
        }
        if TOMLMoment.isMoment(word) { return .moment(text) }
        return number(word)
    }

    private static func number(_ word: ArraySlice<UInt8>) -> TOMLValue? {
        for (mark, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.starts(with: mark.utf8) {
            let digits = word.dropFirst(2)
            guard isGrouped(digits, isHex) else { return nil }
            return Int(plain(digits), radix: radix).map { .integer($0) }
        }
        let sign = word.first == UInt8(ascii: "+") || word.first == UInt8(ascii: "-")
        let body = sign ? word.dropFirst() : word
        let whole = body.prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
        // No zero leads a number but 0 itself.
        guard isGrouped(whole, isDigit), whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
        var rest = body.dropFirst(whole.count)
        if rest.isEmpty { return Int(plain(word)).map { .integer($0) } }
        if rest.first == UInt8(ascii: ".") {
            let part = rest.dropFirst().prefix { isDigit($0) || $0 == UInt8(ascii: "_") }
            guard isGrouped(part, isDigit) else { return nil }
            rest = rest.dropFirst(1 + part.count)
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard isGrouped(rest, isDigit) else { return nil }
            rest = []
        }
        return rest.isEmpty ? Double(plain(word)).map { .float($0) } : nil
    }

    private static func plain(_ digits: ArraySlice<UInt8>) -> String {
        String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    }

    /// Digits, with single underscores between them.
    private static func isGrouped(_ digits: ArraySlice<UInt8>, _ isDigit: (UInt8) -> Bool) -> Bool {
        digits.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

/// Dates and times as RFC 3339 writes them.
enum TOMLMoment {
    static func isMoment(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > 10 else { return isDate(word) || isTime(word) }
        let mark = word[word.startIndex + 10]
        guard isDate(word.prefix(10)) else { return isTime(word) }
        guard mark == 0x20 || mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") else { return false }
        var time = word.dropFirst(11)
        if time.last == UInt8(ascii: "Z") || time.last == UInt8(ascii: "z") {
            time = time.dropLast()
        } else if time.count > 6, "+-".utf8.contains(time[time.endIndex - 6]) {
            guard matches(time.suffix(5), "00:00", [(0, 23), (0, 59)]) else { return false }
            time = time.dropLast(6)
        }
        return isTime(time)
    }

    static func isDate(_ word: ArraySlice<UInt8>) -> Bool {
        guard matches(word, "0000-00-00", [(0, 9_999), (1, 12), (1, 31)]) else { return false }
        let numbers = String(decoding: word, as: UTF8.self).split(separator: "-").compactMap { Int($0) }
        let (year, month, day) = (numbers[0], numbers[1], numbers[2])
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return day <= [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    private static func isTime(_ word: ArraySlice<UInt8>) -> Bool {
        guard matches(word.prefix(8), "00:00:00", [(0, 23), (0, 59), (0, 60)]) else { return false }
        let part = word.dropFirst(8)
        return part.isEmpty
            || part.first == UInt8(ascii: ".") && part.count > 1 && part.dropFirst().allSatisfy(TOMLReader.isDigit)
    }

    /// Whether a word has digits where the shape has, and numbers between these bounds.
    private static func matches(_ word: ArraySlice<UInt8>, _ shape: StaticString, _ bounds: [(Int, Int)]) -> Bool {
        let isAlike = shape.withUTF8Buffer { shape in
            word.count == shape.count
                && zip(word, shape).allSatisfy { $1 == UInt8(ascii: "0") ? TOMLReader.isDigit($0) : $0 == $1 }
        }
        guard isAlike else { return false }
        let numbers = word.split { !TOMLReader.isDigit($0) }.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        return zip(numbers, bounds).allSatisfy { $1.0 <= $0 && $0 <= $1.1 }
    }
}
