/// A user to be made, with an account of its own.
package struct NewUser: Sendable {
    package var username: String
    /// As typed.
    package var email: String
    /// The name of a role; nil for none.
    package var role: String?
    /// Whether the address counts as confirmed, so that no mail asks for it.
    package var isConfirmed: Bool
    /// Whether the user is approved whatever the server's settings say.
    package var isApproved: Bool
    /// Whether an account of that name which has no user gets this one.
    package var reattaches: Bool

    package init(
        username: String, email: String, role: String? = nil, isConfirmed: Bool = false, isApproved: Bool = false,
        reattaches: Bool = false
    ) {
        self.username = username
        self.email = email
        self.role = role
        self.isConfirmed = isConfirmed
        self.isApproved = isApproved
        self.reattaches = reattaches
    }
}
