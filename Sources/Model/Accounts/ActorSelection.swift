/// Which remote actors to fetch again.
package enum ActorSelection: Sendable, Equatable {
    case everyone
    /// Of exactly this domain.
    case domain(String)
    case named([AccountName])
}
