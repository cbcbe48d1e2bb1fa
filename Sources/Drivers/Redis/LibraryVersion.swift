import CHiredis

/// The hiredis this was built with: the library itself does not tell.
package enum HiredisLibrary {
    package static var version: String { "\(HIREDIS_MAJOR).\(HIREDIS_MINOR).\(HIREDIS_PATCH)" }
}
