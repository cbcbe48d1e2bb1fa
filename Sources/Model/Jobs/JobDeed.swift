/// What is done to jobs that nobody works on.
package enum JobDeed: String, Sendable, CaseIterable {
    case delete, kill, requeue
}
