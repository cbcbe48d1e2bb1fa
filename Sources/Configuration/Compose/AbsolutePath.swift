/// Paths as Compose makes them absolute: by their words alone, whatever the links among them.
enum AbsolutePath {
    /// `path` as seen from `directory`, without `.`, `..` and slashes that stand together.
    static func resolved(_ path: String, in directory: String) -> String {
        var parts: [Substring] = []
        for part in (path.hasPrefix("/") ? path : joined(directory, path)).split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }

    static func parent(of path: String) -> String {
        "/" + path.split(separator: "/").dropLast().joined(separator: "/")
    }
}
