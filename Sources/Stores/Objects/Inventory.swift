import Model

/// A listing somebody else made: an S3 inventory in CSV, or JSON lines.
package struct Inventory: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The objects it lists, in pages as a store's own listing gives them.
    package func pages(prefix: String, after start: ObjectKey?) -> ObjectPages {
        ObjectPages { { nil } }
    }
}
