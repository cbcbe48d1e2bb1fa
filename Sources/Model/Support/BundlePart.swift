/// A file of a bundle for support.
package struct BundlePart: Sendable {
    /// `doctor.json`, `logs/production.log`.
    package var name: String
    /// What it is, in a few words.
    package var about: String
    package var bytes: [UInt8]

    package init(_ name: String, _ about: String, _ bytes: [UInt8]) {
        self.name = name
        self.about = about
        self.bytes = bytes
    }
}
