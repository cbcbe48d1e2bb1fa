import Faults

/// How an env file is to be read. The same line means different values to different readers.
package enum EnvDialect: String, CaseIterable, Sendable {
    /// Look at the file and its neighbours; see `EnvFile.detect`.
    case auto
    /// As Ruby's dotenv 3 reads `.env.production` (Mastodon without containers): quotes, escapes, `$NAME`, comments.
    case dotenv
    /// As Docker Compose reads a service's `env_file`: quotes, escapes, `${NAME:-default}`, comments behind a blank.
    case compose
    /// As `docker run --env-file` and `env_file` with `format: raw` do: everything after the first `=`, verbatim.
    /// Nothing about a file tells that it is one of these, so only a profile can say so.
    case docker
    /// As systemd reads `EnvironmentFile=`.
    case systemd
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
        /// Where it stands, when that is another file: one that Compose reads besides, or the compose file itself.
        package var path: String?

        package init(value: String, line: Int, holdsCommand: Bool = false, path: String? = nil) {
            self.value = value
            self.line = line
            self.holdsCommand = holdsCommand
            self.path = path
        }

        /// The same, found in another file.
        func at(_ path: String) -> Entry { Entry(value: value, line: line, holdsCommand: holdsCommand, path: path) }
    }

    package var path: String
    package var dialect: EnvDialect
    /// Permission bits of the file.
    package var mode: UInt32
    package var entries: [String: Entry]
    /// Why that dialect was taken, when it was detected.
    package var detection: String?
    /// The names whose values would differ under another dialect, each with those dialects; empty when somebody said
    /// which one holds.
    package var disputed: [String: [EnvDialect]] = [:]

    /// Names that stand there more than once with different values.
    package var repeated: [String] = []
    /// Lines with what nobody sees: a carriage return, a byte order mark, a hard blank, blanks at the end.
    package var oddLines: [Int] = []

    /// Reads a file's bytes.
    ///
    /// - Parameters:
    ///   - neighbours: names beside the file, which tell a checkout of Mastodon from a compose directory.
    ///   - project: variables of the `.env` beside a compose file, which Compose knows besides the environment's.
    /// - Throws: `Fault` of kind `configuration` with file and line for what no reader accepts.
    package init(
        path: String, content: FileContent, dialect: EnvDialect, environment: [String: String],
        neighbours: [String] = [], project: [String: String] = [:]
    ) throws {
        self.path = path
        mode = content.mode
        let text = try Self.decode(content.bytes, path: path)
        (repeated, oddLines) = Self.oddities(of: content.bytes)
        func entries(_ dialect: EnvDialect) throws -> [String: Entry] {
            switch dialect {
            case .auto, .dotenv: try DotenvReader(path: path, environment: environment).read(text)
            case .compose:
                try ComposeEnvReader(path: path, environment: project.merging(environment) { $1 }).read(text)
            case .docker: try DockerEnvReader(path: path, environment: environment).read(text)
            case .systemd: SystemdEnvReader().read(text)
            }
        }
        if dialect == .auto {
            (self.dialect, detection) = Self.detect(neighbours: neighbours)
        } else {
            self.dialect = dialect
        }
        self.entries = try entries(self.dialect)
        guard dialect == .auto else { return }
        for other in EnvDialect.allCases where other != .auto && other != self.dialect {
            // Whoever refuses the file is not the one who reads it.
            guard let others = try? entries(other) else { continue }
            for name in Set(self.entries.keys).union(others.keys)
            where self.entries[name]?.value != others[name]?.value {
                disputed[name, default: []].append(other)
            }
        }
    }

    /// How long a value may become by the variables in it, in bytes or characters: lines that name each other double it.
    static let longest = 1 << 20

    /// Which dialect a file is most likely in, and why: Compose's beside a compose file, unless that is a checkout of
    /// Mastodon, which has a compose file of its own; else dotenv.
    static func detect(neighbours: [String]) -> (EnvDialect, String) {
        if neighbours.contains("config.ru") || neighbours.contains("Gemfile") {
            return (.dotenv, "it lies in Mastodon's own directory")
        }
        if let compose = ComposeProject.names.first(where: neighbours.contains) {
            return (.compose, "\(compose) lies beside it")
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

/// Any value may be a secret: a file that is printed tells where its values stand and none of them.
extension EnvFile.Entry: CustomStringConvertible, CustomReflectable {
    package var description: String { "line \(line)" }
    package var customMirror: Mirror { Mirror(self, children: ["line": line]) }
}
