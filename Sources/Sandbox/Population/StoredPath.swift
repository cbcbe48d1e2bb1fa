/// Where a file of the server lies: `[cache/]<class>/<attachment>/<id in groups of three>/<style>/<name>`.
///
/// Written independently of the code that reads and deletes, so that the two check each other.
enum StoredPath {
    /// `cache/` stands first for remote things of storage schema version 1.
    static func key(_ place: String, id: Int, style: String, name: String, isCached: Bool) -> String {
        "\(isCached ? "cache/" : "")\(place)/\(partition(id))/\(style)/\(name)"
    }

    /// 9 digits below 10⁹, 18 from there on.
    static func partition(_ id: Int) -> String {
        let digits = Array(String(id).utf8)
        let width = id < 1_000_000_000 ? 9 : 18
        let padded = [UInt8](repeating: UInt8(ascii: "0"), count: max(width - digits.count, 0)) + digits
        var text: [UInt8] = []
        for (at, digit) in padded.enumerated() {
            if at > 0, at % 3 == 0 { text.append(UInt8(ascii: "/")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The name with another extension, as a style that forces one has it.
    static func renamed(_ name: String, to suffix: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name).\(suffix)" }
        return "\(name[..<dot]).\(suffix)"
    }
}
