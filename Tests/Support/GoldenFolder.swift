/// Where the recorded forms of answers, pages and help texts are kept.
package enum GoldenFolder {
    private static let path = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Golden"

    /// - Parameter name: `help`, `json`, `pages`, `search`.
    package static func named(_ name: String) -> String { "\(path)/\(name)" }
}
