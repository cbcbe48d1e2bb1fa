extension SchemaCatalog {
    /// Reads one release out of the merged text. The text is ours and its shape is proven by tests, so a line that does
    /// not parse is left out rather than reported.
    init(parsing release: MastodonRelease) {
        self.release = release
        let text = SchemaCatalogText.lines.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
        relations = Self.relations(parsing: text.split(separator: "\n")) { Self.holds($0, release) }
    }

    /// The relations that lines tell of.
    ///
    /// - Parameter holds: whether a line that begins with these releases counts.
    static func relations(parsing lines: [Substring], _ holds: (Substring) -> Bool) -> [Relation] {
        var relations: [Relation] = []
        var isInside = false
        for whole in lines {
            var line = whole
            var isOurs = true
            if let first = line.utf8.first, !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
                let words = line.split(separator: " ", maxSplits: 1)
                guard words.count == 2 else { continue }
                isOurs = holds(words[0])
                line = words[1]
            }
            let rest = line.dropFirst(2)
            switch line.utf8.first {
            case UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "m"):
                isInside = isOurs
                if isOurs {
                    let kind: Relation.Kind =
                        line.hasPrefix("t") ? .table : line.hasPrefix("v") ? .view : .materialisedView
                    relations.append(Relation(name: String(rest), kind: kind))
                }
            case UInt8(ascii: "c") where isInside && isOurs:
                if let column = Column(parsing: rest) { relations[relations.count - 1].columns.append(column) }
            case UInt8(ascii: "i") where isInside && isOurs:
                if let index = Index(parsing: rest) { relations[relations.count - 1].indexes.append(index) }
            case UInt8(ascii: "f") where isInside && isOurs:
                if let key = ForeignKey(parsing: rest) { relations[relations.count - 1].foreignKeys.append(key) }
            default:
                break
            }
        }
        return relations
    }

    /// Whether `4.4+`, `-4.3` or `4.3-4.4` covers the release.
    private static func holds(_ range: Substring, _ release: MastodonRelease) -> Bool {
        let isOpen = range.hasSuffix("+")
        let ends = (isOpen ? range.dropLast() : range).split(separator: "-", omittingEmptySubsequences: false)
        let first = ends.first.flatMap { MastodonRelease(rawValue: String($0)) }
        let last = isOpen ? nil : ends.last.flatMap { MastodonRelease(rawValue: String($0)) }
        return (first.map { $0 <= release } ?? true) && (last.map { release <= $0 } ?? true)
    }
}

extension SchemaCatalog.Column {
    private static let types = [
        "varchar": "character varying", "varchar[]": "character varying[]", "double": "double precision",
        "timestamp": "timestamp without time zone", "timestamp(6)": "timestamp(6) without time zone",
    ]

    /// `status_id bigint! = 0`
    init?(parsing line: Substring) {
        let words = line.split(separator: " ", maxSplits: 3)
        guard words.count == 2 || words.count == 4 else { return nil }
        name = String(words[0])
        isNullable = !words[1].hasSuffix("!")
        let short = String(isNullable ? words[1] : words[1].dropLast())
        type = Self.types[short] ?? short
        defaultValue = words.count == 4 ? String(words[3]) : nil
    }
}

extension SchemaCatalog.Index {
    /// `index_x unique | a ; b :desc | deleted_at IS NULL`
    init?(parsing line: Substring) {
        // The fields are parted by " | "; an expression may hold " || ", which is no part.
        var fields = Self.parts(line, UInt8(ascii: "|"))
        guard fields.count >= 2 else { return nil }
        let head = fields.removeFirst().split(separator: " ")
        guard head.count == 2 else { return nil }
        name = String(head[0])
        kind = head[1] == "primary" ? .primary : head[1] == "unique" ? .unique : .plain
        method = ["primary", "unique", "plain"].contains(head[1]) ? "btree" : String(head[1])
        keys = Self.parts(fields[0], UInt8(ascii: ";")).map { text in
            var words = text.split(separator: " ")
            var key = Key(expression: "", operatorClass: nil, isDescending: false)
            while let word = words.last, word.hasPrefix(":"), !word.hasPrefix("::") {
                if word == ":desc" { key.isDescending = true } else { key.operatorClass = String(word.dropFirst()) }
                words.removeLast()
            }
            key.expression = words.joined(separator: " ")
            return key
        }
        predicate = fields.count > 1 ? String(fields[1]) : nil
    }

    /// What stands between marks with a blank on either side.
    private static func parts(_ text: Substring, _ mark: UInt8) -> [Substring] {
        let bytes = text.utf8
        let blank = UInt8(ascii: " ")
        var found: [Substring] = []
        var (start, from) = (bytes.startIndex, bytes.startIndex)
        while let hit = bytes[from...].firstIndex(of: mark) {
            from = bytes.index(after: hit)
            guard hit > start, from < bytes.endIndex, bytes[from] == blank else { continue }
            let end = bytes.index(before: hit)
            guard bytes[end] == blank else { continue }
            found.append(text[start..<end])
            from = bytes.index(after: from)
            start = from
        }
        return found + [text[start...]]
    }
}

extension SchemaCatalog.ForeignKey {
    /// `fk_x account_id accounts id cascade`
    init?(parsing line: Substring) {
        let words = line.split(separator: " ")
        guard words.count == 5 else { return nil }
        name = String(words[0])
        column = String(words[1])
        table = String(words[2])
        target = String(words[3])
        onDelete = String(words[4]).split(separator: "_").joined(separator: " ")
    }
}
