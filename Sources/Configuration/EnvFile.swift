import Faults

/// How an env file is to be read. The same line means different values to different readers.
package enum EnvDialect: String, CaseIterable, Sendable {
    /// Look at the file and its neighbours; see `EnvFile.detect`.
    case auto
    /// As Ruby's dotenv 3 reads `.env.production` (Mastodon without containers): quotes, escapes, `$NAME`, comments.
    case dotenv
    /// As `docker run --env-file` and `env_file` with `format: raw` do: everything after the first `=`, verbatim.
    case docker
}

/// The variables of an instance's env file.
package struct EnvFile: Sendable {
    /// One variable as the reader of that dialect sees it.
    package struct Entry: Sendable, Equatable {
        package var value: String
        /// From 1.
        package var line: Int
        /// True when the value holds `$(…)`, which dotenv would run as a command and mastoctl does not.
        package var holdsCommand: Bool

        package init(value: String, line: Int, holdsCommand: Bool = false) {
            self.value = value
            self.line = line
            self.holdsCommand = holdsCommand
        }
    }

    package var path: String
    package var dialect: EnvDialect
    /// Permission bits of the file.
    package var mode: UInt32
    package var entries: [String: Entry]
    /// Why that dialect was taken, when it was detected.
    package var detection: String?
    /// The names whose values differ between the dialects.
    package var disputed: [String] = []

    /// Reads a file's bytes.
    ///
    /// - Parameter neighbours: names beside the file, which tell a checkout of Mastodon from a compose directory.
    /// - Throws: `Fault` of kind `configuration` with file and line for what no reader accepts.
    package init(
        path: String, content: FileContent, dialect: EnvDialect, environment: [String: String],
        neighbours: [String] = []
    ) throws {
        self.path = path
        mode = content.mode
        let text = try Self.decode(content.bytes, path: path)
        switch dialect {
        case .docker:
            self.dialect = .docker
            entries = try DockerEnvReader(path: path, environment: environment).read(text)
        case .dotenv:
            self.dialect = .dotenv
            entries = try DotenvReader(path: path, environment: environment).read(text)
        case .auto:
            let dotenv = Result { try DotenvReader(path: path, environment: environment).read(text) }
            let docker = Result { try DockerEnvReader(path: path, environment: environment).read(text) }
            let (chosen, reason) = Self.detect(text, neighbours: neighbours)
            self.dialect = chosen
            detection = reason
            let other = chosen == .docker ? dotenv : docker
            entries = try (chosen == .docker ? docker : dotenv).get()
            if let others = try? other.get() {
                disputed = Set(entries.keys).union(others.keys).filter { entries[$0]?.value != others[$0]?.value }
                    .sorted()
            }
        }
    }

    /// Which dialect a file is most likely in, and why.
    ///
    /// dotenv, unless the file lies beside a compose file and not in a checkout of Mastodon, and no value is quoted.
    static func detect(_ text: String, neighbours: [String]) -> (EnvDialect, String) {
        if neighbours.contains("config.ru") || neighbours.contains("Gemfile") {
            return (.dotenv, "it lies in Mastodon's own directory")
        }
        let quoted = text.split(whereSeparator: \.isNewline).contains { (line: Substring) in
            guard let sign = line.firstIndex(of: "=") else { return false }
            let quote = line[sign...].dropFirst().first
            return quote == "\"" || quote == "'"
        }
        if quoted { return (.dotenv, "values are quoted") }
        let composeFiles = ["docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"]
        if let compose = neighbours.first(where: { composeFiles.contains($0) }) {
            return (.docker, "\(compose) lies beside it")
        }
        return (.dotenv, "that is how Mastodon reads it")
    }

    /// UTF-8 without a byte order mark and without NUL.
    private static func decode(_ bytes: [UInt8], path: String) throws -> String {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        func line(_ end: Int) -> Int { 1 + body[..<end].count { $0 == UInt8(ascii: "\n") } }
        if let position = body.firstIndex(of: 0) {
            throw Fault(.configuration, "\(path):\(line(position)): the file holds a NUL byte, so it is not text")
        }
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Fault(.configuration, "\(path):\(Self.firstBadLine(body)): the file is not valid UTF-8")
        }
        return text
    }

    /// The first line that does not decode. Only asked when the whole did not.
    private static func firstBadLine(_ body: ArraySlice<UInt8>) -> Int {
        let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? lines.startIndex
        return index + 1
    }
}
