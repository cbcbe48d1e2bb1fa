/// A release line of Mastodon, known by the newest migration of its freshly created database.
package enum MastodonRelease: String, CaseIterable, Comparable, Sendable {
    case v4_2 = "4.2"
    case v4_3 = "4.3"
    case v4_4 = "4.4"
    case v4_5 = "4.5"
    case v4_6 = "4.6"
    case v4_7 = "4.7"

    /// The newest that is known.
    package static let newest = MastodonRelease.v4_7

    /// The newest row of `schema_migrations`.
    package var schemaVersion: String {
        switch self {
        case .v4_2: "20230907150100"
        case .v4_3: "20241007071624"
        case .v4_4: "20250627132728"
        case .v4_5: "20251023210145"
        case .v4_6: "20260611150940"
        case .v4_7: "20260812154114"
        }
    }

    /// The release whose database ends with exactly this migration.
    package init?(schemaVersion: String) {
        guard let release = Self.allCases.first(where: { $0.schemaVersion == schemaVersion }) else { return nil }
        self = release
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.schemaVersion < right.schemaVersion
    }
}
