import Crypto
import HTTP
import Postgres
import Redis

/// The libraries this program works with, and their versions.
package enum LinkedLibraries {
    package static var versions: [String: String] {
        [
            "libpq": PostgresLibrary.version, "libcurl": CurlLibrary.version, "hiredis": HiredisLibrary.version,
            "libcrypto": CryptoLibrary.version,
        ]
    }
}
