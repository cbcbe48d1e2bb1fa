import Operations

extension ProviderForeseen {
    /// The line a person reads.
    var words: String {
        switch self {
        case .unused: "the server does not use providers: EXPERIMENTAL_FEATURES lacks fasp"
        case .key(let provider, let fingerprint):
            "the key of \(provider) is \(fingerprint); confirm it only if the provider shows the same"
        }
    }
}
