/// What a column can be read as.
package protocol ColumnValue {
    /// Nil when the field holds something else. A type that is not optional refuses null.
    init?(field: Field)
    /// As `init`, for an array of it.
    static func array(field: Field) -> [Self]?
}

extension ColumnValue {
    /// The elements of an array of one dimension, or of none.
    package static func array(field: Field) -> [Self]? {
        guard field.start != nil, field.count >= 12 else { return nil }
        let dimensions = field.load(Int32.self)
        guard dimensions != 0 else { return field.count == 12 ? [] : nil }
        guard dimensions == 1, field.count >= 20 else { return nil }
        let type = TypeID(rawValue: field.load(UInt32.self, at: 8))
        let count = Int(field.load(Int32.self, at: 12))
        guard count >= 0, count <= (field.count - 20) / 4 else { return nil }
        var elements: [Self] = []
        elements.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            guard offset + 4 <= field.count else { return nil }
            let size = Int(field.load(Int32.self, at: offset))
            offset += 4
            guard size <= field.count - offset else { return nil }
            let start = size < 0 ? nil : field.start.map { $0 + offset }
            guard let element = Self(field: Field(start: start, count: max(size, 0), type: type)) else { return nil }
            elements.append(element)
            offset += max(size, 0)
        }
        return elements
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    package init?(field: Field) {
        if field.start == nil {
            self = Optional.none
        } else {
            guard let value = Wrapped(field: field) else { return nil }
            self = .some(value)
        }
    }
}

extension Array: ColumnValue where Element: ColumnValue {
    package init?(field: Field) {
        guard let elements = Element.array(field: field) else { return nil }
        self = elements
    }
}

extension Int64: ColumnValue {
    /// Whole numbers of any width, and object ids. The rows of a `copy` carry no types: there the width decides.
    package init?(field: Field) {
        guard field.start != nil else { return nil }
        switch (field.type, field.count) {
        case (.int8, 8), (.unspecified, 8): self = field.load(Int64.self)
        case (.int4, 4), (.unspecified, 4): self = Int64(field.load(Int32.self))
        case (.int2, 2), (.unspecified, 2): self = Int64(field.load(Int16.self))
        case (.oid, 4), (.regclass, 4), (.regproc, 4): self = Int64(field.load(UInt32.self))
        default: return nil
        }
    }
}

extension Int: ColumnValue {
    package init?(field: Field) {
        guard let value = Int64(field: field) else { return nil }
        self.init(value)
    }
}

extension Int32: ColumnValue {
    package init?(field: Field) {
        guard let value = Int64(field: field) else { return nil }
        self.init(exactly: value)
    }
}

extension Int16: ColumnValue {
    package init?(field: Field) {
        guard let value = Int64(field: field) else { return nil }
        self.init(exactly: value)
    }
}

extension Bool: ColumnValue {
    package init?(field: Field) {
        guard field.start != nil, field.type == .bool || field.type == .unspecified, field.count == 1 else {
            return nil
        }
        self = field.bytes[0] != 0
    }
}

extension Double: ColumnValue {
    package init?(field: Field) {
        guard field.start != nil else { return nil }
        switch (field.type, field.count) {
        case (.float8, 8), (.unspecified, 8): self.init(bitPattern: field.load(UInt64.self))
        case (.float4, 4), (.unspecified, 4): self.init(Float(bitPattern: field.load(UInt32.self)))
        case (.numeric, _):
            guard let text = field.decimalText else { return nil }
            switch text {
            case "NaN": self = .nan
            case "Infinity": self = .infinity
            case "-Infinity": self = -.infinity
            default: self.init(text)
            }
        default: return nil
        }
    }
}

extension Float: ColumnValue {
    package init?(field: Field) {
        guard field.start != nil, field.type == .float4 || field.type == .unspecified, field.count == 4 else {
            return nil
        }
        self.init(bitPattern: field.load(UInt32.self))
    }
}

extension Timestamp: ColumnValue {
    /// `timestamp`, `timestamptz`, and `date` as its midnight.
    package init?(field: Field) {
        guard field.start != nil else { return nil }
        switch (field.type, field.count) {
        case (.timestamp, 8), (.timestamptz, 8), (.unspecified, 8): self.init(wire: field.load(Int64.self))
        case (.date, 4):
            switch field.load(Int32.self) {
            case .max: self = .infinity
            case .min: self = .minusInfinity
            case let days: self.init(wire: Int64(days) * 86_400_000_000)
            }
        default: return nil
        }
    }
}

extension UInt8: ColumnValue {
    /// Not a value by itself; `[UInt8]` is `bytea`.
    package init?(field: Field) {
        return nil
    }

    package static func array(field: Field) -> [UInt8]? {
        guard field.start != nil, field.type == .bytea || field.type == .unspecified else { return nil }
        return [UInt8](field.bytes)
    }
}

extension String: ColumnValue {
    /// Text of every kind, enums, JSON, `numeric` with all its digits, `uuid`, `inet` and `cidr` as PostgreSQL writes them.
    package init?(field: Field) {
        guard field.start != nil else { return nil }
        switch field.type {
        case .text, .varchar, .bpchar, .name, .json, .xml, .char, .unknown, .void, .unspecified:
            self.init(decoding: field.bytes, as: UTF8.self)
        case .jsonb:
            guard field.count >= 1, field.bytes[0] == 1 else { return nil }
            self.init(decoding: field.bytes.dropFirst(), as: UTF8.self)
        case .numeric:
            guard let text = field.decimalText else { return nil }
            self = text
        case .uuid:
            guard let text = field.uuidText else { return nil }
            self = text
        case .inet, .cidr:
            guard let text = field.networkText else { return nil }
            self = text
        default:
            // From 16384 on types are made by users: enums and citext travel as text. UTF-8 tells them from the rest.
            guard field.type.rawValue >= 16_384, let text = String(validating: field.bytes, as: UTF8.self) else {
                return nil
            }
            self = text
        }
    }
}
