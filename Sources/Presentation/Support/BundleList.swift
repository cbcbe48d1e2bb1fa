import Console
import Model
import Operations

/// The forms of what a bundle holds.
package enum BundleForms {
    /// An answer as the document it is told as elsewhere.
    package static func encode(_ value: any Encodable & Sendable) throws -> JSONValue {
        JSONValue(parsing: try JSONText.line(value)) ?? .null
    }
}

/// What is in a bundle that was made, or would be.
package struct BundleList: Presentable {
    package struct Part: Encodable, Sendable {
        package var name: String
        package var bytes: Int64
        package var about: String
    }

    package var schema = "support.bundle/1"
    /// Nil when none was written.
    package var path: String?
    package var parts: [Part]
    package var gaps: [SupportBundle.Gap]

    package init(_ bundle: SupportBundle, path: String?) {
        self.path = path
        parts = bundle.parts.map { Part(name: $0.name, bytes: Int64($0.bytes.count), about: $0.about) }
        gaps = bundle.gaps
    }

    package var table: Table {
        var table = Table([.init("part"), .init("size", .right), .init("what", canShrink: true)])
        for part in parts { table.add([part.name, "\(ByteCount(part.bytes))", part.about]) }
        for gap in gaps { table.add([gap.part, "-", "could not be had: \(gap.reason)"]) }
        return table
    }

    package func text(for terminal: Terminal) -> String {
        table.text(for: terminal) + "\n" + (path.map { "wrote \(Sanitized.text($0))" } ?? "nothing was written") + "\n"
    }

    package var lines: [any Encodable & Sendable] { parts }
    package var ids: [String] { parts.map(\.name) }
    package var isOnlySuccess: Bool { path != nil && gaps.isEmpty }
}
