/// What is told of discovery providers before consent.
package enum ProviderForeseen: Sendable {
    /// The server makes no use of any.
    case unused
    /// The key that is confirmed, to be compared with what the provider shows.
    case key(provider: String, fingerprint: String)
}
