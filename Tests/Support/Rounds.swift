import Glibc
import Model

/// How much a run does of what could go on for ever: rounds of chance, sizes of floods, places at which something is
/// cut, kills. The one place that says it.
///
/// `MASTOCTL_TEST_ROUNDS` is a percentage of the numbers written in the tests. `make fuzz` does all of it, `make test`
/// a tenth, `make check` and whoever says nothing 2 in a hundred; more than 100 is a soak.
package enum Rounds {
    package static let percent: Int = {
        guard let told = getenv("MASTOCTL_TEST_ROUNDS") else { return 2 }
        guard let percent = Int(String(cString: told)), 1...1_000_000 ~= percent else {
            preconditionFailure("MASTOCTL_TEST_ROUNDS is a percentage, such as 10")
        }
        return percent
    }()

    /// So many of `whole`, and never less than `least`.
    package static func of(_ whole: Int, atLeast least: Int = 1) -> Int {
        max(least, whole * percent / 100)
    }

    /// Some of the places, evenly spread, other ones in each run; all of them at 100 percent.
    package static func some<Place>(of places: [Place], atLeast least: Int = 1) -> [Place] {
        let count = of(places.count, atLeast: least)
        guard count < places.count, let first = (0..<places.count / count).randomElement() else { return places }
        return (0..<count).map { places[first + $0 * places.count / count] }
    }
}

extension MastodonRelease {
    /// The release whose database a test has that does not care. `MASTOCTL_TEST_RELEASE` says another one, such as 4.7,
    /// for a run of all tests on it.
    package static let usual: MastodonRelease = {
        guard let told = getenv("MASTOCTL_TEST_RELEASE") else { return .v4_6 }
        guard let release = MastodonRelease(rawValue: String(cString: told)) else {
            preconditionFailure("MASTOCTL_TEST_RELEASE is a release, such as 4.7")
        }
        return release
    }()
}
