import Operations

extension MediaForeseen {
    /// The line a person reads.
    var words: String {
        switch self {
        case .moveBesideTheServer: "the server uses neither of the two storages"
        case .outsideThePrefix(let keys): "\(keys) keys of the inventory lie outside the key prefix"
        }
    }
}
