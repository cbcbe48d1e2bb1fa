import Console
import Model
import Operations

extension ListedMedia: Listed {
    package static var schema: StaticString { "media.list/1" }

    package static var columns: [Table.Column] {
        [.init("key", canShrink: true), .init("kind"), .init("id", .right), .init("local"), .init("bytes", .right)]
    }

    package var cells: [String] {
        [object.text, kind.word, "\(id)", isLocal ? "yes" : "no", bytes.map { "\(ByteCount($0))" } ?? ""]
    }

    package var values: [String] { [object.text, kind.word, "\(id)", "\(isLocal)", bytes.map { "\($0)" } ?? ""] }

    package var key: String { object.text }

    package func write(to object: inout JSONObjects) {
        object.put("key", self.object.text)
        object.put("kind", kind.word)
        object.put("id", "\(id)")
        object.put("local", isLocal)
        object.put("bytes", bytes)
    }
}
