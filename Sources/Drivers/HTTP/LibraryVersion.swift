import CCurl

/// The libcurl in use, such as `7.88.1`; of the machine, not of the build.
package enum CurlLibrary {
    package static var version: String {
        // The oldest form of the answer holds the version.
        curl_version_info(CURLVERSION_FIRST).flatMap { $0.pointee.version }.map { String(cString: $0) } ?? "unknown"
    }
}
