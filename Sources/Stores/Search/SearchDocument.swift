import Model

/// One document, ready to be sent.
package struct SearchDocument: Sendable, Equatable {
    package var id: DocumentID
    /// The JSON.
    package var body: [UInt8]

    package init(id: DocumentID, body: [UInt8]) {
        self.id = id
        self.body = body
    }
}

/// What a document is called: the row's id, or a domain.
package enum DocumentID: Sendable, Hashable, Comparable, CustomStringConvertible {
    case number(Int64)
    case domain(String)

    package var description: String {
        switch self {
        case .number(let id): "\(id)"
        case .domain(let domain): domain
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.number(let left), .number(let right)): left < right
        case (.domain(let left), .domain(let right)): left < right
        case (.number, .domain): true
        case (.domain, .number): false
        }
    }
}

/// Which rows are made into documents at once.
package enum SearchSlice: Sendable, Equatable {
    /// Ids above the first, up to the second.
    case range(after: Int64, through: Int64)
    /// The same, but only one share of the ids there.
    case share(after: Int64, through: Int64, of: Shard)
    case ids([Int64])
    /// Domains behind the first, up to the second.
    case domains(after: String, through: String)
    case domainNames([String])
}
