/// What the server keeps counters of.
package enum CountedKind: String, Sendable, CaseIterable {
    case accounts, statuses
}
