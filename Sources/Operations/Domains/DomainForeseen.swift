/// What is told of a purge before consent.
package enum DomainForeseen: Sendable {
    /// How many accounts go, with their posts.
    case accountsGo(Int)
    /// Follows by people here, and of them.
    case followsEnd(by: Int, of: Int)
    /// Subdomains keep their emoji.
    case emojiBelowStay
}
