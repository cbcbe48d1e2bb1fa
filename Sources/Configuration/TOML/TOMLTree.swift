/// A table while the file is read, with what decides whether more may be put into it.
final class TOMLNode {
    enum Kind {
        /// Named only on the way to another one, `a` of `[a.b]`.
        case implied
        /// `[a]`.
        case header
        /// `a` of `a.b = 1`.
        case dotted
        /// `{ … }`, to which nothing is added behind its brace.
        case closed
    }

    enum Child {
        case value(TOMLValue)
        case table(TOMLNode)
        /// `[[a]]`.
        case tables(TOMLList)
    }

    var kind: Kind
    /// How many tables are around this one.
    let depth: Int
    private(set) var children: [String: (child: Child, position: TOMLPosition)] = [:]
    private var names: [String] = []

    init(_ kind: Kind, depth: Int) {
        self.kind = kind
        self.depth = depth
    }

    subscript(name: String) -> Child? { children[name]?.child }

    func put(_ child: Child, at name: String, _ position: TOMLPosition) {
        if let known = children[name] {
            children[name] = (child, known.position)
        } else {
            children[name] = (child, position)
            names.append(name)
        }
    }

    /// The finished table. As deep as the reader let it become.
    var table: TOMLTable {
        TOMLTable(
            names.compactMap { name in
                guard let (child, position) = children[name] else { return nil }
                let value: TOMLValue =
                    switch child {
                    case .value(let value): value
                    case .table(let node): .table(node.table)
                    case .tables(let list): .array(list.nodes.map { .table($0.table) })
                    }
                return TOMLTable.Entry(name: name, value: value, position: position)
            })
    }
}

/// The tables of one `[[name]]`. An object, so that the next one is put behind them without a copy.
final class TOMLList {
    private(set) var nodes: [TOMLNode]

    init(_ first: TOMLNode) { nodes = [first] }

    var last: TOMLNode { nodes[nodes.count - 1] }

    func append(_ node: TOMLNode) { nodes.append(node) }
}

/// One part of a dotted key and where it stands.
struct TOMLName {
    var text: String
    var position: TOMLPosition
}

extension TOMLReader {
    /// The table that `[a.b]` or `[[a.b]]` opens.
    func open(_ path: [TOMLName], isList: Bool, from root: TOMLNode) throws(TOMLTrouble) -> TOMLNode {
        var node = root
        for name in path.dropLast() {
            switch node[name.text] {
            case nil: node = try add(.implied, name, to: node)
            case .table(let inner) where inner.kind != .closed: node = inner
            case .tables(let list): node = list.last
            default: throw TOMLTrouble(position: name.position, reason: "the name has a value already")
            }
        }
        guard let last = path.last else { return node }
        switch (node[last.text], isList) {
        case (nil, false): return try add(.header, last, to: node)
        case (nil, true):
            let fresh = try child(.header, last, of: node)
            node.put(.tables(TOMLList(fresh)), at: last.text, last.position)
            return fresh
        case (.table(let known), false) where known.kind == .implied:
            known.kind = .header
            return known
        case (.tables(let list), true):
            list.append(try child(.header, last, of: node))
            return list.last
        default: throw TOMLTrouble(position: last.position, reason: "the section or name is there already")
        }
    }

    /// Puts a value where a dotted key of a table says.
    func set(_ path: [TOMLName], _ value: TOMLNode.Child, in table: TOMLNode) throws(TOMLTrouble) {
        var node = table
        for name in path.dropLast() {
            switch node[name.text] {
            case nil: node = try add(.dotted, name, to: node)
            case .table(let inner) where inner.kind == .dotted || inner.kind == .implied:
                inner.kind = .dotted
                node = inner
            default: throw TOMLTrouble(position: name.position, reason: "the section or name is there already")
            }
        }
        guard let last = path.last else { return }
        guard node[last.text] == nil else {
            throw TOMLTrouble(position: last.position, reason: "the name has a value already")
        }
        node.put(value, at: last.text, last.position)
    }

    private func add(_ kind: TOMLNode.Kind, _ name: TOMLName, to node: TOMLNode) throws(TOMLTrouble) -> TOMLNode {
        let fresh = try child(kind, name, of: node)
        node.put(.table(fresh), at: name.text, name.position)
        return fresh
    }

    private func child(_ kind: TOMLNode.Kind, _ name: TOMLName, of node: TOMLNode) throws(TOMLTrouble) -> TOMLNode {
        guard node.depth < Self.deepest else { throw TOMLTrouble(position: name.position, reason: Self.tooDeep) }
        return TOMLNode(kind, depth: node.depth + 1)
    }
}
