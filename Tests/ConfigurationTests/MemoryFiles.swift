import Configuration

/// Files as a test names them.
struct MemoryFiles: FileReader {
    var contents: [String: FileContent] = [:]
    var workingDirectory = "/srv"
    var userID: UInt32 = 1000

    init(_ texts: [String: String] = [:], workingDirectory: String = "/srv", mode: UInt32 = 0o600) {
        contents = texts.mapValues { FileContent(bytes: Array($0.utf8), mode: mode) }
        self.workingDirectory = workingDirectory
    }

    func read(_ path: String, limit: Int) throws(FileTrouble) -> FileContent {
        guard let content = contents[path] else { throw .missing }
        if content.bytes.count > limit { throw .tooLarge(limit: limit) }
        return content
    }

    func readOwn(_ path: String, limit: Int) throws(FileTrouble) -> FileContent { try read(path, limit: limit) }

    func names(in directory: String) -> [String] {
        let prefix = directory.hasSuffix("/") ? directory : directory + "/"
        return contents.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
            .filter { !$0.contains("/") }.sorted()
    }

    func exists(_ path: String) -> Bool { contents[path] != nil }
}

/// A configuration from an env file's text alone.
func load(
    _ env: String, environment: [String: String] = [:], profile: String? = nil, overrides: [Override] = [],
    mode: UInt32 = 0o600
) throws -> Configuration {
    var texts = ["/srv/.env.production": env]
    if let profile { texts["/etc/mastoctl/default.toml"] = profile }
    return try Configuration.load(
        overrides: overrides, environment: environment, files: MemoryFiles(texts, mode: mode))
}
