import Faults

extension Configuration {
    /// The thresholds of `[doctor.limit]`: numbers in the unit of the check, which `mastoctl doctor explain` tells.
    ///
    /// - Throws: `Fault(.configuration)` for what is no number.
    static func checkLimits(_ profile: Profile?) throws -> [String: Double] {
        try numbers(below: Profile.limits, in: profile)
    }

    /// The prices of `[report.price]`: for 10^9 bytes kept for a month, by kind of storage; `storage` for every kind that is
    /// not named, `database`.
    ///
    /// - Throws: `Fault(.configuration)` for what is no number.
    static func prices(_ profile: Profile?) throws -> [String: Double] {
        try numbers(below: Profile.prices, in: profile)
    }

    private static func numbers(below prefix: String, in profile: Profile?) throws -> [String: Double] {
        guard let profile else { return [:] }
        var numbers: [String: Double] = [:]
        for (key, text) in profile.values where key.hasPrefix(prefix) {
            guard let number = Double(text), number.isFinite else {
                throw Fault(.configuration, "\(key) in \(profile.path) must be a number")
            }
            numbers[String(key.dropFirst(prefix.count))] = number
        }
        return numbers
    }
}
