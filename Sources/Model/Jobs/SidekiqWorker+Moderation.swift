extension SidekiqWorker {
    /// Tells other servers that an account is suspended, and takes it out of feeds and trends. Takes the account's id.
    package static let suspension = SidekiqWorker("Admin::SuspensionWorker", queue: "pull")
    /// Takes that back. Takes the account's id.
    package static let unsuspension = SidekiqWorker("Admin::UnsuspensionWorker", queue: "pull")
}
