/// Marks dictionaries, whose keys are data and stay as they are.
private protocol Dictionaried {}
extension Dictionary: Dictionaried where Key: CodingKeyRepresentable {}

/// Fills a tree from an `Encodable`.
struct JSONWriter: Encoder {
    var tree: JSONTree
    var codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    /// True inside a dictionary.
    var keepsNames = false

    func write(_ value: some Encodable) throws {
        let isDictionary = value is any Dictionaried
        let inner = JSONWriter(tree: tree, codingPath: codingPath, keepsNames: isDictionary)
        try value.encode(to: inner)
        guard isDictionary, case .object(let members) = tree.content else { return }
        tree.content = .object(members.sorted { $0.name < $1.name })
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .object = tree.content {} else { tree.content = .object([]) }
        return KeyedEncodingContainer(JSONMembers<Key>(tree: tree, codingPath: codingPath, keepsNames: keepsNames))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .array = tree.content {} else { tree.content = .array([]) }
        return JSONElements(tree: tree, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONSingle(tree: tree, codingPath: codingPath)
    }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    var tree: JSONTree
    var codingPath: [any CodingKey]
    var keepsNames: Bool

    private func add(_ key: any CodingKey) -> JSONTree {
        let value = JSONTree(.null)
        tree.set(keepsNames ? key.stringValue : JSONText.snakeCase(key.stringValue), value)
        return value
    }

    mutating func encodeNil(forKey key: Key) throws { _ = add(key) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        try JSONWriter(tree: add(key), codingPath: codingPath + [key]).write(value)
    }

    mutating func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
        JSONWriter(tree: add(key), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONWriter(tree: add(key), codingPath: codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONWriter(tree: tree, codingPath: codingPath) }

    mutating func superEncoder(forKey key: Key) -> any Encoder {
        JSONWriter(tree: add(key), codingPath: codingPath + [key])
    }
}

private struct JSONElements: UnkeyedEncodingContainer {
    var tree: JSONTree
    var codingPath: [any CodingKey]

    var count: Int {
        guard case .array(let values) = tree.content else { return 0 }
        return values.count
    }

    private func add() -> JSONWriter {
        let value = JSONTree(.null)
        tree.append(value)
        return JSONWriter(tree: value, codingPath: codingPath)
    }

    mutating func encodeNil() throws { _ = add() }
    mutating func encode(_ value: some Encodable) throws { try add().write(value) }

    mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
        add().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { add().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { add() }
}

private struct JSONSingle: SingleValueEncodingContainer {
    var tree: JSONTree
    var codingPath: [any CodingKey]

    mutating func encodeNil() throws { tree.content = .null }
    mutating func encode(_ value: Bool) throws { tree.content = .literal(value ? "true" : "false") }
    mutating func encode(_ value: String) throws { tree.content = .string(value) }
    /// JSON has no word for infinity or for what is no number.
    mutating func encode(_ value: Double) throws { tree.content = value.isFinite ? .literal("\(value)") : .null }
    mutating func encode(_ value: Float) throws { tree.content = value.isFinite ? .literal("\(value)") : .null }
    mutating func encode(_ value: Int) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: Int8) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: Int16) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: Int32) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: Int64) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: UInt) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: UInt8) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: UInt16) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: UInt32) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: UInt64) throws { tree.content = .literal("\(value)") }
    mutating func encode(_ value: some Encodable) throws {
        try JSONWriter(tree: tree, codingPath: codingPath).write(value)
    }
}
