import Console
import Model

extension MediaUsage: Presentable {
    /// The server's own table; with a breakdown, that instead. Sizes are whole bytes: this is what `tsv` writes.
    package var table: Table {
        if let breakdown { return breakdown.table }
        if let inventory { return inventory.table }
        var table = Table([
            .init("object"), .init("files", .right), .init("bytes", .right), .init("local_bytes", .right),
        ])
        for row in objects {
            table.add([row.object, "\(row.files)", "\(row.bytes)", row.localBytes.map { "\($0)" } ?? ""])
        }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        var parts = [objectsText(for: terminal)]
        if let breakdown { parts.append(breakdown.text(for: terminal)) }
        if let inventory { parts.append(inventory.text(for: terminal)) }
        return parts.joined(separator: "\n")
    }

    package var lines: [any Encodable & Sendable] { breakdown?.groups ?? objects }

    package var ids: [String] { breakdown?.groups.map(\.name) ?? objects.map(\.object) }

    private func objectsText(for terminal: Terminal) -> String {
        var table = Table([
            .init("object"), .init("files", .right), .init("total", .right), .init("local", .right), .init(""),
        ])
        let largest = objects.map(\.bytes).max() ?? 0
        for row in objects {
            table.add([
                row.title, row.files.grouped, "\(ByteCount(row.bytes))",
                row.localBytes.map { "\(ByteCount($0))" } ?? "", terminal.bar(row.bytes, of: largest),
            ])
        }
        table.add(["All", "", "\(ByteCount(totalBytes))", "\(ByteCount(localBytes))"])
        return table.text(for: terminal)
    }
}

extension ObjectUsage {
    /// `Preview cards`.
    fileprivate var title: String {
        let words = object.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension UsageBreakdown {
    var table: Table {
        var table = Table([.init(by.rawValue), .init("files", .right), .init("bytes", .right)])
        for group in groups { table.add([group.name, "\(group.files)", "\(group.bytes)"]) }
        return table
    }

    func text(for terminal: Terminal) -> String {
        var table = Table([
            .init(by.rawValue, canShrink: true), .init("files", .right), .init("size", .right), .init(""),
        ])
        let largest = groups.map(\.bytes).max() ?? 0
        for group in groups {
            table.add([
                group.name, group.files.grouped, "\(ByteCount(group.bytes))", terminal.bar(group.bytes, of: largest),
            ])
        }
        if otherGroups > 0 {
            table.add([
                otherGroups.counted("others"), otherFiles.grouped,
                "\(ByteCount(otherBytes))",
            ])
        }
        return table.text(for: terminal)
    }
}

extension StorageInventory {
    var table: Table {
        var table = Table([
            .init("class"), .init("style"), .init("files", .right), .init("bytes", .right),
        ])
        for part in classes {
            for (style, amount) in part.styles.sorted(by: { $0.key < $1.key }) {
                table.add([part.name, style, "\(amount.files)", "\(amount.bytes)"])
            }
            table.add([part.name, "(orphans)", "\(part.orphans.files)", "\(part.orphans.bytes)"])
        }
        for part in unrecognised {
            table.add(["(unrecognised)", part.kind, "\(part.amount.files)", "\(part.amount.bytes)"])
        }
        return table
    }

    func text(for terminal: Terminal) -> String {
        var table = Table([
            .init("stored"), .init("files", .right), .init("size", .right), .init("cached", .right),
            .init("orphans", .right), .init(""),
        ])
        let largest = classes.map(\.total.bytes).max() ?? 0
        for part in classes {
            table.add([
                part.name, part.total.files.grouped, "\(ByteCount(part.total.bytes))",
                "\(ByteCount(part.cached.bytes))",
                part.orphans.files == 0 ? "" : "\(part.orphans.files.grouped), \(ByteCount(part.orphans.bytes))",
                terminal.bar(part.total.bytes, of: largest),
            ])
            if part.styles.count < 2 { continue }
            for (style, amount) in part.styles.sorted(by: { $0.value.bytes > $1.value.bytes }) {
                table.add(["  \(style)", amount.files.grouped, "\(ByteCount(amount.bytes))"])
            }
        }
        for part in unrecognised {
            table.add(["unrecognised", part.amount.files.grouped, "\(ByteCount(part.amount.bytes))"])
        }
        table.add([
            "all", total.files.grouped, "\(ByteCount(total.bytes))", "",
            "\(orphans.files.grouped), \(ByteCount(orphans.bytes))",
        ])
        let notes = unrecognised.map { part in
            "unrecognised: \(part.explanation), such as \(part.examples.joined(separator: ", "))"
        }
        return table.text(for: terminal) + notes.map { Sanitized.text($0) + "\n" }.joined()
    }
}

extension Terminal {
    /// A bar for a person; nothing where a program reads.
    fileprivate func bar(_ bytes: Int64, of largest: Int64) -> String {
        guard isTerminal, largest > 0 else { return "" }
        let room = (width ?? 80) >= 100 ? 32 : 16
        return Bar.text(share: Double(bytes) / Double(largest), width: room, isUnicode: isUnicode)
    }
}
