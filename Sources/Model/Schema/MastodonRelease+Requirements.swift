extension MastodonRelease {
    /// The oldest major version of PostgreSQL it runs on.
    ///
    /// Source: Mastodon's README of 4.3.23, 4.4.22, 4.5.15, 4.6.5 and 4.7.
    package var oldestPostgres: Int {
        switch self {
        case .v4_2, .v4_3: 12
        case .v4_4: 13
        case .v4_5, .v4_6, .v4_7: 14
        }
    }

    /// The oldest version of Redis it runs on, as `7.0`. Source as above.
    package var oldestRedis: String {
        switch self {
        case .v4_2, .v4_3: "4.0"
        case .v4_4: "6.2"
        case .v4_5, .v4_6, .v4_7: "7.0"
        }
    }
}
