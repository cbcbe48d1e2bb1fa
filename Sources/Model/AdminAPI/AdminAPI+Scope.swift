extension AdminAPI {
    /// What a token may be used for: `admin:read`, `admin:write:accounts`.
    package struct Scope: Sendable, Hashable, CustomStringConvertible {
        package var text: String

        package init(_ text: String) {
            self.text = text
        }

        package var description: String { text }

        static func read(_ noun: String) -> Scope { Scope("admin:read:\(noun)") }
        static func write(_ noun: String) -> Scope { Scope("admin:write:\(noun)") }

        /// Itself and the wider one that is as good: `admin:write` for `admin:write:accounts`. The wide `read` and
        /// `write` of other clients are not: the admin scopes stand beside them.
        package var sufficient: [Scope] {
            let parts = text.split(separator: ":")
            return parts.count == 3 ? [self, Scope(parts.prefix(2).joined(separator: ":"))] : [self]
        }

        /// What `mastoctl login` asks for when nothing else is said: all of the Admin API, and to be told whose token
        /// it is. `profile` would do for the latter, but only from 4.3 on.
        package static let standard = [Scope("read:accounts"), Scope("admin:read"), Scope("admin:write")]

        /// Those that let a token tell whose it is.
        package static let identity: Set<Scope> = [Scope("read:accounts"), Scope("read"), Scope("profile")]
    }

    /// What a role lets its users do. Source: Mastodon 4.6.5 `app/models/user_role.rb`; the same bits in 4.2.
    package enum Permission: Int, Sendable, CaseIterable, CustomStringConvertible {
        case administrator = 0
        case viewDashboard = 3
        case manageReports = 4
        case manageFederation = 5
        case manageBlocks = 7
        case manageTaxonomies = 8
        case manageUsers = 10
        case deleteUserData = 19

        /// The server's own word.
        package var description: String {
            switch self {
            case .administrator: "administrator"
            case .viewDashboard: "view_dashboard"
            case .manageReports: "manage_reports"
            case .manageFederation: "manage_federation"
            case .manageBlocks: "manage_blocks"
            case .manageTaxonomies: "manage_taxonomies"
            case .manageUsers: "manage_users"
            case .deleteUserData: "delete_user_data"
            }
        }
    }

    /// A user's role, as the API tells it.
    package struct Role: Readable {
        package var id: Int64
        /// Empty for the role of everybody.
        package var name: String
        /// Bits of `Permission`, those of everybody included.
        package var permissions: Int64

        package init(_ reading: Reading) throws {
            id = try reading.id()
            name = reading.optionalText("name") ?? ""
            permissions = try reading.id("permissions")
        }

        /// An administrator may do everything.
        package func allows(_ permission: Permission) -> Bool {
            permissions & 1 == 1 || permissions >> permission.rawValue & 1 == 1
        }
    }
}
