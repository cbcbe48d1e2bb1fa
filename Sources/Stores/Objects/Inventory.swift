import Faults
import Model

/// A listing somebody else made: an S3 inventory in CSV, or JSON lines.
///
/// It is read line by line, in constant memory. The forms:
/// - CSV without a header, as Amazon's S3 Inventory: bucket, key (URL-encoded), size, time of the last change.
/// - CSV with a header that names `key` (or `path`), and `size` and `last_modified` where it has them. Keys are taken as
///   they are.
/// - JSON lines with `Key`, `Size`, `LastModified`, with the same in lower case, or with rclone's `Path`, `Size`,
///   `ModTime`; also as a JSON array of one object a line.
package struct Inventory: Sendable {
    package let path: String
    /// Empty, or with a slash at its end. Keys of the inventory carry it, keys of the store do not.
    let keyPrefix: String

    /// - Parameter keyPrefix: `S3_KEY_PREFIX`, with or without slashes around.
    package init(path: String, keyPrefix: String = "") {
        self.path = path
        self.keyPrefix = keyPrefix.split(separator: "/").map { $0 + "/" }.joined()
    }

    /// What a whole inventory holds.
    package struct Summary: Sendable, Equatable {
        package var objects: Int64 = 0
        package var bytes: Int64 = 0
        /// Keys outside the key prefix, which are no business of ours.
        package var outside: Int64 = 0
    }

    /// Reads it from end to end.
    ///
    /// - Throws: `Fault(.badData)` with the number of the first line that cannot be read, `Fault(.inputOutput)` or
    ///   `Fault(.noSuch)` for the file itself.
    package func check() throws -> Summary {
        let reader = try InventoryReader(self)
        var summary = Summary()
        while let entry = try reader.next() {
            switch entry {
            case .object(let object):
                summary.objects += 1
                summary.bytes += object.size
            case .outside: summary.outside += 1
            }
        }
        return summary
    }

    /// The objects it lists that start with `prefix`, in pages as a store's own listing gives them, but in the
    /// inventory's own order.
    package func pages(prefix: String = "") -> ObjectPages {
        ObjectPages { [self] in
            var reader: InventoryReader?
            return {
                let open = try reader ?? InventoryReader(self)
                reader = open
                var page: [StoredObject] = []
                while page.count < 1_000, let entry = try open.next() {
                    if case .object(let object) = entry, object.key.text.utf8.starts(with: prefix.utf8) {
                        page.append(object)
                    }
                }
                return page.isEmpty ? nil : page
            }
        }
    }
}
