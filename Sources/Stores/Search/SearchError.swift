import Faults

/// An answer of the search cluster that is not what was asked for.
package struct SearchError: Transient, Equatable, CustomStringConvertible {
    /// The HTTP status.
    package var status: Int
    /// The cluster's word: `index_not_found_exception`, `cluster_block_exception`; empty when it gave none.
    package var type: String
    /// The cluster's sentence; may hold names of indexes and fields, never a document.
    package var reason: String

    package init(status: Int, type: String, reason: String) {
        self.status = status
        self.type = type
        self.reason = reason
    }

    /// Too much at once, or nobody there for the moment.
    package var isTransient: Bool { [429, 502, 503, 504].contains(status) && !isReadOnlyBlock }

    /// Whether the cluster has made the index read-only, which it does when a disk is nearly full. Elasticsearch before
    /// 7.8 answers 403, later ones 429, and blocks for want of a master have the same type and 503.
    package var isReadOnlyBlock: Bool {
        [403, 429].contains(status) && type == "cluster_block_exception" && reason.contains("read-only")
    }

    package var description: String {
        type.isEmpty ? "the search cluster answered \(status)" : "\(type): \(reason)"
    }
}
