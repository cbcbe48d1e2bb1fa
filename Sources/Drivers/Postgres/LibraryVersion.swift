import CPostgres

/// The libpq in use, such as `15.14`; of the machine, not of the build.
package enum PostgresLibrary {
    package static var version: String {
        let number = PQlibVersion()
        return "\(number / 10_000).\(number % 10_000)"
    }
}
